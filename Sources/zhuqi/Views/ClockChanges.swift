import APIModel

/// Says what an event did to the clocks, a phrase each.
struct ClockChanges {
    let event: EventAnswer
    let language: Language

    var phrases: [String] { event.clocks.compactMap(phrase) }

    private func phrase(_ clock: ClockAnswer) -> String? {
        let name = clockName(clock)
        let due = Timestamp.text(clock.dueAt) + (clock.isProvisional ? "~" : "")
        if event.action == "adoptCalendar" {
            return language(
                "\(name)改按 \(clock.calendar) 计算，\(due) 到期",
                "\(name) now goes by \(clock.calendar), due \(due)")
        }
        switch clock.status {
        case "running" where clock.startedAt == event.at || event.from == "unborn":
            return language("\(name)开始计时，\(due) 到期", "\(name) starts, due \(due)")
        case "running" where event.role == "system":
            return overdue(clock, name, due)
        case "running":
            return language("\(name)到期改为 \(due)", "\(name) is now due \(due)")
        case "paused": return language("\(name)暂停", "\(name) pauses")
        case "held": return language("\(name)待计时", "\(name) is held")
        case "met": return language("\(name)按时完成", "\(name) met")
        case "late": return language("\(name)超期完成", "\(name) ended late")
        case "cancelled": return language("\(name)取消", "\(name) cancelled")
        default: return "\(name) \(clock.status)".plain
        }
    }

    /// What an alarm says of the clock that rang: that its deadline passed, or when it will.
    private func overdue(_ clock: ClockAnswer, _ name: String, _ due: String) -> String {
        clock.breachedAt == nil
            ? language("\(name)将于 \(due) 到期", "\(name) will be due \(due)")
            : language("\(name)已过期限（\(due)）", "\(name) is overdue since \(due)")
    }

    /// With the party where the clock runs for one of several.
    private func clockName(_ clock: ClockAnswer) -> String {
        let label = language(clock.label).plain
        let isShared = event.clocks.count { $0.kind == clock.kind } > 1
        guard isShared, let party = clock.party else { return label }
        return "\(label)（\(party.name.plain)）"
    }
}
