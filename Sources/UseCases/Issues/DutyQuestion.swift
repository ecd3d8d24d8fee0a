import Casework
import Engine

/// Which duties somebody asks for.
package struct DutyQuestion: Sendable {
    /// As it was written; nil: what is the asker's own.
    package var queue: String?
    package var filter = ListFilter()

    package init() {}
}

/// What a question means.
struct DutySelection {
    let queue: ReadDuties.Queue
    private(set) var filter = IssueFilter()

    /// - Throws: `badParameter` for what nobody knows, and for a state in which nothing is owed.
    init(_ question: DutyQuestion, for asker: Asker) throws(InputFault) {
        let name = question.queue ?? ReadDuties.Queue.mine.rawValue
        guard let queue = ReadDuties.Queue(rawValue: name) else {
            throw .unknownName(
                name, parameter: "queue", known: ReadDuties.Queue.allCases.map(\.rawValue))
        }
        self.queue = queue
        try filter.narrow(by: question.filter, FilterName(asker))
        if let state = filter.state, !asker.world.definitions.hasOpenState(named: state) {
            throw .badParameter(
                "state", zh: "这一状态的问题都已结束，没有待办；请在问题列表（GET /v1/issues）中查找。",
                en: "issues in this state have ended, nothing is owed; GET /v1/issues lists them")
        }
        switch queue {
        case .overdue: filter.dueBefore = asker.now
        case .escalated: filter.isRaised = true
        case .mine, .unit, .others, .watched, .all: break
        }
    }
}
