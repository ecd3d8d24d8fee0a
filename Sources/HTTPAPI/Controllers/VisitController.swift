import APIModel
import APIText
import Engine
import Hummingbird
import Languages
import UseCases

/// `/v1/visits`: those that officers note themselves.
struct VisitController {
    let gateway: CommandGateway
    let visits: NoteVisits

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.visits, "列出走访", "Lists visits", use: list)
                .reading([.enterprise, .cursor, .limit]),
            .post(.visits, "登记走访", "Notes a visit", use: note)
                .answering(.created).once(.optional)
                .calledBy(Label(zh: "服务员", en: "Service officers"))
                .refusing(.notPermitted, .invalidValues),
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<VisitAnswer>> {
        let person = try call.person()
        let asker = gateway.asker(person)
        let parameters = call.parameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters) ?? 0
        let found = try await visits.list(
            to: parameters.get("enterprise"), after: Int64(after), limit: limit, by: person, asker)
        let viewer = Viewer(asker, call.language)
        return Reply(
            Page(items: found.items.map(viewer.visit), next: found.next { String($0.visit.id) }))
    }

    @Sendable
    private func note(
        _ call: Call, _ body: SentBody<VisitBody>
    ) async throws -> Reply<VisitAnswer> {
        let person = try call.person()
        let sent = try await body.read()
        let wanted = sent.value
        let asker = gateway.asker(person)
        let key = try call.requestKey(sent.bytes)
        let noted = try await visits.note(
            VisitRequest(enterprise: wanted.enterprise, on: wanted.on, note: wanted.note),
            by: person, asker, under: key)
        return Reply(Viewer(asker, call.language).visit(noted.known), isReplay: noted.isReplay)
    }
}
