/// One issue as a reader sees it: `GET /v1/issues/{id}`, the items of lists, the answers to actions.
package struct IssueAnswer: Decodable, Hashable, Sendable {
    package struct Contact: Decodable, Hashable, Sendable {
        package let name: String
        /// Masked (`138****1234`) but in the answer about one issue, for whoever handles it or is to
        /// ring the enterprise.
        package let phone: String?

        package init(name: String, phone: String?) {
            self.name = name
            self.phone = phone
        }
    }

    package struct Proposal: Decodable, Hashable, Sendable {
        package let lead: UnitAnswer?
        package let supporting: [UnitAnswer]
        /// Why: the rule, the function, the division.
        package let explanation: String

        package init(lead: UnitAnswer?, supporting: [UnitAnswer], explanation: String) {
            self.lead = lead
            self.supporting = supporting
            self.explanation = explanation
        }
    }

    package let id: String
    /// E.g. `ZQ2026-000123-1`; accepted wherever an id is.
    package let number: String
    package let caseId: String
    package let workflow: String
    package let workflowVersion: Int
    /// The number of events so far; what `If-Match` and `ETag` carry.
    package let version: Int
    package let state: String
    package let stateLabel: LabelAnswer
    package let isOpen: Bool
    package let `class`: String
    package let category: String
    package let division: String
    package let title: String
    package let description: String
    /// What the enterprise needs, as the category types it.
    package let needs: [TypedValue]?
    /// What came of it, likewise.
    package let results: [TypedValue]?
    /// Absent where the issue is about something else, and in answers to actions.
    package let enterprise: EnterpriseAnswer?
    /// What the issue is about, where that is a project or a unit.
    package let subject: SubjectAnswer?
    package let contact: Contact?
    package let confidential: Bool
    package let leadUnit: UnitAnswer?
    package let supportingUnits: [UnitAnswer]
    package let office: UnitAnswer?
    package let handler: PersonAnswer?
    /// Who filed it: a fact of the record.
    package let filer: PersonAnswer?
    /// Who looks after it now: the filer, until somebody took it over. Term: 服务员.
    package let serviceOfficer: PersonAnswer?
    /// The escalation level, 0 to 6. Term: 提级.
    package let level: Int
    /// `yellow`, `red` or absent.
    package let card: String?
    package var cardLabel: LabelAnswer?
    /// `green`, `amber`, `red`; absent where no clock runs, and in answers to actions.
    package let signal: String?
    /// The effective resolve deadline.
    package let dueAt: String?
    package let originalDueAt: String?
    /// Everything else that the workflow recorded, e.g. `result`, `reply`, counters.
    package let attributes: [String: JSONValue]
    /// What people call those of them that stand for something, such as choices, units and people, by
    /// the names of the attributes.
    package var valueLabels: [String: LabelAnswer]?
    package let clocks: [ClockAnswer]
    /// False where a running ledger was taken over: nobody attests what happened before.
    package let isAttested: Bool
    package let createdAt: String
    package let updatedAt: String
    /// What routing proposes, for those who dispatch, until the issue has a lead unit.
    package let proposal: Proposal?
    /// How many issues belong to this one and get its result; absent where none does.
    package var memberCount: Int?
    /// Under which number the files of the months show a confidential issue; in the answer about one
    /// issue only.
    package var confidentialNumber: String?
    /// What people call class, category and division, here and below in the answer about one issue only.
    package var classLabel: LabelAnswer?
    package var categoryLabel: LabelAnswer?
    package var divisionLabel: LabelAnswer?
    /// The names of the units that `attributes` mention, by code. People are in `valueLabels`.
    package var names: [String: String]?
    /// What is owed on it, the most urgent first; empty once it has ended.
    package var duties: [DutyAnswer]?

    package init(
        id: String, number: String, caseId: String, workflow: String, workflowVersion: Int,
        version: Int, state: String, stateLabel: LabelAnswer, isOpen: Bool, class: String,
        category: String, division: String, title: String, description: String,
        needs: [TypedValue]? = nil, results: [TypedValue]? = nil, enterprise: EnterpriseAnswer?,
        subject: SubjectAnswer? = nil, contact: Contact?, confidential: Bool,
        leadUnit: UnitAnswer?, supportingUnits: [UnitAnswer], office: UnitAnswer?,
        handler: PersonAnswer?, filer: PersonAnswer?, serviceOfficer: PersonAnswer? = nil,
        level: Int, card: String?, signal: String?, dueAt: String?, originalDueAt: String?,
        attributes: [String: JSONValue],
        clocks: [ClockAnswer], isAttested: Bool = true, createdAt: String, updatedAt: String,
        proposal: Proposal?
    ) {
        self.id = id
        self.number = number
        self.caseId = caseId
        self.workflow = workflow
        self.workflowVersion = workflowVersion
        self.version = version
        self.state = state
        self.stateLabel = stateLabel
        self.isOpen = isOpen
        self.class = `class`
        self.category = category
        self.division = division
        self.title = title
        self.description = description
        self.needs = needs
        self.results = results
        self.enterprise = enterprise
        self.subject = subject
        self.contact = contact
        self.confidential = confidential
        self.leadUnit = leadUnit
        self.supportingUnits = supportingUnits
        self.office = office
        self.handler = handler
        self.filer = filer
        self.serviceOfficer = serviceOfficer
        self.level = level
        self.card = card
        self.signal = signal
        self.dueAt = dueAt
        self.originalDueAt = originalDueAt
        self.attributes = attributes
        self.clocks = clocks
        self.isAttested = isAttested
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.proposal = proposal
    }
}

/// One value that a category types, with what people call it.
package struct TypedValue: Decodable, Hashable, Sendable {
    package let name: String
    package let label: LabelAnswer
    /// A whole number, a decimal number as text, a date or a text.
    package let value: JSONValue
    /// What people call the quantity; absent for dates and texts.
    package let quantity: LabelAnswer?

    package init(name: String, label: LabelAnswer, value: JSONValue, quantity: LabelAnswer?) {
        self.name = name
        self.label = label
        self.value = value
        self.quantity = quantity
    }
}

/// One clock of an issue.
package struct ClockAnswer: Decodable, Hashable, Sendable {
    package struct Pause: Decodable, Hashable, Sendable {
        package let from: String
        /// Absent while the pause lasts.
        package let until: String?

        package init(from: String, until: String?) {
            self.from = from
            self.until = until
        }
    }

    /// As answers name them.
    private enum CodingKeys: String, CodingKey {
        case number, kind, label, cycle, party, step, limit, status, statusLabel, calendar, hoursOf
        case startedAt, pauses, originalDueAt, dueAt, isProvisional, endedAt, breachedAt
        case breachLiftedAt = "savedAt"
        case metOnTime, metByOriginal, overdueWorkingSeconds, signal, isRight, isResolution,
            isOverdue
        case remainder, remainingWorkingSeconds, workingDaySeconds
    }

    package let number: Int
    package let kind: String
    package let label: LabelAnswer
    package let cycle: Int
    package let party: UnitAnswer?
    /// The number of the step of the plan that it runs for; absent for other clocks.
    package let step: Int?
    /// E.g. `7wd`.
    package let limit: String
    /// `running`, `paused`, `held`, `met`, `late`, `cancelled`.
    package let status: String
    package let statusLabel: LabelAnswer
    /// The revision that it is pinned to, e.g. `cn@2`.
    package var calendar = ""
    /// The unit whose own hours it runs on; absent: those that hold for the others.
    package var hoursOf: UnitAnswer?
    package let startedAt: String
    package var pauses: [Pause] = []
    package let originalDueAt: String
    package let dueAt: String
    /// True where the deadline lies past the published calendar.
    package let isProvisional: Bool
    package let endedAt: String?
    package let breachedAt: String?
    /// When a revised calendar moved the deadline that was missed, so that another run took its place.
    package var breachLiftedAt: String?
    /// Whether it was met by the effective deadline; absent until that is decided.
    package var metOnTime: Bool?
    /// Whether it was met by the original deadline, likewise.
    package var metByOriginal: Bool?
    /// Working seconds from the deadline to the end of the work, or to now; absent where it is not late.
    package var overdueWorkingSeconds: Int64?
    /// Absent in answers to actions: they hold nothing that moves later.
    package var signal: String?
    /// True where it is the window of a right: nothing is owed, and nobody is late with it.
    package var isRight: Bool?
    /// True where queues and the issue's own deadline go by it.
    package var isResolution: Bool?
    /// Whether the deadline has passed, whatever hours count; absent where it stands still or ended, and
    /// in answers to actions. Of a right: whether its window has closed.
    package var isOverdue: Bool?
    /// What is left or over in the unit of the limit; absent likewise.
    package var remainder: Remainder?
    /// Working seconds left, negative when overdue; absent likewise. After hours it stands still:
    /// `isOverdue` decides.
    package var remainingWorkingSeconds: Int64?
    /// The working seconds of an ordinary day on its calendar; absent likewise.
    package var workingDaySeconds: Int64?

    package init(
        number: Int, kind: String, label: LabelAnswer, cycle: Int, party: UnitAnswer?,
        step: Int? = nil,
        limit: String, status: String, statusLabel: LabelAnswer, startedAt: String,
        originalDueAt: String, dueAt: String, isProvisional: Bool, endedAt: String?,
        breachedAt: String?, signal: String?,
        remainingWorkingSeconds: Int64?
    ) {
        self.number = number
        self.kind = kind
        self.label = label
        self.cycle = cycle
        self.party = party
        self.step = step
        self.limit = limit
        self.status = status
        self.statusLabel = statusLabel
        self.startedAt = startedAt
        self.originalDueAt = originalDueAt
        self.dueAt = dueAt
        self.isProvisional = isProvisional
        self.endedAt = endedAt
        self.breachedAt = breachedAt
        self.signal = signal
        self.remainingWorkingSeconds = remainingWorkingSeconds
    }
}

/// How the deadline of a clock came about: `GET /v1/issues/{id}/clocks/{number}`.
package struct ClockExplanation: Codable, Hashable, Sendable {
    package let issue: String
    package let clock: ClockAnswer
    /// The stretches between start and deadline, without a gap; up to now while it is paused.
    package let segments: [DeadlineAnswer.Segment]
    /// How many working days are used up at the closing of a date; dates that use up none are absent.
    package let workingDays: [String: Int64]

    package init(
        issue: String, clock: ClockAnswer, segments: [DeadlineAnswer.Segment],
        workingDays: [String: Int64]
    ) {
        self.issue = issue
        self.clock = clock
        self.segments = segments
        self.workingDays = workingDays
    }
}
