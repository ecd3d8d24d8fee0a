package import WorkingTime

/// The enterprise that a case is filed for.
package enum FiledEnterprise: Sendable, Hashable {
    case known(EnterpriseID)
    /// One that the directory does not know yet; it is added with the case, or not at all.
    case new(creditCode: String, name: String, division: String)
}

/// The wish to file a case: what `POST /v1/cases` becomes once its values are checked.
package struct Filing: Sendable {
    package struct IssueToFile: Sendable, Hashable {
        /// Fields of the birth action.
        package let fields: [String: FieldValue]
        package let contact: Narrative.Contact?

        package init(fields: [String: FieldValue], contact: Narrative.Contact?) {
            self.fields = fields
            self.contact = contact
        }
    }

    package let workflow: WorkflowVersionID
    /// `file`, or another birth action of the workflow.
    package let action: String
    package let enterprise: FiledEnterprise
    package let source: String
    package let externalReference: String?
    package let note: String?
    package let creditCodeOverride: String?
    package let issues: [IssueToFile]
    package let principal: Principal
    package let key: CommandKey
    package let requestDigest: [UInt8]
    package let receivedAt: Instant

    package init(
        workflow: WorkflowVersionID, action: String, enterprise: FiledEnterprise, source: String,
        externalReference: String?, note: String?, creditCodeOverride: String?,
        issues: [IssueToFile], principal: Principal, key: CommandKey, requestDigest: [UInt8],
        receivedAt: Instant
    ) {
        self.workflow = workflow
        self.action = action
        self.enterprise = enterprise
        self.source = source
        self.externalReference = externalReference
        self.note = note
        self.creditCodeOverride = creditCodeOverride
        self.issues = issues
        self.principal = principal
        self.key = key
        self.requestDigest = requestDigest
        self.receivedAt = receivedAt
    }
}

extension Filing {
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
