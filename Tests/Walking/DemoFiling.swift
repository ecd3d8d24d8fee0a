package import Casework

/// What filings in memory are decided on.
package enum DemoFiling {
    /// A code whose check digit is right.
    package static let creditCode = "91410100MADEM0046Q"

    /// Decides a filing of one issue, for an enterprise of which nothing is known but its id.
    ///
    /// - Throws: `Refusal`.
    package static func newIssue(
        of filing: Filing, for enterprise: EnterpriseID, in world: World
    ) throws -> Decision.NewIssue {
        let known = Enterprise(
            id: enterprise, creditCode: creditCode, name: "示例企业", division: "410102", tags: [])
        let loaded = LoadedFiling(
            earlier: nil, enterprise: known, isReferenceTaken: false, caseID: CaseID(1),
            newEnterpriseID: EnterpriseID(1000), issueIDs: [IssueID(1)])
        switch Decider(world: world).decide(filing, on: loaded) {
        case .decided(let decision): return decision.numbered("ZQ2026-000001").newIssues[0]
        case .refused(let refusal): throw refusal
        case .invalid(let invalid): throw invalid
        case .failed(let fault): throw fault
        case .replay: throw WorldFault("the filing was made before")
        }
    }
}
