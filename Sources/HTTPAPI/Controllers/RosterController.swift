import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// Shows officers and pairings; takes the visits that officers note themselves.
struct RosterController {
    let desk: Desk
    let reader: any CaseReader
    let records: any DirectoryRecords & RequestRecords

    func addRoutes(to router: Routes) {
        router.get("/officers", reading: .only(["unit", "cursor", "limit"]), use: officers)
        router.get(
            "/pairings", reading: .only(["enterprise", "officer", "cursor", "limit"]),
            use: pairings)
        router.get("/visits", reading: .only(["enterprise", "cursor", "limit"]), use: visits)
        router.post("/visits", use: visit)
    }

    @Sendable
    private func officers(_ request: Request, _ context: APIContext) async throws -> Response {
        let viewer = viewer(try context.requirePerson(), context)
        let directory = viewer.world.directory
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters) ?? 0
        let unit = try parameters.get("unit").map { code in
            guard let unit = directory.unit(code: code) else {
                throw RequestFault.unknownUnit(code)
            }
            return unit.id
        }
        let found = directory.persons.filter { person in
            person.id.rawValue > after
                && unit.map { id in person.grants.contains { $0.unit == id } } ?? true
        }.sorted { $0.id < $1.id }
        let page = found.prefix(limit)
        return try JSONAnswer.response(
            Page(
                items: page.map { officer($0, viewer) },
                next: found.count > limit ? page.last?.id.description : nil))
    }

    private func officer(_ person: Person, _ viewer: Viewer) -> OfficerAnswer {
        let directory = viewer.world.directory
        let isPresent = directory.isPresent(person, at: viewer.at)
        let deputy = isPresent ? nil : directory.present(person, at: viewer.at)?.person.id
        let grants = person.grants.filter { $0.validity.holds(at: viewer.at) }
        return OfficerAnswer(
            login: person.login, name: person.name,
            grants: grants.compactMap { grant in
                directory.unit(grant.unit).map {
                    .init(
                        role: grant.role.rawValue,
                        unit: UnitAnswer(code: $0.code, name: viewer.text($0.name(at: viewer.at))))
                }
            },
            isPresent: isPresent, deputy: viewer.person(deputy))
    }

    /// Pairings of one enterprise, of one officer, or of both with each other.
    @Sendable
    private func pairings(_ request: Request, _ context: APIContext) async throws -> Response {
        let viewer = viewer(try context.requirePerson(), context)
        let parameters = request.uri.queryParameters
        let directory = viewer.world.directory
        let wanted = (code: parameters.get("enterprise"), login: parameters.get("officer"))
        guard wanted.code != nil || wanted.login != nil else {
            throw RequestFault.badParameter(
                name: "enterprise", zh: "请给出企业的统一社会信用代码，或以 officer 给出人员账号。",
                en: "give a credit code; or officer=, a login")
        }
        var subject: Pairing.Subject?
        if let code = wanted.code { subject = .enterprise(try await enterprise(code).id) }
        let persons =
            try wanted.login.map { login in
                guard let person = directory.person(login: login) else {
                    throw RequestFault.unknownOfficer(login)
                }
                return [person]
            } ?? directory.persons
        let limit = try QueryNumber.limit(parameters)
        let found = try pairings(
            of: persons, with: subject, after: parameters.get("cursor").map { try PairingPlace($0) }
        )
        let page = found.prefix(limit)
        let enterprises = try await reader.enterprises(
            page.compactMap {
                if case .enterprise(let id) = $0.pairing.subject { id } else { nil }
            })
        return try JSONAnswer.response(
            Page(
                items: page.map { answer($0.person, $0.pairing, enterprises, viewer) },
                next: found.count > limit ? page.last?.place.text : nil))
    }

    private typealias PlacedPairing = (place: PairingPlace, person: Person, pairing: Pairing)

    /// Those that come after a place, in their order.
    private func pairings(
        of persons: [Person], with subject: Pairing.Subject?, after place: PairingPlace?
    ) -> [PlacedPairing] {
        persons.flatMap { person in
            person.pairings.filter { subject == nil || $0.subject == subject }
                .map { (PairingPlace(person.id, $0), person, $0) as PlacedPairing }
        }
        .filter { found in place.map { $0 < found.place } ?? true }
        .sorted { $0.place < $1.place }
    }

    private func answer(
        _ person: Person, _ pairing: Pairing, _ enterprises: [EnterpriseID: Enterprise],
        _ viewer: Viewer
    ) -> PairingAnswer {
        let zone = viewer.world.zone
        var enterprise: EnterpriseAnswer?
        var project: String?
        var chain: String?
        switch pairing.subject {
        case .enterprise(let id): enterprise = viewer.enterprise(enterprises[id])
        case .project(let code): project = code
        case .chain(let code): chain = code
        }
        return PairingAnswer(
            officer: PersonAnswer(login: person.login, name: person.name), enterprise: enterprise,
            project: project, chain: chain, level: pairing.level, isChief: pairing.isChief,
            from: pairing.validity.from.map { zone.date(at: $0).description },
            until: pairing.validity.until.map {
                zone.date(at: $0.adding(seconds: -1)).description
            })
    }

    /// Visits that the caller made, or to enterprises that it looks after.
    @Sendable
    private func visits(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let viewer = viewer(person, context)
        let parameters = request.uri.queryParameters
        let limit = try QueryNumber.limit(parameters)
        let after = try QueryNumber.cursor(parameters) ?? 0
        var wanted: Enterprise?
        if let code = parameters.get("enterprise") {
            wanted = try await enterprise(code)
        }
        let seesAll = wanted.map { looksAfter($0, viewer.scope) } ?? false
        let found = try await records.visits(
            by: seesAll ? nil : person.id, to: wanted?.id, after: Int64(after), limit: limit + 1)
        let page = found.prefix(limit)
        let enterprises = try await reader.enterprises(page.map(\.enterprise))
        return try JSONAnswer.response(
            Page(
                items: page.map { answer($0, enterprises, viewer) },
                next: found.count > limit ? page.last.map { String($0.id) } : nil))
    }

    private func looksAfter(_ enterprise: Enterprise, _ scope: Scope) -> Bool {
        scope.enterprises.contains(enterprise.id) || scope.divisions.contains(enterprise.division)
    }

    @Sendable
    private func visit(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(
            VisitBody.self,
            shape: .object(["enterprise": .open, "on": .open, "note": .open]))
        let viewer = viewer(person, context)
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: person)
        if let key, let id = try await records.kept(Int64.self, under: key) {
            return try await replay(id, person, viewer)
        }
        let today = viewer.world.zone.date(at: viewer.at)
        let date = try wanted.on.map { try BodyField.date($0, at: "/on") } ?? today
        guard person.holds(.serviceOfficer) else {
            throw RequestFault.forbidden(zh: "走访由服务员登记。", en: "Service officers note visits.")
        }
        guard date <= today else {
            throw RequestFault.invalid([.init(pointer: "/on", detail: "lies in the future")])
        }
        guard date.dayNumber > today.dayNumber - Self.oldestVisitInDays else {
            throw RequestFault.invalid([
                .init(pointer: "/on", detail: "lies more than a year back")
            ])
        }
        try BodyField.check(wanted.note, most: 2000, at: "/note")
        guard let code = UnifiedSocialCreditCode(wanted.enterprise),
            let enterprise = try await reader.enterprise(creditCode: code.text)
        else {
            throw RequestFault.invalid([
                .init(pointer: "/enterprise", detail: "is not in the directory")
            ])
        }
        guard looksAfter(enterprise, viewer.scope) else {
            throw RequestFault.invalid([
                .init(pointer: "/enterprise", detail: "is not one that you look after")
            ])
        }
        let noted = try await records.addVisit(
            by: person.id, to: enterprise.id, on: date, note: wanted.note, at: viewer.at,
            under: key)
        guard let noted else {
            throw RequestFault.invalid([
                .init(pointer: "/on", detail: "that day's visit is noted already")
            ])
        }
        return try JSONAnswer.response(
            VisitAnswer(
                id: String(noted.value), officer: viewer.person(person.id),
                enterprise: viewer.enterprise(enterprise), on: date.description, note: wanted.note),
            status: .created, headers: RequestHeaders.replayed(noted.isReplay))
    }

    /// What this very request noted before: nothing of it is judged again.
    private func replay(_ id: Int64, _ person: Person, _ viewer: Viewer) async throws -> Response {
        let noted = try await records.visits(by: person.id, to: nil, after: id - 1, limit: 1)
        guard let visit = noted.first, visit.id == id else {
            throw WorldFault("visit \(id) is kept as an answer, and is not there")
        }
        let enterprises = try await reader.enterprises([visit.enterprise])
        return try JSONAnswer.response(
            answer(visit, enterprises, viewer), status: .created,
            headers: RequestHeaders.replayed(true))
    }

    private func answer(
        _ visit: Visit, _ enterprises: [EnterpriseID: Enterprise], _ viewer: Viewer
    ) -> VisitAnswer {
        VisitAnswer(
            id: String(visit.id), officer: viewer.person(visit.person),
            enterprise: viewer.enterprise(enterprises[visit.enterprise]),
            on: visit.on.description, note: visit.note)
    }

    private static let oldestVisitInDays: Int64 = 366

    private func enterprise(_ text: String) async throws -> Enterprise {
        guard let code = UnifiedSocialCreditCode(text),
            let found = try await reader.enterprise(creditCode: code.text)
        else {
            throw RequestFault.unknownEnterprise(text)
        }
        return found
    }

    private func viewer(_ person: Person, _ context: APIContext) -> Viewer {
        Viewer(
            .person(person), world: desk.world.value, language: context.language,
            now: desk.time.now)
    }
}
