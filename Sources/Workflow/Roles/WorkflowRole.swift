/// Names something that the engine, links or the audit must know of a workflow, whatever the workflow
/// calls it: a closed set for each kind of name.
package protocol WorkflowRole: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Whoever goes by it, as faults say.
    var purpose: String { get }
    /// True where every workflow must have something in the role.
    var isNeeded: Bool { get }
    /// True where one name at most can be in the role.
    var isSingle: Bool { get }
}

extension WorkflowRole {
    package var isNeeded: Bool { false }
    package var isSingle: Bool { true }
}

/// Names what a state can mean.
package enum StateRole: String, WorkflowRole {
    /// The issue was brought to its end. Term: 销号.
    case closed
    /// The issue is handled in another one: neither solved nor left undone here.
    case handledElsewhere
    /// The issue ended before there was anything to bring to an end.
    case undone

    package var purpose: String {
        switch self {
        case .closed: "the audit counts closings by it"
        case .handledElsewhere: "the audit leaves out what is handled in another issue"
        case .undone: "the audit counts no dispatches of what was not to be done"
        }
    }

    package var isNeeded: Bool { self == .closed }
    package var isSingle: Bool { false }
}

/// Names what an action can mean.
package enum ActionRole: String, WorkflowRole {
    /// The lead unit takes notice of what was sent to it. Term: 签收.
    case acknowledgement
    /// The limit did it for the lead unit, which is late therefore.
    case automaticAcknowledgement
    /// Only the lead unit's work: where one of these is possible, the unit has the issue in its hands.
    case leadWork
    /// The enterprise says how satisfied it is. Term: 满意度评价.
    case evaluation

    package var purpose: String {
        switch self {
        case .acknowledgement: "the audit flags what is answered minutes after it"
        case .automaticAcknowledgement: "the audit counts it as late"
        case .leadWork: "`chargeTime` counts the time in which one of these is possible"
        case .evaluation: "the audit counts satisfaction by it"
        }
    }

    package var isSingle: Bool { false }
}

/// Names what a clock can mean.
package enum ClockRole: String, WorkflowRole {
    /// The time in which the issue must be solved. Term: 办结时限.
    case resolution
    /// The time in which the lead unit must take notice.
    case acknowledgement
    /// The time in which the lead unit must report for the first time.
    case firstReport
    /// The time that each level has to act once the issue has climbed to it.
    case escalation

    package var purpose: String {
        switch self {
        case .resolution: "queues, signals, extensions and the audit go by it"
        case .acknowledgement: "the audit says by it who took notice in time"
        case .firstReport: "the audit says by it who responded in time"
        case .escalation: "`raiseLevel` starts it for whoever is named"
        }
    }

    package var isNeeded: Bool { self == .resolution }
}

/// Names what a counter can mean.
package enum CounterRole: String, WorkflowRole {
    case dispatches, sendBacks, upheldSendBacks, extensions, reworks, recurrences

    package var purpose: String {
        switch self {
        case .dispatches, .upheldSendBacks, .reworks, .recurrences: "the audit counts by it"
        case .sendBacks:
            "the audit counts by it, and whoever sent an issue back does not get it again"
        case .extensions: "`extensionAllowed` and the audit count by it"
        }
    }
}

/// Names what a field can mean.
package enum FieldRole: String, WorkflowRole {
    /// What shows that something was done: material, or the rule that a direct answer cites.
    case proof

    package var purpose: String { "the audit flags what was closed without it" }
    package var isSingle: Bool { false }
}

/// Names what a value of a result or of an evaluation can mean.
package enum ValueRole: String, WorkflowRole {
    case solved, satisfied, dissatisfied

    package var purpose: String { "the audit counts by it" }
    package var isSingle: Bool { false }

    /// The attribute whose value it is.
    package var attribute: Attribute {
        switch self {
        case .solved: .result
        case .satisfied, .dissatisfied: .evaluation
        }
    }
}

/// Names what an enterprise may do through its link: the last part of the address that it posts to.
package enum LinkRole: String, WorkflowRole {
    case supplement, resume, withdraw, confirm, evaluate, object

    package var purpose: String { "the enterprise takes it through its link" }
}
