package import Casework
import Languages
package import Store
import WorkingTime

/// Proposes category, units, duplicates and common needs for a text, before anything is filed.
package struct Propose: Sendable {
    private let issues: IssueRecords
    private let lists: IssueLists
    private let enterprises: EnterpriseRecords

    package init(records: Records) {
        issues = records.issues
        lists = records.lists
        enterprises = records.enterprises
    }

    /// What is proposed, and how that came about.
    package struct Proposed: Sendable {
        package let category: String
        package let division: String
        /// What the words of the text speak for, the likeliest first.
        package let guesses: [TextSignals.Guess]
        package let units: Proposal
        /// What the same enterprise filed lately, with a like text.
        package let duplicates: SimilarIssues
        package let common: SharedNeed
    }

    package func proposal(
        for asked: ProposalQuestion, _ asker: Asker
    ) async throws -> Proposed {
        let world = asker.world
        let question = asked.understood(asker)
        let enterprise = try await enterprise(question.enterprise)
        let router = world.router(at: asker.now)
        let reading = router.reading(of: question.text)
        let routed = try question.routed(
            reading, enterprise, world.definitions, in: world.directory, at: asker.now)
        let proposal = router.proposal(for: routed)
        let search = SimilarIssueSearch(
            issues: issues, lists: lists, asker: asker,
            except: try await number(question.issue, asker))
        return Proposed(
            category: routed.category, division: routed.division, guesses: reading.guesses,
            units: proposal,
            duplicates: try await search.duplicates(of: question.text, by: enterprise?.id),
            common: try await search.common(
                question.text, category: routed.category, by: enterprise?.id))
    }

    private func enterprise(_ text: String?) async throws -> Enterprise? {
        guard let text else { return nil }
        guard let code = UnifiedSocialCreditCode(text),
            let found = try await enterprises.enterprise(creditCode: code.text)
        else { throw InputFault.invalid("/enterprise", zh: "不在名录中", en: "is not in the directory") }
        return found
    }

    /// The issue that is not compared with itself; what the asker may not see does not exist.
    private func number(_ text: String?, _ asker: Asker) async throws -> String? {
        guard let text else { return nil }
        guard IssueNumber.isOne(text), let id = try await issues.issueID(number: text),
            let issue = try await issues.issues([id]).first, asker.sees(issue)
        else {
            throw InputFault.invalid("/issue", .noIssue)
        }
        return text
    }
}
