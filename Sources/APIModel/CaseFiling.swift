/// The body of `POST /v1/cases`.
package struct CaseFiling: Codable, Hashable, Sendable {
    package struct CreditCodeOverride: Codable, Hashable, Sendable {
        package var reason: String

        package init(reason: String) { self.reason = reason }
    }

    package struct Contact: Codable, Hashable, Sendable {
        package var name: String
        package var phone: String?

        package init(name: String, phone: String?) {
            self.name = name
            self.phone = phone
        }
    }

    package struct IssueFiling: Codable, Hashable, Sendable {
        package var category: String
        package var `class`: String?
        /// `policy`, `service` or `factor`; only `three-deliveries` asks for it.
        package var deliveryKind: String?
        package var title: String
        /// Required where the workflow's filing asks for it, as both campaigns do.
        package var description: String?
        /// Six digits.
        package var division: String
        package var needs: [String: JSONValue]?
        package var contact: Contact?
        package var confidential: Bool?
        /// The code of the unit that a confidential issue complains about.
        package var complainedUnit: String?
        /// A code of a project.
        package var project: String?
        /// What the workflow's filing asks for beside, by the names of its fields.
        package var fields: [String: JSONValue]?
        /// Takes over a running ledger: `state`, and what the action `adopt` of the workflow asks
        /// for beside (`dispatchedOn`, `dueOn`, `leadUnit`, …).
        package var adoption: [String: JSONValue]?

        package init(
            category: String, class: String? = nil, deliveryKind: String? = nil, title: String,
            description: String? = nil, division: String, needs: [String: JSONValue]? = nil,
            contact: Contact? = nil, confidential: Bool? = nil, complainedUnit: String? = nil,
            project: String? = nil, fields: [String: JSONValue]? = nil,
            adoption: [String: JSONValue]? = nil
        ) {
            self.category = category
            self.class = `class`
            self.deliveryKind = deliveryKind
            self.title = title
            self.description = description
            self.division = division
            self.needs = needs
            self.contact = contact
            self.confidential = confidential
            self.complainedUnit = complainedUnit
            self.project = project
            self.fields = fields
            self.adoption = adoption
        }
    }

    package var workflow: String
    /// A unified social credit code; required where the workflow's subject is `enterprise`, and refused
    /// elsewhere, as the two others are.
    package var enterprise: String?
    /// The enterprise's name, where the directory does not know it yet.
    package var enterpriseName: String?
    package var creditCodeOverride: CreditCodeOverride?
    /// The code of a project.
    package var project: String?
    /// The code of a unit.
    package var unit: String?
    /// How the need became known, e.g. `visit`, `hotline`, `import`.
    package var source: String
    /// The number in the system it comes from; unique per source.
    package var externalReference: String?
    package var note: String?
    /// True keeps it with whoever sends it, to be filed later.
    package var draft: Bool?
    package var issues: [IssueFiling]

    package init(
        workflow: String, enterprise: String? = nil, enterpriseName: String? = nil,
        creditCodeOverride: CreditCodeOverride? = nil, project: String? = nil,
        unit: String? = nil, source: String,
        externalReference: String? = nil, note: String? = nil, draft: Bool? = nil,
        issues: [IssueFiling]
    ) {
        self.workflow = workflow
        self.enterprise = enterprise
        self.enterpriseName = enterpriseName
        self.creditCodeOverride = creditCodeOverride
        self.project = project
        self.unit = unit
        self.source = source
        self.externalReference = externalReference
        self.note = note
        self.draft = draft
        self.issues = issues
    }
}

/// The answer of `POST /v1/cases` (201) and of `GET /v1/cases/{id}`.
package struct CaseAnswer: Codable, Hashable, Sendable {
    package let id: String
    /// E.g. `ZQ2026-000123`.
    package let number: String
    package let workflow: String
    /// Absent where the case is about something else.
    package let enterprise: EnterpriseAnswer?
    /// What the case is about, where that is a project or a unit.
    package let subject: SubjectAnswer?
    package let source: String
    package let externalReference: String?
    package let note: String?
    package let filedAt: String
    package let filedBy: PersonAnswer
    /// `open`, or `ended` when every issue has ended: a pure roll-up.
    package let state: String
    package let issues: [IssueAnswer]
    package let warnings: [String]?

    package init(
        id: String, number: String, workflow: String, enterprise: EnterpriseAnswer?,
        subject: SubjectAnswer? = nil, source: String, externalReference: String?, note: String?,
        filedAt: String, filedBy: PersonAnswer,
        state: String, issues: [IssueAnswer], warnings: [String]?
    ) {
        self.id = id
        self.number = number
        self.workflow = workflow
        self.enterprise = enterprise
        self.subject = subject
        self.source = source
        self.externalReference = externalReference
        self.note = note
        self.filedAt = filedAt
        self.filedBy = filedBy
        self.state = state
        self.issues = issues
        self.warnings = warnings
    }
}
