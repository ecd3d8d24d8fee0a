import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `POST /v1/proposals`: category, units, duplicates and common needs for a text, before filing.
struct ProposalController {
    let desk: Desk
    let proposals: Propose

    func addRoutes(to router: Routes) {
        router.post("/proposals", use: propose)
    }

    private static let shape = BodyShape.object([
        "text": .open, "category": .open, "division": .open, "enterprise": .open, "class": .open,
        "complainedUnit": .open, "issue": .open,
    ])

    @Sendable
    private func propose(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let wanted = try (try await JSONBody(request, context))
            .decode(ProposalBody.self, shape: Self.shape)
        let asker = desk.asker(person)
        let proposed = try await proposals.proposal(for: ProposalQuestion(wanted), asker)
        return try JSONAnswer.response(Viewer(asker, context.language).proposal(proposed))
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
