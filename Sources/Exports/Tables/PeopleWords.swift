import Casework
import Workflow

/// Names the people of an event by their logins, with why they were told.
struct PeopleWords {
    let directory: Directory

    func login(_ person: PersonID?) -> String? {
        person.map { directory.person($0)?.login ?? "#\($0)" }
    }

    /// `fin.head（单位负责人）；js.office（活动办）`.
    func told(_ notices: [Notice]) -> String {
        notices.map { notice in
            let name = name(notice.person, insteadOf: [notice.insteadOf].compactMap { $0 })
            let audience = Effect.Audience(rawValue: notice.audience).map(Self.words)
            return "\(name)（\(audience ?? notice.audience)）"
        }.joined(separator: "；")
    }

    /// `3 级：city.office；越过 2 级`.
    func climb(_ climb: Climb) -> String {
        let holders = climb.holders.map { name($0.person, insteadOf: $0.insteadOf ?? []) }
        let skipped = climb.skipped.map { "\($0) 级" }
        return "\(climb.to) 级：" + holders.joined(separator: "、")
            + (skipped.isEmpty ? "" : "；越过 " + skipped.joined(separator: "、"))
    }

    private func name(_ person: PersonID, insteadOf absent: [PersonID]) -> String {
        let own = login(person) ?? ""
        let others = absent.compactMap(login)
        return others.isEmpty ? own : own + " 代 " + others.joined(separator: "、")
    }

    private static func words(_ audience: Effect.Audience) -> String {
        switch audience {
        case .handler: "承办人"
        case .unitHead: "单位负责人"
        case .supportingUnits: "协办单位"
        case .leaderInCharge: "分管领导"
        case .office: "活动办"
        case .filer: "服务员"
        case .levelHolder: "提级责任人"
        case .owingHead: "超时单位负责人"
        case .owingLeader: "超时单位分管领导"
        case .superior: "上级"
        }
    }
}
