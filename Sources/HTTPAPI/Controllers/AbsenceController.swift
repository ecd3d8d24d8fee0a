import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `/v1/absences`: the officer's own, and those that its head answers for.
struct AbsenceController {
    let desk: Desk
    let absences: NoteAbsences

    func addRoutes(to router: Routes) {
        router.get("/absences", use: list)
        router.post("/absences", use: put)
        router.post("/absences/end", use: end)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let found = try await absences.list(concerning: person)
        let viewer = Viewer(desk.asker(person), context.language)
        return try JSONAnswer.response(
            Page(
                items: found.noted.map(viewer.absence) + found.vacant.compactMap(viewer.vacancy),
                next: nil))
    }

    @Sendable
    private func put(_ request: Request, _ context: APIContext) async throws -> Response {
        let author = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(
            AbsenceBody.self,
            shape: .object([
                "officer": .open, "from": .open, "until": .open, "deputy": .open, "reason": .open,
            ]))
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: author)
        let isReplay = try await absences.put(AbsenceWish(wanted), by: author, under: key)
        return try answer(wanted, isReplay: isReplay)
    }

    @Sendable
    private func end(_ request: Request, _ context: APIContext) async throws -> Response {
        let author = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(
            AbsenceEndBody.self, shape: .object(["officer": .open, "from": .open]))
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: author)
        let isReplay = try await absences.end(
            of: wanted.officer, from: wanted.from, by: author, under: key)
        return try answer(wanted, isReplay: isReplay)
    }

    private func answer(_ body: some Encodable, isReplay: Bool) throws -> Response {
        try JSONAnswer.response(
            body, status: .created, headers: RequestHeaders.replayed(isReplay))
    }
}

extension AbsenceWish {
    fileprivate init(_ body: AbsenceBody) {
        self.init(
            officer: body.officer, from: body.from, until: body.until, deputy: body.deputy,
            reason: body.reason)
    }
}
