import APIModel
import Languages

/// Says what an event did to the clocks, a phrase each.
struct ClockChanges {
    let event: EventAnswer
    let language: Language

    var phrases: [String] {
        event.adoption.map(phrases) ?? event.clocks.compactMap(phrase)
    }

    /// What a revised calendar did: each deadline that moved, and how many only changed calendars.
    private func phrases(_ adoption: EventAnswer.Adoption) -> [String] {
        let moved = adoption.moved.compactMap { moved -> String? in
            guard let clock = event.clocks.first(where: { $0.number == moved.clock }) else {
                return nil
            }
            let (name, from, due) = (
                clockName(clock), Timestamp.text(moved.from), Timestamp.text(clock.dueAt)
            )
            let saved =
                moved.inPlaceOf != nil && clock.breachedAt == nil
                ? language("，原超期不再计", ", the breach no longer counts") : ""
            return language(
                "\(name)到期由 \(from) 改为 \(due)\(saved)",
                "\(name) was due \(from), is now due \(due)\(saved)")
        }
        let rest = event.clocks.filter { $0.breachLiftedAt == nil }.count - moved.count
        guard rest > 0 else { return moved }
        return moved + [
            language(
                "\(rest) 个时限改按 \(adoption.calendar) 计算，到期不变",
                "\(rest == 1 ? "1 clock goes" : "\(rest) clocks go") by \(adoption.calendar), "
                    + "due as before")
        ]
    }

    private func phrase(_ clock: ClockAnswer) -> String? {
        let name = clockName(clock)
        let due = Timestamp.text(clock.dueAt) + (clock.isProvisional ? "~" : "")
        switch clock.status {
        case "running" where clock.isWindow:
            return language("\(due) 前可提出\(name)", "\(name) may be used until \(due)")
        // A window that closes with the work is nobody's loss.
        case "cancelled" where clock.isWindow: return nil
        case "running" where clock.startedAt == event.at || event.from == "unborn":
            return language("\(name)开始计时，\(due) 到期", "\(name) starts, due \(due)")
        case "running" where event.role == "system":
            return overdue(clock, due)
        case "running":
            return language("\(name)到期改为 \(due)", "\(name) is now due \(due)")
        case "paused": return language("\(name)暂停", "\(name) pauses")
        case "held": return language("\(name)暂记完成", "\(name) is held")
        case "met": return language("\(name)按时完成", "\(name) met")
        case "late": return language("\(name)超期完成", "\(name) ended late")
        case "cancelled": return language("\(name)取消", "\(name) cancelled")
        default: return "\(name) \(clock.status)".plain
        }
    }

    /// What an alarm says of the clock that rang: whose deadline passed, or when it will.
    private func overdue(_ clock: ClockAnswer, _ due: String) -> String {
        let name = clockName(clock, withParty: clock.party)
        return clock.breachedAt == nil
            ? language("\(name)将于 \(due) 到期", "\(name) will be due \(due)")
            : language("\(name)已过期限（\(due)）", "\(name) is overdue since \(due)")
    }

    /// With the party where the clock runs for one of several.
    private func clockName(_ clock: ClockAnswer) -> String {
        let label = language(clock.label).plain
        let isShared = event.clocks.count { $0.kind == clock.kind } > 1
        return isShared ? clockName(clock, withParty: clock.party) : label
    }

    private func clockName(_ clock: ClockAnswer, withParty party: UnitAnswer?) -> String {
        let label = language(clock.label).plain
        return party.map { "\(label)（\($0.name.plain)）" } ?? label
    }
}
