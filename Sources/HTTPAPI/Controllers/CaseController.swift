import APIModel
import Casework
import Engine
import HTTPTypes
import Hummingbird
import Workflow
import WorkingTime

/// `POST /v1/cases` and `GET /v1/cases/{id}`.
struct CaseController {
    let desk: Desk
    let reader: any CaseReader

    func addRoutes(to router: Routes) {
        router.post("/cases", use: file)
        router.get("/cases/:id", use: show)
    }

    @Sendable
    private func file(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(CaseFiling.self, shape: FilingShape.shape)
        let principal = Principal.person(person)
        let key = CommandKey(
            deriving: [
                principal.keySpace, "case", try RequestHeaders.idempotencyKey(request.headers),
            ])
        let digest = RequestDigest.digest(of: request, body: body.bytes)
        let filing = Filing(
            wanted, by: principal, key: key, requestDigest: digest, at: desk.time.now)
        do {
            return try await answer(
                try await desk.file(filing), principal, context, status: .created)
        } catch let refusal as Refusal {
            throw FilingRefusal(refusal: refusal)
        }
    }

    private func answer(
        _ outcome: FilingOutcome, _ principal: Principal, _ context: APIContext,
        status: HTTPResponse.Status
    ) async throws -> Response {
        switch outcome {
        case .filed(let filed, let births):
            try await response(filed, births.map(\.after), principal, context, isReplay: false)
        case .replay(let id): try await replay(id, principal, context)
        }
    }

    /// The first answer again: each issue as its first event left it.
    private func replay(
        _ id: CaseID, _ principal: Principal, _ context: APIContext
    ) async throws -> Response {
        guard let filed = try await reader.filedCase(id) else { throw RequestFault.notFound }
        var issues: [Issue] = []
        for issue in try await reader.issueIDs(of: id) {
            let first = try await desk.store.events(of: issue, upTo: 1)
            guard var born = try await desk.store.unborn(issue), let event = first.first,
                event.requestDigest.isEmpty == false, event.at == filed.filedAt
            else { continue }
            born.apply(event)
            issues.append(born)
        }
        return try await response(filed, issues, principal, context, isReplay: true)
    }

    private func response(
        _ filed: FiledCase, _ issues: [Issue], _ principal: Principal, _ context: APIContext,
        isReplay: Bool
    ) async throws -> Response {
        let viewer = Viewer(
            principal, world: desk.world.value, language: context.language,
            standingAt: desk.time.now)
        var headers: HTTPFields = [.location: "/v1/cases/\(filed.id)"]
        if isReplay { headers[.idempotencyReplayed] = "true" }
        return try JSONAnswer.response(
            try await answer(filed, issues, viewer), status: .created, headers: headers)
    }

    private func answer(
        _ filed: FiledCase, _ issues: [Issue], _ viewer: Viewer, words: CaseWords = .shown
    ) async throws -> CaseAnswer {
        let enterprise = try await reader.enterprises([filed.enterprise])[filed.enterprise]
        let workflow = viewer.world.workflow(filed.workflow)?.definition
        let zone = workflow.flatMap { viewer.world.currentCalendar($0.calendar) }?.zone ?? .utc
        let isOpen = issues.contains { workflow?.state($0.state)?.isOpen ?? false }
        return CaseAnswer(
            id: filed.id.description, number: filed.number, workflow: workflow?.id ?? "",
            enterprise: viewer.enterprise(enterprise)
                ?? EnterpriseAnswer(creditCode: "", name: "", division: "", tags: []),
            source: filed.source,
            externalReference: words == .shown ? filed.externalReference : nil,
            note: words == .shown ? filed.note : nil,
            filedAt: viewer.time(filed.filedAt, zone),
            filedBy: viewer.person(filed.filer) ?? PersonAnswer(login: "", name: ""),
            state: isOpen ? "open" : "ended",
            issues: issues.map { viewer.issue($0, enterprise: nil) },
            warnings: filed.creditCodeOverride.map { [Warning.creditCode($0, viewer.language)] })
    }

    @Sendable
    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let principal = Principal.person(try context.requirePerson())
        let world = desk.world.value
        guard let id = try await caseID(context.parameters.require("id")),
            let filed = try await reader.filedCase(id)
        else { throw RequestFault.notFound }
        let scope = world.scope(of: principal, at: desk.time.now)
        let all = try await reader.issues(try await reader.issueIDs(of: id))
        let issues = all.filter { scope.sees($0, in: world.directory) }
        guard !issues.isEmpty else { throw RequestFault.notFound }
        let viewer = Viewer(principal, world: world, language: context.language, now: desk.time.now)
        // They may speak of the issues that are not shown.
        return try JSONAnswer.response(
            try await answer(
                filed, issues, viewer, words: issues.count == all.count ? .shown : .withheld))
    }

    private func caseID(_ text: String) async throws -> CaseID? {
        if let id = PathNumber.read(text) { return CaseID(id) }
        return text.utf8.count <= 40 ? try await reader.caseID(number: text) : nil
    }
}

/// Whether an answer holds what was written about a case as a whole.
private enum CaseWords {
    case shown, withheld
}

/// What is odd about a filing that was taken all the same.
enum Warning {
    static func creditCode(_ reason: String, _ language: Language) -> String {
        language == .english
            ? "The credit code's check digit is wrong; accepted because: \(reason)"
            : "统一社会信用代码校验位不符，已按所述理由接受：\(reason)"
    }
}
