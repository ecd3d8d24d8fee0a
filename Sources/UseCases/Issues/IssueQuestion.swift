import Casework
import Engine
import WorkingTime

/// Which issues somebody asks for, word by word as it was written; nil: any.
package struct IssueQuestion: Sendable {
    package var queue: String?
    package var filter = ListFilter()
    /// RFC 3339, or as people say it.
    package var dueBefore: String?

    package enum Queue: String, CaseIterable, Sendable {
        case mine, unit, overdue, escalated, all
    }

    package init() {}
}

/// What a question means for whoever asks it.
struct IssueSelection {
    private typealias Queue = IssueQuestion.Queue

    private(set) var filter = IssueFilter()
    /// Set where the list is exactly one unit's queue, which has an index of its own.
    private(set) var singleUnit: UnitID?

    /// - Throws: `badParameter` for what nobody knows: it would find nothing, and say nothing of it.
    init(_ question: IssueQuestion, for asker: Asker) throws(InputFault) {
        let name = question.queue ?? Queue.all.rawValue
        guard let queue = Queue(rawValue: name) else {
            throw .unknownName(
                name, parameter: "queue", known: Queue.allCases.map(\.rawValue))
        }
        apply(queue, asker)
        let queueAlone = filter
        try apply(question, FilterName(asker))
        if filter != queueAlone { singleUnit = nil }
    }

    private mutating func apply(_ queue: Queue, _ asker: Asker) {
        if queue != .all { filter.isOpen = true }
        switch queue {
        case .mine: filter.mineOf = asker.principal.personID
        case .unit:
            let own = asker.scope.belongsTo
            if !own.isEmpty { filter.leadUnits = own.sorted() }
            if own.count == 1 { singleUnit = own.first }
        case .overdue: filter.dueBefore = asker.now
        case .escalated: filter.isRaised = true
        case .all: break
        }
    }

    private mutating func apply(
        _ question: IssueQuestion, _ names: FilterName
    ) throws(InputFault) {
        try filter.narrow(by: question.filter, names)
        if let instant = try names.instant(question.dueBefore, "dueBefore") {
            filter.dueBefore = min(instant, filter.dueBefore ?? .distantFuture)
        }
    }
}
