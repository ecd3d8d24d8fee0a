import Casework
package import WorkingTime

/// Answers a question about working time on one calendar.
package struct DeadlineCalculation {
    private let calendar: WorkingCalendar
    private let question: WorkingTimeQuestion

    package init(_ question: WorkingTimeQuestion, on calendar: WorkingCalendar) {
        self.question = question
        self.calendar = calendar
    }

    /// - Throws: `InputFault`; `LocalRefusal` for what can't be computed.
    package func answer() throws -> WorkingTimeAnswer {
        do {
            return try computed()
        } catch let refusal as WorkingTimeRefusal {
            throw LocalRefusal(refusal: refusal, zone: calendar.zone)
        }
    }

    private func computed() throws -> WorkingTimeAnswer {
        let pauses = try pauses()
        switch (question.target, question.before) {
        case (let target?, nil): return try due(target, pauses)
        case (nil, let before?): return try latest(before, pauses)
        case (nil, nil): return try elapsed(pauses)
        case (.some, .some):
            throw InputFault.invalid(
                "/before", zh: "不能与 target 同时给出", en: "can't be given with `target`")
        }
    }

    private func due(
        _ target: WorkingTimeQuestion.Limit, _ pauses: [Pause]
    ) throws -> WorkingTimeAnswer {
        try refuse(question.end, at: "/end")
        let start = try instant(question.start, at: "/start")
        let deadline = try calendar.deadline(
            from: start, limit: try TimeLimit(target, at: "/target"), pauses: pauses)
        return try answer(.due(deadline), from: start, to: deadline.at, pauses)
    }

    private func latest(
        _ before: WorkingTimeQuestion.Limit, _ pauses: [Pause]
    ) throws -> WorkingTimeAnswer {
        try refuse(question.start, at: "/start")
        guard pauses.isEmpty else {
            throw InputFault.invalid(
                "/pauses", zh: "不能与 before 同时给出", en: "can't be given with `before`")
        }
        let end = try instant(question.end, at: "/end")
        let at = try calendar.latestInstant(
            before: end, leaving: try TimeLimit(before, at: "/before"))
        return try answer(.latest(at), from: at, to: end, [])
    }

    private func elapsed(_ pauses: [Pause]) throws -> WorkingTimeAnswer {
        let start = try instant(question.start, at: "/start")
        let end = try instant(question.end, at: "/end")
        guard start <= end else {
            throw WorkingTimeRefusal.endBeforeStart(start: start, end: end)
        }
        guard calendar.covers(start) else { throw WorkingTimeRefusal.outsideCalendar(start) }
        guard calendar.covers(end) else { throw WorkingTimeRefusal.beyondHorizon }
        let elapsed = WorkingTimeAnswer.Finding.elapsed(
            workingSeconds: calendar.workingSeconds(from: start, to: end, pauses: pauses),
            workingDays: calendar.workingDays(from: start, to: end, pauses: pauses))
        return try answer(elapsed, from: start, to: end, pauses)
    }

    private func answer(
        _ finding: WorkingTimeAnswer.Finding, from start: Instant, to end: Instant,
        _ pauses: [Pause]
    ) throws -> WorkingTimeAnswer {
        WorkingTimeAnswer(
            finding: finding,
            segments: question.isExplained
                ? try calendar.segments(from: start, to: end, pauses) : nil,
            calendar: calendar)
    }

    private func instant(_ text: String?, at pointer: String) throws -> Instant {
        guard let text else { throw InputFault.wrongType(pointer, .isRequired) }
        return try Instant(text, in: calendar.zone)
    }

    private func refuse(_ text: String?, at pointer: String) throws {
        guard text != nil else { return }
        throw InputFault.invalid(
            pointer, zh: "已有时限和另一端时刻，不能再给出",
            en: "can't be given beside a limit and the other end")
    }

    private func pauses() throws -> [Pause] {
        try question.pauses.enumerated().map { index, ends in
            guard ends.count == 2, let from = ends[0] else {
                throw InputFault.wrongType(
                    "/pauses/\(index)", zh: "须为起止两个时刻", en: "must be a pair of begin and end")
            }
            let pause = Pause(
                from: try Instant(from, in: calendar.zone),
                until: try ends[1].map { try Instant($0, in: calendar.zone) })
            try pause.refuseBackwards()
            return pause
        }
    }
}

extension TimeLimit {
    /// Reads a limit as it was sent.
    ///
    /// - Throws: `InputFault`; `WorkingTimeRefusal.negative`.
    fileprivate init(_ limit: WorkingTimeQuestion.Limit, at pointer: String) throws {
        guard let value = limit.value else {
            throw InputFault.wrongType(
                "\(pointer)/value", zh: "须为不大于\(Int64.max)的整数",
                en: "must be a whole number of at most \(Int64.max)")
        }
        let unit: TimeLimitUnit = try Self.word(limit.unit, at: "\(pointer)/unit")
        guard let ending = limit.ending else {
            try self.init(value: value, unit: unit)
            return
        }
        let end: TimeLimit.Ending = try Self.word(ending, at: "\(pointer)/ending")
        guard unit == .workingDays || end == .closeOfBusiness, !unit.rawValue.hasSuffix("Seconds")
        else {
            throw InputFault.invalid(
                "\(pointer)/ending", zh: "\(unit.rawValue) 不能这样截止",
                en: "\(unit.rawValue) can't end so")
        }
        try self.init(value: value, unit: unit, ending: end)
    }

    private static func word<Word: RawRepresentable & CaseIterable>(
        _ text: String, at pointer: String
    ) throws(InputFault) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: text) else {
            throw .invalid(pointer, .oneOf(Word.allCases.map(\.rawValue)))
        }
        return word
    }
}
