package import APIModel
package import Languages
package import UseCases
package import WorkingTime

extension WorkingTimeQuestion {
    package init(_ question: DeadlineQuestion) {
        self.init(
            start: question.start, end: question.end, target: question.target.map(Limit.init),
            before: question.before.map(Limit.init), pauses: question.pauses ?? [],
            isExplained: question.explain ?? false)
    }
}

extension WorkingTimeQuestion.Limit {
    fileprivate init(_ limit: DeadlineQuestion.Limit) {
        let value: Int64? = if case .integer(let whole) = limit.value { whole } else { nil }
        self.init(value: value, unit: limit.unit, ending: limit.ending)
    }
}

extension DeadlineAnswer {
    package init(_ answer: WorkingTimeAnswer) {
        self.init()
        let zone = answer.calendar.zone
        switch answer.finding {
        case .due(let deadline):
            due = deadline.at.roundedUp.rfc3339(in: zone)
            provisional = deadline.isProvisional
        case .latest(let instant): at = instant.roundedDown.rfc3339(in: zone)
        case .elapsed(let seconds, let days):
            elapsed = Elapsed(workingSeconds: seconds, workingDays: days)
        }
        segments = answer.segments?.map { Segment($0, on: answer.calendar, in: .zh) }
    }
}

extension DeadlineAnswer.Segment {
    package init(_ segment: Segment, on calendar: WorkingCalendar, in language: Language) {
        self.init(
            date: "\(segment.date)", from: segment.from.roundedDown.rfc3339(in: calendar.zone),
            to: segment.to.roundedUp.rfc3339(in: calendar.zone), kind: segment.kind.rawValue,
            name: language(segment.name, calendar.englishDayName(segment.date)),
            sum: segment.sum)
    }
}
