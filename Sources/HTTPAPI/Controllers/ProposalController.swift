import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `POST /v1/proposals`: category, units, duplicates and common needs for a text, before filing.
struct ProposalController {
    let gateway: CommandGateway
    let proposals: Propose

    func endpoints() throws -> [Endpoint] {
        try [
            .post(
                .proposals, "为一段文字建议类别、单位，并查重", "Proposes category and units for a text",
                use: propose
            ).refusing(.invalidValues)
        ]
    }

    @Sendable
    private func propose(
        _ call: Call, _ body: SentBody<ProposalBody>
    ) async throws -> Reply<ProposalAnswer> {
        let person = try call.person()
        let wanted = try await body.read().value
        let asker = gateway.asker(person)
        let proposed = try await proposals.proposal(for: ProposalQuestion(wanted), asker)
        return Reply(Viewer(asker, call.language).proposal(proposed))
    }
}

extension ProposalQuestion {
    fileprivate init(_ wanted: ProposalBody) {
        self.init(text: wanted.text)
        category = wanted.category
        division = wanted.division
        enterprise = wanted.enterprise
        issueClass = wanted.class
        complainedUnit = wanted.complainedUnit
        issue = wanted.issue
    }
}
