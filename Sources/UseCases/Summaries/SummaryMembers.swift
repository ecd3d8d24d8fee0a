import Casework
import Engine
import Languages
import WorkingTime

/// Names the groups of a summary, and counts what lies below a district with it.
struct SummaryMembers {
    let grouping: SummaryGrouping
    let world: World
    let now: Instant

    /// - Parameter counts: by what the records call a member.
    func groups(of counts: [String?: SummaryCounts]) -> [SummaryGroup] {
        let joined: [String?: SummaryCounts] = counts.reduce(into: [:]) { sums, part in
            sums[member(part.key), default: SummaryCounts()] += part.value
        }
        return joined.map { group($0.key, $0.value) }
    }

    /// Below the city, divisions count with their district.
    private func member(_ key: String?) -> String? {
        guard grouping == .district, let key else { return key }
        let line = world.directory.divisionAndAbove(key)
        return line.count < 2 ? key : line[line.count - 2]
    }

    private func group(_ member: String?, _ counts: SummaryCounts) -> SummaryGroup {
        guard let member else { return SummaryGroup(code: nil, label: nobody, counts: counts) }
        let named = name(member)
        return SummaryGroup(code: named.code, label: named.label, counts: counts)
    }

    private func name(_ member: String) -> (code: String?, label: Label) {
        let directory = world.directory
        switch grouping {
        case .unit:
            let unit = Int64(member).flatMap { directory.unit(UnitID($0)) }
            return (unit?.code, unit?.name(at: now) ?? Label(zh: "原单位", en: "a former unit"))
        case .district:
            let division = directory.divisions.first { $0.code == member }
            return (member, division?.name ?? Label(zh: member, en: member))
        case .category: return (member, world.definitions.label(ofCategory: member))
        case .officer:
            let person = Int64(member).flatMap { directory.person(PersonID($0)) }
            return (
                person?.login,
                person.map { Label(zh: $0.name, en: $0.name) }
                    ?? Label(zh: "已离任人员", en: "somebody who has left")
            )
        }
    }

    private var nobody: Label {
        switch grouping {
        case .unit: Label(zh: "尚未交办", en: "not dispatched yet")
        case .district: Label(zh: "无属地", en: "no district")
        case .category: Label(zh: "未分类", en: "no category")
        case .officer: Label(zh: "无服务员", en: "no officer")
        }
    }
}
