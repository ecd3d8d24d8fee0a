import APIModel
import APIText
import Hummingbird
import UseCases
import WorkingTime

/// `GET /v1/calendars`, one of them, and `POST /v1/deadlines`.
struct CalendarController {
    let definitions: ReadDefinitions
    let deadlines: ReckonDeadlines

    func addRoutes(to router: Routes) {
        router.get("/calendars", use: list)
        router.get("/calendars/:id", use: show)
        router.post("/deadlines", use: reckon)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try context.requirePerson()
        return try JSONAnswer.response(
            Page(
                items: definitions.calendars().map {
                    $0.calendar.summary(isCurrent: $0.isCurrent)
                },
                next: nil))
    }

    @Sendable
    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try context.requirePerson()
        let found = try definitions.calendar(try context.parameters.require("id"))
        return try JSONAnswer.response(found.calendar.answer(isCurrent: found.isCurrent))
    }

    @Sendable
    private func reckon(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try context.requirePerson()
        let question = try await JSONBody(request, context).decode(
            DeadlineQuestion.self, shape: DeadlineQuestion.shape)
        let found = try deadlines.answer(
            WorkingTimeQuestion(question), on: question.calendar, hoursOf: question.hoursOf)
        var answer = DeadlineAnswer(found)
        answer.calendar = "\(found.calendar.name)@\(found.calendar.revision)"
        return try JSONAnswer.response(answer)
    }
}
