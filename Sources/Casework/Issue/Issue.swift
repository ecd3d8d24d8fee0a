import Workflow
package import WorkingTime

/// The unit of work: one need of one enterprise, or another matter that has states, people and deadlines,
/// with everything that decides what may happen next.
///
/// Term: 问题. Invariant: it is what folding its events gives.
package struct Issue: Hashable, Sendable {
    package let id: IssueID
    /// For people, e.g. `ZQ2026-000123-1`.
    package internal(set) var number: String
    package let caseID: CaseID
    /// Nil where its workflow is about something else: `PublishedDefinitions.subject(of:)` says what.
    package let enterprise: EnterpriseID?
    /// Nil where a program filed it.
    package let filer: PersonID?
    /// The version that it runs on; only a move to another changes it.
    package var workflow: WorkflowVersionID
    package let createdAt: Instant
    package var updatedAt: Instant
    /// The number of events; the version that `If-Match` names.
    package var sequence: Int
    package var state: String
    package var attributes: Attributes
    package var narrative: Narrative
    /// Ordered by number. The command path loads only those that have not ended.
    package var clocks: [Clock]
    /// The highest clock number ever given.
    package var clockCount: Int
    /// The digest of the last event.
    package var digest: [UInt8]

    package init(
        id: IssueID, number: String, caseID: CaseID, enterprise: EnterpriseID?, filer: PersonID?,
        workflow: WorkflowVersionID, createdAt: Instant, updatedAt: Instant, sequence: Int,
        state: String, attributes: Attributes, narrative: Narrative, clocks: [Clock],
        clockCount: Int, digest: [UInt8]
    ) {
        self.id = id
        self.number = number
        self.caseID = caseID
        self.enterprise = enterprise
        self.filer = filer
        self.workflow = workflow
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.sequence = sequence
        self.state = state
        self.attributes = attributes
        self.narrative = narrative
        self.clocks = clocks
        self.clockCount = clockCount
        self.digest = digest
    }

    /// The service officer who looks after the issue: who filed it, or who took it over since. Whatever
    /// having filed it allows is this one's.
    package var serviceOfficer: PersonID? {
        attributes.person(.serviceOfficer) ?? filer
    }

    package var liveClocks: [Clock] { clocks.filter { !$0.isEnded } }

    package func liveClocks(_ kind: String) -> [Clock] {
        clocks.filter { $0.kind == kind && !$0.isEnded }
    }
}

/// What a filing makes: one case of one or more issues. Term: 诉求单.
package struct FiledCase: Hashable, Sendable {
    package let id: CaseID
    package internal(set) var number: String
    package let subject: Subject
    package let workflow: WorkflowVersionID
    package let source: String
    package let externalReference: String?
    package let note: String?
    package let filer: PersonID
    package let filedAt: Instant
    /// Why a credit code with a wrong check digit was accepted; nil where it is right.
    package let creditCodeOverride: String?

    package init(
        id: CaseID, number: String, subject: Subject, workflow: WorkflowVersionID,
        source: String, externalReference: String?, note: String?, filer: PersonID,
        filedAt: Instant, creditCodeOverride: String?
    ) {
        self.id = id
        self.number = number
        self.subject = subject
        self.workflow = workflow
        self.source = source
        self.externalReference = externalReference
        self.note = note
        self.filer = filer
        self.filedAt = filedAt
        self.creditCodeOverride = creditCodeOverride
    }
}
