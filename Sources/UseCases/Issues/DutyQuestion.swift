import Casework
import Engine

/// Which duties somebody asks for, word by word as it was written; nil: any.
package struct DutyQuestion: Sendable {
    package var queue: String?
    package var state: String?
    package var issueClass: String?
    package var category: String?
    package var division: String?
    package var unit: String?
    package var workflow: String?
    package var words: String?

    package init() {}
}

/// What a question means.
struct DutySelection {
    let queue: ReadDuties.Queue
    private(set) var filter = DutyFilter()

    /// - Throws: `badParameter` for what nobody knows, and for a state in which nothing is owed.
    init(_ question: DutyQuestion, for asker: Asker) throws(InputFault) {
        let name = question.queue ?? ReadDuties.Queue.mine.rawValue
        guard let queue = ReadDuties.Queue(rawValue: name) else {
            throw .unknownName(
                name, parameter: "queue", known: ReadDuties.Queue.allCases.map(\.rawValue))
        }
        self.queue = queue
        try apply(question, FilterName(asker), asker.world.definitions)
        switch queue {
        case .overdue: filter.dueBefore = asker.now
        case .escalated: filter.isRaised = true
        case .mine, .unit, .others, .watched, .all: break
        }
    }

    private mutating func apply(
        _ question: DutyQuestion, _ names: FilterName, _ definitions: PublishedDefinitions
    ) throws(InputFault) {
        filter.state = try names.state(question.state)
        if let state = filter.state, !definitions.hasOpenState(named: state) {
            throw .badParameter(
                "state", zh: "这一状态的问题都已结束，没有待办；请在问题列表（GET /v1/issues）中查找。",
                en: "issues in this state have ended, nothing is owed; GET /v1/issues lists them")
        }
        filter.issueClass = try names.issueClass(question.issueClass)
        filter.category = try names.category(question.category)
        filter.divisions = try names.divisions(question.division)
        filter.leadUnits = try names.units(question.unit)
        filter.workflows = try names.workflows(question.workflow)
        filter.text = try SearchWords.checked(question.words)
    }
}
