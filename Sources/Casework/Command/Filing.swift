import Workflow
package import WorkingTime

/// The intent to file a case, its values as they were given: what `POST /v1/cases` becomes.
package struct Filing: Sendable {
    package struct IssueToFile: Sendable, Hashable {
        /// Fields of the action that creates the issue.
        package let fields: [String: FieldValue]
        package let contact: Narrative.Contact?
        /// Whether it is taken over from a ledger that runs already, so that its fields say how far it
        /// has come.
        package let isAdopted: Bool
        /// Where values were sent that stand elsewhere in the fields: as with `FieldFault.sent(at:)`.
        package let sentAt: [String: String]

        package init(
            fields: [String: FieldValue], contact: Narrative.Contact?, isAdopted: Bool = false,
            sentAt: [String: String] = [:]
        ) {
            self.sentAt = sentAt
            self.fields = fields
            self.contact = contact
            self.isAdopted = isAdopted
        }
    }

    /// The name of the workflow, whose newest version the issues run on.
    package let workflow: String
    /// The action that creates the issues; nil for `file`, the one that keeps a draft, or the one that
    /// takes over a running ledger where the issues are adopted.
    package let action: String?
    /// A unified social credit code, where the workflow is about enterprises.
    package let enterprise: String?
    /// Adds the enterprise with the case where the directory does not know it.
    package let enterpriseName: String?
    /// The code of a project, where the workflow is about projects.
    package let project: String?
    /// The code of a unit, where the workflow is about units.
    package let unit: String?
    package let source: String
    package let externalReference: String?
    package let note: String?
    /// Why a credit code with a wrong check digit is to be taken.
    package let creditCodeOverride: String?
    package let issues: [IssueToFile]
    /// Whether it is kept, to be filed later.
    package let isDraft: Bool
    package let principal: Principal
    package let key: CommandKey
    package let requestDigest: [UInt8]
    package let receivedAt: Instant

    package init(
        workflow: String, action: String? = nil, enterprise: String? = nil,
        enterpriseName: String? = nil, project: String? = nil, unit: String? = nil,
        source: String, externalReference: String?, note: String?, creditCodeOverride: String?,
        issues: [IssueToFile], isDraft: Bool = false, principal: Principal, key: CommandKey,
        requestDigest: [UInt8], receivedAt: Instant
    ) {
        self.workflow = workflow
        self.action = action
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.project = project
        self.unit = unit
        self.source = source
        self.externalReference = externalReference
        self.note = note
        self.creditCodeOverride = creditCodeOverride
        self.issues = issues
        self.isDraft = isDraft
        self.principal = principal
        self.key = key
        self.requestDigest = requestDigest
        self.receivedAt = receivedAt
    }
}

extension Filing {
    var isAdoption: Bool { issues.contains(where: \.isAdopted) }

    /// The action by which its cases are created.
    func actionName(in workflow: WorkflowDefinition?) -> String {
        if let named = action { return named }
        if isDraft { return workflow?.drafting?.name ?? "drafting" }
        guard isAdoption else { return FilingCheck.filing }
        return workflow?.actions.first(where: \.isAdoption)?.name ?? "adoption"
    }

    /// The places of its issues in the numbers of their case, in the order of the issues.
    ///
    /// Public ones come first: whoever may not see the others finds no number missing between.
    package var ordinals: [Int] {
        let isConfidential = issues.map { Attributes($0.fields).isConfidential }
        let order =
            issues.indices.filter { !isConfidential[$0] }
            + issues.indices.filter { isConfidential[$0] }
        return issues.indices.map { (order.firstIndex(of: $0) ?? $0) + 1 }
    }
}
