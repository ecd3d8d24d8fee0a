import APIModel
import Casework
import Engine
import Hummingbird
import UseCases

/// Shows who exists: the caller, units, enterprises by name.
struct DirectoryController {
    let gateway: CommandGateway
    let directory: ReadDirectory

    private static let division = QueryParameter(
        "division", "六位行政区划代码", "The six digits of a division")

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.whoami, "我是谁", "Says whose token it is", use: whoami),
            .get(.units, "列出单位", "Lists units", use: units)
                .reading([Self.division]),
            .get(.enterprises, "按名称查找企业", "Finds enterprises by name", use: enterprises)
                .reading([.search, .cursor, .limit]),
        ]
    }

    @Sendable
    private func whoami(_ call: Call) async throws -> Reply<PrincipalAnswer> {
        let person = try call.person()
        let asker = gateway.asker(person)
        let times = directory.timesAway(concerning: person, asker)
        return Reply(
            Viewer(asker, call.language).principal(
                person, standsInFor: times.standsInFor, away: times.away, at: asker.now))
    }

    @Sendable
    private func units(_ call: Call) async throws -> Reply<Page<UnitDetailAnswer>> {
        let asker = gateway.asker(try call.person())
        let found = try directory.units(
            in: call.parameters.get("division"), asker)
        let viewer = Viewer(asker, call.language)
        return Reply(Page(items: found.map(viewer.unitDetail), next: nil))
    }

    @Sendable
    private func enterprises(_ call: Call) async throws -> Reply<Page<EnterpriseAnswer>> {
        let asker = gateway.asker(try call.person())
        let parameters = call.parameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters)
        let found = try await directory.enterprises(
            like: try SearchWords.read(parameters) ?? "",
            after: after.map { EnterpriseID(Int64($0)) }, limit: limit)
        let viewer = Viewer(asker, call.language)
        return Reply(
            Page(
                items: found.items.compactMap { viewer.enterprise($0) },
                next: found.next(\.id.description)))
    }
}
