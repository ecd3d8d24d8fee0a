import Workflow

/// Says what must be locked and loaded for a command to be decided.
package struct CommandNeeds: Hashable, Sendable {
    package let issue: IssueReference
    /// Numbers of issues that fields name: they are locked and loaded with its own, and judged as they
    /// stand then.
    package let named: [String]
    /// How many ids of new issues must be drawn.
    package let newIssueCount: Int
    /// Whether it takes the clocks of its issue that have ended, too.
    package let readsEndedClocks: Bool
}

/// Says what must be loaded for a filing to be decided.
package struct FilingNeeds: Hashable, Sendable {
    package let filer: PersonID?
    package let key: CommandKey
    /// Nil where none was given, or what was given is none.
    package let creditCode: String?
    package let source: String
    /// Nil where there is none that could be another case's.
    package let externalReference: String?
    /// How many ids of new issues must be drawn.
    package let issueCount: Int
}

/// What a command is decided on.
package struct LoadedIssue: Sendable {
    /// Nil where no such issue exists.
    package let issue: Issue?
    package let earlier: EarlierUse?
    package let drawnIDs: [IssueID]
    /// Those that fields name and that exist, without their clocks.
    package let named: [Issue]

    package init(
        issue: Issue?, earlier: EarlierUse? = nil, drawnIDs: [IssueID] = [], named: [Issue] = []
    ) {
        self.issue = issue
        self.earlier = earlier
        self.drawnIDs = drawnIDs
        self.named = named
    }
}

/// What a filing is decided on.
package struct LoadedFiling: Sendable {
    package let earlier: EarlierFiling?
    /// The enterprise with the credit code, if the directory knows it.
    package let enterprise: Enterprise?
    /// Whether another case of its source has its external reference.
    package let isReferenceTaken: Bool
    /// Fresh ids, which nothing has yet.
    package let caseID: CaseID
    package let newEnterpriseID: EnterpriseID
    package let issueIDs: [IssueID]

    package init(
        earlier: EarlierFiling?, enterprise: Enterprise?, isReferenceTaken: Bool, caseID: CaseID,
        newEnterpriseID: EnterpriseID, issueIDs: [IssueID]
    ) {
        self.earlier = earlier
        self.enterprise = enterprise
        self.isReferenceTaken = isReferenceTaken
        self.caseID = caseID
        self.newEnterpriseID = newEnterpriseID
        self.issueIDs = issueIDs
    }
}

/// What is known of an earlier filing under a key.
package struct EarlierFiling: Hashable, Sendable {
    package let filed: CaseID
    package let requestDigest: [UInt8]

    package init(filed: CaseID, requestDigest: [UInt8]) {
        self.filed = filed
        self.requestDigest = requestDigest
    }
}

/// What the actions of a name, in any version of any workflow, take beside their own issue.
struct ActionNeeds: Sendable {
    /// Fields that hold numbers of issues.
    private(set) var naming: Set<String> = []
    /// Fields that list new issues.
    private(set) var creating: Set<String> = []
    private(set) var continuesClocks = false

    mutating func add(_ action: ActionDefinition) {
        for field in action.fields {
            if field.form == .issue { naming.insert(field.name) }
            if field.form == .newIssues { creating.insert(field.name) }
        }
        continuesClocks = continuesClocks || action.continuesClocks
    }
}

extension Decider {
    /// The longest number that an issue has.
    private static let longestIssueNumber = 60
    /// The most issues that one filing has.
    static let mostFiled = 20

    /// Whether a text may be looked up as the number of an issue; others are none's.
    package static func mayBeNumber(_ text: String) -> Bool {
        text.utf8.count <= longestIssueNumber && !text.utf8.contains(0)
    }

    /// Says what a command takes. Its issue is not known yet, nor its version: what any may take counts.
    package func needs(of command: Command) -> CommandNeeds {
        guard case .act(let action, _, let fields) = command.intent else {
            return CommandNeeds(
                issue: command.issue, named: [], newIssueCount: 0,
                readsEndedClocks: world.definitions.alarmsContinue)
        }
        let needs = world.definitions.needs(ofAction: action)
        let numbers = needs.naming.compactMap { fields[$0]?.text }
        let newIssueCount = needs.creating.reduce(0) { $0 + (fields[$1]?.list?.count ?? 0) }
        return CommandNeeds(
            issue: command.issue,
            named: numbers.filter(Self.mayBeNumber),
            newIssueCount: min(newIssueCount, Self.mostParts),
            readsEndedClocks: world.definitions.alarmsContinue || needs.continuesClocks)
    }

    package func needs(of filing: Filing) -> FilingNeeds {
        FilingNeeds(
            filer: filing.principal.personID, key: filing.key,
            creditCode: filing.enterprise.flatMap(UnifiedSocialCreditCode.init)?.text,
            source: filing.source,
            externalReference: FilingCheck.maySearchReference(of: filing)
                ? filing.externalReference : nil,
            issueCount: min(filing.issues.count, Self.mostFiled))
    }
}
