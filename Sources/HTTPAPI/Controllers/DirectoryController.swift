import APIModel
import Casework
import Engine
import Hummingbird
import Workflow

/// Shows who exists: the caller, units, enterprises by name.
struct DirectoryController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: Routes) {
        router.get("/whoami", use: whoami)
        router.get("/units", reading: .only(["division"]), use: units)
        router.get(
            "/enterprises", reading: .only(["q", "cursor", "limit"]), use: enterprises)
    }

    @Sendable
    private func whoami(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let viewer = self.viewer(person, context)
        let grants = person.grants.compactMap { grant in
            viewer.world.directory.unit(grant.unit).map {
                PrincipalAnswer.Grant(
                    role: grant.role.rawValue,
                    unit: UnitAnswer(code: $0.code, name: viewer.text($0.name)))
            }
        }
        return try JSONAnswer.response(
            viewer.principal(person, grants: grants, at: desk.time.now))
    }

    @Sendable
    private func units(_ request: Request, _ context: APIContext) async throws -> Response {
        let viewer = self.viewer(try context.requirePerson(), context)
        let parameters = request.uri.queryParameters
        let directory = viewer.world.directory
        let division = try parameters.get("division").map { code in
            guard directory.division(code) != nil else {
                throw RequestFault.badParameter(
                    name: "division", zh: "没有代码为“\(code.prefix(40))”的属地，应为六位代码。",
                    en: "there is no division “\(code.prefix(40))”; give its six-digit code")
            }
            return code
        }
        let units = directory.units.filter { division == nil || $0.division == division }
        return try JSONAnswer.response(
            Page(
                items: units.map { unit in
                    UnitDetailAnswer(
                        code: unit.code, name: viewer.text(unit.name), kind: unit.kind.rawValue,
                        division: unit.division, functions: unit.functions, aliases: unit.aliases)
                },
                next: nil))
    }

    @Sendable
    private func enterprises(_ request: Request, _ context: APIContext) async throws -> Response {
        let viewer = self.viewer(try context.requirePerson(), context)
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters)
        let found = try await reader.searchEnterprises(
            try SearchWords.read(parameters) ?? "",
            after: after.map { EnterpriseID(Int64($0)) }, limit: limit + 1)
        let page = found.prefix(limit)
        return try JSONAnswer.response(
            Page(
                items: page.compactMap { viewer.enterprise($0) },
                next: found.count > limit ? page.last?.id.description : nil))
    }

    private func viewer(_ person: Person, _ context: APIContext) -> Viewer {
        Viewer(
            .person(person), world: desk.world.value, language: context.language,
            now: desk.time.now)
    }
}
