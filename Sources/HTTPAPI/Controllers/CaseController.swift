import APIModel
import APIText
import Casework
import Engine
import HTTPTypes
import Hummingbird
import UseCases

/// `POST /v1/cases` and `GET /v1/cases/{id}`.
struct CaseController {
    let gateway: CommandGateway
    let cases: ReadCases
    let filing: FileCases

    func endpoints() throws -> [Endpoint] {
        try [
            .post(.cases, "登记诉求", "Files a case", use: file)
                .answering(.created).once(.required).telling(.location)
                .refusing(
                    .forbidden, .invalidFields, .invalidValues, .externalReferenceTaken,
                    .guardFailed, .outsideCalendar, .unknownAction),
            .get(.case, "一件诉求", "Shows a case", use: show),
        ]
    }

    @Sendable
    private func file(
        _ call: Call, _ body: SentBody<CaseFiling>
    ) async throws -> Reply<CaseAnswer> {
        let principal = Principal.person(try call.person())
        let sent = try await body.read()
        let key = FileCases.key(
            try RequestHeaders.idempotencyKey(call.request.headers), of: principal)
        let digest = RequestDigest.digest(of: call.request, body: sent.bytes)
        let filed = try await filed(
            Filing(sent.value, by: principal, key: key, requestDigest: digest, at: gateway.time.now)
        )
        let viewer = Viewer(world: gateway.world.value, standingAt: gateway.time.now, call.language)
        return Reply(
            viewer.filedCase(filed.extract), isReplay: filed.isReplay,
            headers: [.location: APIPath.case.address("\(filed.extract.filed.id)")])
    }

    /// The fields of a filing stand at the top of the request's body.
    private func filed(_ intent: Filing) async throws -> FileCases.Filed {
        do {
            return try await filing.file(intent)
        } catch let refusal as Refusal {
            throw FilingRefusal(refusal: refusal)
        }
    }

    @Sendable
    private func show(_ call: Call) async throws -> Reply<CaseAnswer> {
        let asker = gateway.asker(try call.person())
        let extract = try await cases.extract(
            of: CaseReference(call.step("id")), for: asker)
        return Reply(Viewer(asker, call.language).filedCase(extract))
    }
}
