import Languages
import Workflow
import WorkingTime

extension Decider {
    /// The most issues that one split makes.
    static let mostParts = 10
    /// Longer numbers leave no room for those of their parts.
    private static let longestNumber = 50

    /// Brings the issues of a split to life: they belong to the same case and filer, and are about the same.
    func split(
        _ situation: Situation, _ transition: ActionDefinition.Transition, from parent: Issue,
        _ command: Command, _ drawnIDs: [IssueID]
    ) throws -> [Decision.NewIssue] {
        guard let field = situation.action.fields.first(where: { $0.form == .newIssues }),
            let items = situation.fields[field.name]?.list,
            let creation = situation.action.transitions(from: StateDefinition.unborn).first
        else { return [] }
        guard parent.number.count <= Self.longestNumber else {
            throw Refusal.invalidFields([
                FieldFault(
                    field: field.name,
                    Label(zh: "该件已逐级拆分过多，不能再拆", en: "the issue was split too often already"))
            ])
        }
        guard drawnIDs.count == items.count else {
            throw WorldFault("\(drawnIDs.count) ids were drawn for \(items.count) issues")
        }
        let before = parent.partCount - items.count
        return try zip(items, drawnIDs).enumerated().map { index, pair in
            let ordinal = before + index + 1
            let child = child(of: parent, pair.0, pair.1, ordinal: ordinal, at: situation.at)
            var draft = Draft(situation.without(field.name), on: child)
            draft.inherit(from: parent, category: pair.0.object?["category"]?.text)
            try draft.run(creation.effects)
            let (event, after) = try draft.event(
                to: creation.to,
                by: Attribution(
                    person: situation.principal.personID, role: situation.standing.role),
                key: command.key.ofPart(index),
                requestDigest: command.requestDigest, comment: nil, fields: [:])
            return Decision.NewIssue(event: event, after: after)
        }
    }

    private func child(
        of parent: Issue, _ item: FieldValue, _ id: IssueID, ordinal: Int, at instant: Instant
    ) -> Issue {
        Issue(
            unborn: id, number: "\(parent.number).\(ordinal)", caseID: parent.caseID,
            enterprise: parent.enterprise, filer: parent.filer, workflow: parent.workflow,
            createdAt: instant,
            narrative: Narrative(
                title: item.object?["title"]?.text ?? "",
                description: item.object?["description"]?.text ?? "",
                contact: parent.narrative.contact, needs: NewIssueNeeds.of(item)))
    }
}

extension Draft {
    /// Notes how many parts the issue has with those that the action splits off: the next are numbered
    /// on from there.
    mutating func countParts() {
        guard before.sequence > 0, let items = situation.value(of: .newIssues)?.list else { return }
        issue.attributes[.parts] = .integer(Int64(before.partCount + items.count))
    }

    /// Takes over what a part shares with the issue that it was split from.
    mutating func inherit(from parent: Issue, category: String?) {
        let shared: [Attribute] = [
            .issueClass, .division, .office, .confidential, .complainedUnit, .tags, .chains,
            .locality, .project, .subjectUnit, .serviceOfficer,
        ]
        for attribute in shared {
            issue.attributes[attribute] = parent.attributes[attribute]
        }
        issue.attributes[.category] = category.map(FieldValue.text)
        issue.attributes[.splitFrom] = .text(parent.number)
    }
}

extension Issue {
    /// The counter that told of splits before parts were counted; it is read only.
    private static let splitsBefore = CounterName("splits")

    /// How many numbers of parts are taken. Splits from before parts were counted took ten each.
    var partCount: Int {
        attributes.number(.parts)
            ?? attributes.count(Self.splitsBefore) * Decider.mostParts
    }

    package var wasSplit: Bool { partCount > 0 }

    /// Tells whether the issue was split off another one.
    package func isPart(of parent: Issue) -> Bool {
        caseID == parent.caseID && attributes.text(.splitFrom) == parent.number
    }
}

extension CommandKey {
    /// The key of what a command brought to life at a place, from 0.
    func ofPart(_ place: Int) -> CommandKey {
        CommandKey(deriving: ["split", Hexadecimal.text(bytes), "\(place)"])
    }

    /// The place at which the command brought something to life under a key; nil where it did not.
    package func place(ofPart key: CommandKey) -> Int? {
        (0..<Decider.mostParts).first { ofPart($0) == key }
    }
}

extension Situation {
    func without(_ field: String) -> Situation {
        Situation(
            world: world, workflow: workflow, calendar: calendar, at: at, principal: principal,
            standing: standing, action: action, fields: fields.filter { $0.key != field })
    }
}
