import APIModel
import APIText
import Hummingbird
import UseCases
import WorkingTime

/// `GET /v1/calendars`, one of them, and `POST /v1/deadlines`.
struct CalendarController {
    let definitions: ReadDefinitions
    let deadlines: CalculateDeadlines

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.calendars, "列出工作日历", "Lists working calendars", use: list),
            .get(.calendar, "一个工作日历", "Shows a working calendar", use: show),
            .post(.deadlines, "计算并解释时限", "Computes and explains a deadline", use: calculate)
                .refusing(.unknownCalendar, .invalidValues).computing(),
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<CalendarSummary>> {
        _ = try call.person()
        return Reply(
            Page(
                items: definitions.calendars().map {
                    $0.calendar.summary(isCurrent: $0.isCurrent)
                },
                next: nil))
    }

    @Sendable
    private func show(_ call: Call) async throws -> Reply<CalendarAnswer> {
        _ = try call.person()
        let found = try definitions.calendar(try call.step("id"))
        return Reply(found.calendar.answer(isCurrent: found.isCurrent))
    }

    @Sendable
    private func calculate(
        _ call: Call, _ body: SentBody<DeadlineQuestion>
    ) async throws -> Reply<DeadlineAnswer> {
        _ = try call.person()
        let question = try await body.read().value
        let found = try deadlines.answer(
            WorkingTimeQuestion(question), on: question.calendar, hoursOf: question.hoursOf)
        var answer = DeadlineAnswer(found)
        answer.calendar = "\(found.calendar.name)@\(found.calendar.revision)"
        return Reply(answer)
    }
}
