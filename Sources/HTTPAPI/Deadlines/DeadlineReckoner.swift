import APIModel
import WorkingTime

/// Answers a question about working time on one calendar.
struct DeadlineReckoner {
    let calendar: WorkingCalendar
    let question: DeadlineQuestion

    /// Throws: `RequestFault`; `LocalRefusal` for what can't be computed.
    func answer() throws -> DeadlineAnswer {
        do {
            return try computed()
        } catch let refusal as WorkingTimeRefusal {
            throw LocalRefusal(refusal: refusal, zone: calendar.zone)
        }
    }

    private func computed() throws -> DeadlineAnswer {
        let pauses = try pauses()
        var answer = DeadlineAnswer()
        switch (question.target, question.before) {
        case (let target?, nil):
            try refuse(question.end, at: "/end")
            let start = try instant(question.start, at: "/start")
            let deadline = try calendar.deadline(
                from: start, limit: try limit(target, at: "/target"), pauses: pauses)
            answer.due = deadline.at.roundedUp.rfc3339(in: calendar.zone)
            answer.provisional = deadline.isProvisional
            answer.segments = try segments(from: start, to: deadline.at, pauses)
        case (nil, let before?):
            try refuse(question.start, at: "/start")
            guard pauses.isEmpty else {
                throw RequestFault.conflict("/pauses", "can't be given with `before`")
            }
            let end = try instant(question.end, at: "/end")
            let at = try calendar.latestInstant(
                before: end, leaving: try limit(before, at: "/before"))
            answer.at = at.roundedDown.rfc3339(in: calendar.zone)
            answer.segments = try segments(from: at, to: end, [])
        case (nil, nil):
            let start = try instant(question.start, at: "/start")
            let end = try instant(question.end, at: "/end")
            answer.elapsed = try elapsed(from: start, to: end, pauses)
            answer.segments = try segments(from: start, to: end, pauses)
        case (.some, .some):
            throw RequestFault.conflict("/before", "can't be given with `target`")
        }
        return answer
    }

    private func elapsed(
        from start: Instant, to end: Instant, _ pauses: [Pause]
    ) throws -> DeadlineAnswer.Elapsed {
        guard start <= end else {
            throw WorkingTimeRefusal.endBeforeStart(start: start, end: end)
        }
        guard calendar.covers(start) else { throw WorkingTimeRefusal.outsideCalendar(start) }
        guard calendar.covers(end) else { throw WorkingTimeRefusal.beyondHorizon }
        return DeadlineAnswer.Elapsed(
            workingSeconds: calendar.workingSeconds(from: start, to: end, pauses: pauses),
            workingDays: calendar.workingDays(from: start, to: end, pauses: pauses))
    }

    private func segments(
        from start: Instant, to end: Instant, _ pauses: [Pause]
    ) throws -> [DeadlineAnswer.Segment]? {
        guard question.explain ?? false else { return nil }
        return try calendar.segments(from: start, to: end, pauses)
    }

    private func limit(
        _ limit: DeadlineQuestion.Limit, at pointer: String
    ) throws -> TimeLimit {
        guard case .integer(let value) = limit.value else {
            throw RequestFault.wrongType(
                pointer: "\(pointer)/value",
                expected: "must be a whole number of at most \(Int64.max)")
        }
        let unit: TimeLimitUnit = try word(limit.unit, at: "\(pointer)/unit")
        guard let ending = limit.ending else { return try TimeLimit(value: value, unit: unit) }
        let end: TimeLimit.Ending = try word(ending, at: "\(pointer)/ending")
        guard unit == .workingDays || end == .closeOfBusiness, !unit.rawValue.hasSuffix("Seconds")
        else {
            throw RequestFault.invalid([
                .init(pointer: "\(pointer)/ending", detail: "\(unit.rawValue) can't end so")
            ])
        }
        return try TimeLimit(value: value, unit: unit, ending: end)
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, at pointer: String
    ) throws -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw RequestFault.invalid([.init(pointer: pointer, detail: "must be one of \(known)")])
        }
        return word
    }

    private func instant(_ text: String?, at pointer: String) throws -> Instant {
        guard let text else {
            throw RequestFault.wrongType(pointer: pointer, expected: "is required")
        }
        return try Instant(text, in: calendar.zone)
    }

    private func refuse(_ text: String?, at pointer: String) throws {
        guard text != nil else { return }
        throw RequestFault.conflict(pointer, "can't be given beside a limit and the other end")
    }

    private func pauses() throws -> [Pause] {
        try (question.pauses ?? []).enumerated().map { index, ends in
            guard ends.count == 2, let from = ends[0] else {
                throw RequestFault.wrongType(
                    pointer: "/pauses/\(index)", expected: "must be a pair of begin and end")
            }
            let pause = Pause(
                from: try Instant(from, in: calendar.zone),
                until: try ends[1].map { try Instant($0, in: calendar.zone) })
            try pause.refuseBackwards()
            return pause
        }
    }
}

extension RequestFault {
    fileprivate static func conflict(_ pointer: String, _ detail: String) -> RequestFault {
        .invalid([.init(pointer: pointer, detail: detail)])
    }
}

extension WorkingCalendar {
    /// Bounds the length of an explanation. Units: days.
    private static let longestExplanation: Int64 = 4000

    /// Accounts for the time between two instants, as it travels.
    func segments(
        from start: Instant, to end: Instant, _ pauses: [Pause], in language: Language = .chinese
    ) throws -> [DeadlineAnswer.Segment] {
        guard covers(end) else { throw WorkingTimeRefusal.beyondHorizon }
        guard (end - start) / 86_400 <= Self.longestExplanation else {
            throw RequestFault.invalid([
                .init(
                    pointer: "/explain",
                    detail: "at most \(Self.longestExplanation) days are explained")
            ])
        }
        return explain(from: start, to: end, pauses: pauses).map { segment in
            DeadlineAnswer.Segment(
                date: "\(segment.date)", from: segment.from.roundedDown.rfc3339(in: zone),
                to: segment.to.roundedUp.rfc3339(in: zone), kind: segment.kind.rawValue,
                name: language == .english ? englishDayName(segment.date) : segment.name,
                sum: segment.sum)
        }
    }
}

extension WorkingCalendar {
    /// Counts, for each date on which a working day is used up, how many that makes.
    func workingDaysByDate(
        from start: Instant, to end: Instant, _ pauses: [Pause]
    ) -> [String: Int64] {
        let first = zone.date(at: start).dayNumber
        let last = max(first, zone.date(at: end).dayNumber)
        var before: Int64 = 0
        return (first...last).reduce(into: [:]) { days, day in
            let next = zone.midnight(of: CalendarDate(dayNumber: day + 1))
            let count = workingDays(from: start, to: min(next, end), pauses: pauses)
            if count > before { days["\(CalendarDate(dayNumber: day))"] = count }
            before = count
        }
    }
}

extension DeadlineQuestion {
    private static let limitShape = BodyShape.object([
        "value": .open, "unit": .open, "ending": .open,
    ])

    static let shape = BodyShape.object([
        "calendar": .open, "hoursOf": .open, "start": .open, "end": .open, "target": limitShape,
        "before": limitShape, "pauses": .open, "explain": .open,
    ])
}
