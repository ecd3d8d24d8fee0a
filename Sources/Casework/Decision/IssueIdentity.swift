/// The ids that a new issue has before its filing is decided; its number comes after that.
package struct IssueIdentity: Sendable {
    package let issue: IssueID
    package let caseID: CaseID
    /// Nil where the case is about something else.
    package let enterprise: EnterpriseID?
    /// Counts from 1 within the case.
    package let ordinal: Int
    package let facts: SubjectFacts

    package init(
        issue: IssueID, caseID: CaseID, enterprise: EnterpriseID?, ordinal: Int,
        facts: SubjectFacts = SubjectFacts()
    ) {
        self.facts = facts
        self.issue = issue
        self.caseID = caseID
        self.enterprise = enterprise
        self.ordinal = ordinal
    }
}
