import Casework
import Engine
import Languages
import Workflow
import WorkingTime

/// The one letter of a day: what its receiver owes, in the signs and words of `zhuqi queue`, and what happened.
extension NoticeWriter {
    /// Tells a person of what it owes, and of everything since the last digest.
    func digest(
        _ lines: [DigestLine], _ owed: OwedList, on date: CalendarDate, to person: Person
    ) -> MessageWords {
        let issues: [[String: Any]] = lines.map { line in
            var values = head(of: line.issue, at: now)
            let isNamed = line.issue.attributes.levelHolders.contains(person.id)
            values["isAtYourLevel"] = isNamed && world.definitions.isOpen(line.issue)
            values["events"] = line.items.map { item in
                var event = happening(item.event, of: line.issue)
                event["at"] = time(item.event.at, of: line.issue)
                return event
            }
            return values
        }
        return words(
            .digest,
            [
                "date": date.description, "person": person.name, "count": lines.count,
                "hasNews": !lines.isEmpty,
                "issues": issues, "link": publicAddress.base, "command": "zhuqi queue" + server,
            ].merging(values(of: owed)) { $1 }.merging(pauses()) { $1 })
    }

    private func values(of owed: OwedList) -> [String: Any] {
        let late = owed.items.filter { $0.issue.isOverdue($0.owed.duty, at: now) }
        let more = owed.hasMore ? "+" : ""
        return [
            "duties": owed.items.map(line), "owesNothing": owed.items.isEmpty,
            "owedCount": "\(owed.items.count)\(more)", "lateCount": late.count,
            "isLate": !late.isEmpty, "todayCount": count(owed, inDays: 0),
            "tomorrowCount": count(owed, inDays: 1), "hasMore": owed.hasMore,
            "waitingCount": "\(owed.waiting.count)" + (owed.waiting.hasMore ? "+" : ""),
        ]
    }

    /// How many of those that are not overdue are due on a day.
    private func count(_ owed: OwedList, inDays days: Int64) -> Int {
        owed.items.count { item in
            guard let dueAt = item.owed.duty.dueAt,
                !item.issue.isOverdue(item.owed.duty, at: now)
            else { return false }
            let zone = zone(of: item.issue)
            return zone.date(at: dueAt).dayNumber - zone.date(at: now).dayNumber == days
        }
    }

    private func line(_ item: OwedList.Item) -> [String: Any] {
        let (issue, duty) = (item.issue, item.owed.duty)
        let permitted = concern?.permitted(duty.actions, on: issue) ?? []
        let clock = issue.clock(askingFor: duty.slot, dueAt: duty.dueAt)
        let isHelp = item.owed.part == .helps
        let what = clock.map { label($0, issue) } ?? labels(duty.actions, of: issue).first ?? ""
        return [
            "sign": sign(of: duty, clock, on: issue), "number": spoken(issue),
            "title": issue.narrative.title, "about": about(issue, at: now) ?? false,
            "what": isHelp ? language("等企业", "the enterprise") : what,
            "by": duty.dueAt.map { near($0, of: issue) } ?? "—",
            "rest": rest(of: duty, clock, on: issue) ?? false,
            "raised": issue.attributes.level > 0 ? "^\(issue.attributes.level)" : false,
            "how": permitted.first.map { command(for: $0, on: issue) } ?? command(for: issue),
        ]
    }

    private func sign(of duty: Duty, _ clock: Clock?, on issue: Issue) -> String {
        if issue.isOverdue(duty, at: now) { return "!" }
        if duty.isPaused { return "~" }
        if duty.isBlocked { return "…" }
        let percent =
            issue.attributes.issueClass.flatMap { definition(issue)?.issueClass($0) }?.amberPercent
        let left = remainder(of: duty, clock)
        return left?.hasPassed(percent: percent ?? 70) == true ? "·" : " "
    }

    /// What is left, or is over, in the clock's own unit; nil where nothing runs.
    private func rest(of duty: Duty, _ clock: Clock?, on issue: Issue) -> String? {
        if duty.isPaused { return language("暂停", "paused") }
        return remainder(of: duty, clock).map { left in
            RemainingWords(left.amount.count, left.amount.unit, isOverdue: left.isOverdue)
                .text(in: language)
        }
    }

    private func remainder(of duty: Duty, _ clock: Clock?) -> ClockRemainder? {
        guard duty.dueAt != nil, let clock, clock.status == .running,
            let calendar = world.calendars.calendar(of: clock)
        else { return nil }
        return ClockRemainder(clock: clock, calendar: calendar, now: now)
    }
}
