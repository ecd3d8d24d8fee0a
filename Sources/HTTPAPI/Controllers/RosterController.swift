import APIModel
import Casework
import Engine
import Hummingbird
import UseCases

/// Shows officers and what they are paired with.
struct RosterController {
    let gateway: CommandGateway
    let directory: ReadDirectory

    private static let officer = QueryParameter("officer", "登录名或姓名", "A login or a name")

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.officers, "列出服务员与各单位人员", "Lists officers", use: officers)
                .reading([.unit, .cursor, .limit]),
            .get(.pairings, "列出包联关系", "Lists pairings of officers with enterprises", use: pairings)
                .reading([.enterprise, Self.officer, .cursor, .limit]),
        ]
    }

    @Sendable
    private func officers(_ call: Call) async throws -> Reply<Page<OfficerAnswer>> {
        let asker = gateway.asker(try call.person())
        let parameters = call.parameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters) ?? 0
        let found = try directory.officers(
            of: parameters.get("unit"), after: Int64(after), limit: limit, asker)
        let viewer = Viewer(asker, call.language)
        return Reply(
            Page(items: found.items.map(viewer.officer), next: found.next(\.person.id.description)))
    }

    @Sendable
    private func pairings(_ call: Call) async throws -> Reply<Page<PairingAnswer>> {
        let asker = gateway.asker(try call.person())
        let parameters = call.parameters
        let query = try await directory.pairingQuery(
            enterprise: parameters.get("enterprise"), officer: parameters.get("officer"), asker)
        let limit = try QueryNumber.limit(parameters)
        let (found, enterprises) = try await directory.pairings(
            query, after: parameters.get("cursor").map { try PairingPlace(cursor: $0) },
            limit: limit)
        let viewer = Viewer(asker, call.language)
        return Reply(
            Page(
                items: found.items.map { viewer.pairing($0.pairing, of: $0.person, enterprises) },
                next: found.next(\.place.cursor)))
    }
}
