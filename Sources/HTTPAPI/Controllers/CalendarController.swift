import APIModel
import Casework
import Engine
import Hummingbird
import WorkingTime

/// `GET /v1/calendars`, one of them, and `POST /v1/deadlines`.
struct CalendarController {
    let desk: Desk

    func addRoutes(to router: Routes) {
        router.get("/calendars", use: list)
        router.get("/calendars/:id", use: show)
        router.post("/deadlines", use: reckon)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try context.requirePerson()
        let world = desk.world.value
        let items = world.calendarNames.flatMap { name in
            world.calendars(named: name).enumerated().map { index, calendar in
                calendar.summary(isCurrent: index == 0)
            }
        }
        return try JSONAnswer.response(Page(items: items, next: nil))
    }

    @Sendable
    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try context.requirePerson()
        let world = desk.world.value
        guard let calendar = world.calendar(try context.parameters.require("id")) else {
            throw RequestFault.notFound
        }
        let isCurrent = world.currentCalendar(calendar.name) === calendar
        return try JSONAnswer.response(calendar.answer(isCurrent: isCurrent))
    }

    @Sendable
    private func reckon(_ request: Request, _ context: APIContext) async throws -> Response {
        _ = try context.requirePerson()
        let question = try await JSONBody(request, context).decode(
            DeadlineQuestion.self, shape: DeadlineQuestion.shape)
        let world = desk.world.value
        guard let calendar = world.calendar(question.calendar) else {
            throw RequestFault.unknownCalendar(question.calendar, known: world.calendarNames)
        }
        if let unit = question.hoursOf, world.directory.unit(code: unit) == nil {
            throw RequestFault.invalid([
                .init(pointer: "/hoursOf", detail: "is no unit of the directory")
            ])
        }
        let reckoner = DeadlineReckoner(
            calendar: world.calendar(calendar, for: question.hoursOf), question: question)
        var answer = try reckoner.answer()
        answer.calendar = "\(calendar.name)@\(calendar.revision)"
        return try JSONAnswer.response(answer)
    }
}
