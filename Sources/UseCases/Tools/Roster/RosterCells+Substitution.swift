import Casework
import Engine
import Languages
import Store
import Workflow
import WorkingTime

/// Who is away and who stands in, as a line of a table says: judged by the rule that officers
/// themselves are held to. What stands in the directory already is not judged again.
extension RosterCells {
    mutating func checkAbsence() {
        guard let absent = officer("login"),
            let from = cells["from"].flatMap(WrittenDate.known),
            let until = cells["until"].flatMap(WrittenDate.known), from <= until
        else { return }
        let days = DaysAway(from: from, until: until)
        guard !references.isNoted(days, of: absent, deputy: cells["deputy"]) else { return }
        let obstacle = references.directory.obstacle(
            to: days, of: absent, deputy: officer("deputy"),
            beside: references.others(than: days, of: absent), in: references.zone,
            at: references.now)
        guard let obstacle else { return }
        let (problem, remedy) = words(for: obstacle, from)
        refuse(problem, remedy)
    }

    mutating func checkDeputy() {
        guard let login = cells["login"], let deputy = cells["deputy"] else { return }
        let rank = cells["rank"].flatMap { Int($0) } ?? 0
        guard references.deputies[login]?[rank] != deputy else { return }
        if let absent = officer("login"), let other = officer("deputy"), absent.id != other.id,
            let found = references.directory.hindrance(
                to: other, standingInFor: absent, during: Validity(from: references.now))
        {
            let (problem, remedy) = words(for: found, references.today)
            refuse(problem, remedy)
        }
        guard let circle = references.circle(of: login, rank: rank, with: deputy) else { return }
        refuse(
            Label {
                $0("代理成了一圈：", "the deputies close a circle: ")
                    + circle.joined(separator: " → ")
            },
            Label(
                zh: "请让最后一人的代理人不在圈内",
                en: "let the last one have no deputy of this circle"))
    }

    private func officer(_ column: String) -> Person? {
        cells[column].flatMap(references.directory.person(login:))
    }

    private func words(for obstacle: DaysAway.Obstacle, _ day: CalendarDate) -> Fault {
        let handOver = Label(
            zh: "请缩短，或移交：directory handover",
            en: "shorten it, or hand over: directory handover")
        switch obstacle {
        case .backwards:
            return (
                Label(zh: "止早于起", en: "it ends before it begins"),
                Label(zh: "请对调", en: "exchange the two")
            )
        case .past:
            return (
                Label(zh: "已经过去", en: "it lies in the past"),
                Label(zh: "当时没有登记的，请删去这一行", en: "leave out what was not noted in its time")
            )
        case .left:
            return (
                Label(
                    zh: "“\(cells["login"] ?? "")”届时已离岗",
                    en: "`\(cells["login"] ?? "")` has left by then"),
                Label(zh: "请填到离岗为止", en: "let it end with the office")
            )
        case .tooLong(let days):
            return (
                Label(zh: "超过 \(days) 天", en: "it lasts longer than \(days) days"), handOver
            )
        case .tooLongTogether(let days):
            return (
                Label(
                    zh: "与前后相连的合计超过 \(days) 天",
                    en: "with those next to it it lasts longer than \(days) days"), handOver
            )
        case .overlapping(let other):
            return (
                Label(
                    zh: "与 \(other.from) 至 \(other.until) 的不在岗重叠",
                    en: "it overlaps the absence from \(other.from) until \(other.until)"),
                Label(zh: "请让一段结束后另一段再开始", en: "let one begin after the other has ended")
            )
        case .deputy(let obstacle, let post): return words(for: (obstacle, post), day)
        }
    }

    private func words(
        for found: (obstacle: SubstitutionRule.Obstacle, post: Person.Grant?), _ day: CalendarDate
    ) -> Fault {
        let (login, deputy) = (cells["login"] ?? "", cells["deputy"] ?? "")
        let unit = found.post.map { references.lineage(of: $0.unit, on: day) } ?? []
        let post = found.post.map { post in
            Label(
                zh: "（\(unit.first ?? "") 的\(post.role.label.zh)）",
                en: ", who is `\(post.role.rawValue)` at `\(unit.first ?? "")`")
        }
        let (why, remedy) = words(for: found.obstacle, near: unit)
        return (
            Label(
                zh: "“\(deputy)”不能代理“\(login)”\(post?.zh ?? "")：\(why.zh)",
                en: "`\(deputy)` can't stand in for `\(login)`\(post?.en ?? ""): \(why.en)"), remedy
        )
    }

    private func words(
        for obstacle: SubstitutionRule.Obstacle, near lineage: [String]
    ) -> Fault {
        let another = Label(zh: "请另填一人", en: "name somebody else")
        switch obstacle {
        case .elsewhere(_, let places):
            let units = zip(SubstitutionRule.Place.allCases, lineage)
                .filter { places.contains($0.0) }.map(\.1)
            let place = SubstitutionRule.words(for: places)
            return (
                Label(zh: "代理人须在\(place.zh)任职", en: "the deputy must work \(place.en)"),
                Label(
                    zh: "请另填在 \(units.joined(separator: " 或 ")) 有角色的人",
                    en: "name somebody with a role at "
                        + units.map { "`\($0)`" }.joined(separator: " or "))
            )
        case .kept:
            return (
                Label(zh: "这个角色不能代理", en: "that role passes to nobody"),
                Label(zh: "请不填代理人，或移交", en: "leave the deputy out, or hand over")
            )
        case .itself: return (Label(zh: "不能代理自己", en: "nobody stands in for itself"), another)
        case .left: return (Label(zh: "代理人届时已离岗", en: "the deputy has left by then"), another)
        case .withoutRole: return (Label(zh: "代理人没有角色", en: "the deputy has no role"), another)
        case .program: return (Label(zh: "程序不能代理人", en: "a program stands in for nobody"), another)
        case .administration:
            return (
                Label(
                    zh: "系统、安全、审计三类管理员不得互相代理",
                    en: "the administrators of system, security and audit stay apart"), another
            )
        }
    }
}

extension RosterReferences {
    /// Tells whether an absence stands in the directory as it is.
    fileprivate func isNoted(_ days: DaysAway, of absent: Person, deputy: String?) -> Bool {
        absences[absent.login]?[days.from].map { noted in
            noted.until == days.until
                && noted.deputy.flatMap(directory.person)?.login == deputy
        } ?? false
    }

    /// The other absences of somebody, those of the lines before included.
    fileprivate func others(than days: DaysAway, of absent: Person) -> [DaysAway] {
        (absences[absent.login] ?? [:]).filter { $0.key != days.from }.values
            .compactMap { $0.days(in: zone) }
    }

    /// Lists a unit, or what took over from it, and the one above.
    fileprivate func lineage(of unit: UnitID, on day: CalendarDate) -> [String] {
        directory.ancestors(of: directory.existing(unit, at: max(now, zone.midnight(of: day))))
            .prefix(2).compactMap { directory.unit($0)?.code }
    }
}
