package import Casework
package import WorkingTime

/// Reads what was stored, for those who look: lists, single issues, people's credentials.
package protocol CaseReader: Sendable {
    /// Reads issues with all their clocks, in the order asked for; unknown ones are left out.
    func issues(_ ids: [IssueID]) async throws -> [Issue]
    func issueID(number: String) async throws -> IssueID?
    /// Finds issues by their numbers; numbers that none has are left out.
    func issueIDs(numbers: [String]) async throws -> [String: IssueID]
    /// Reads a page of an issue's events, ordered by sequence.
    func events(of issue: IssueID, after: Int, upTo: Int, limit: Int) async throws -> [IssueEvent]
    /// Reads those events of an issue that raised its level, ordered by sequence.
    func climbs(of issue: IssueID) async throws -> [IssueEvent]
    func filedCase(_ id: CaseID) async throws -> FiledCase?
    func caseID(number: String) async throws -> CaseID?
    func issueIDs(of filed: CaseID) async throws -> [IssueID]
    /// Lists visible issues by class, then deadline, after a place in that order.
    func list(
        _ filter: IssueFilter, in scope: Scope, after place: QueuePlace?, limit: Int
    ) async throws -> [QueuePlace]
    /// Lists the open issues that one unit leads, by the index made for that.
    func queue(
        of unit: UnitID, after place: QueuePlace?, limit: Int
    ) async throws -> [QueuePlace]
    func enterprise(creditCode: String) async throws -> Enterprise?
    func enterprises(_ ids: [EnterpriseID]) async throws -> [EnterpriseID: Enterprise]
    /// Searches by a part of the name or credit code, ordered by id.
    func searchEnterprises(
        _ text: String, after: EnterpriseID?, limit: Int
    ) async throws -> [Enterprise]
    /// Lists what an enterprise filed since an instant, the newest first.
    func recentIssues(
        of enterprise: EnterpriseID, since: Instant, limit: Int
    ) async throws -> [IssueID]
    /// Lists what was filed in a category since an instant, the newest first.
    func recentIssues(
        inCategory category: String, since: Instant, limit: Int
    ) async throws -> [IssueID]
    /// Lists open issues of a category filed since an instant, the newest first.
    func recentOpenIssues(
        inCategory category: String, since: Instant, limit: Int
    ) async throws -> [IssueID]
    /// Finds those of some issues that others stand under.
    func leads(among issues: [IssueID]) async throws -> Set<IssueID>
    /// Lists the issues that stand under one that is handled for all.
    func members(ofCommon lead: IssueID) async throws -> [IssueID]
    func token(digest: [UInt8]) async throws -> TokenRecord?
    func link(digest: [UInt8]) async throws -> LinkRecord?
    /// Asks whether the store answers at all.
    func ping() async throws
}
