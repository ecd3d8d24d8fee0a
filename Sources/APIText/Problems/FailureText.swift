package import Engine

/// Words failures: no SQL, value or path leaves the process.
package enum FailureText {
    package static func text(for failure: EngineFailure) -> ProblemText {
        switch failure {
        case .overloaded: waiting(.overloaded, seconds: 1)
        case .unavailable: waiting(.unavailable, seconds: 2)
        case .locked: waiting(.locked, seconds: 1)
        case .strained: waiting(.strained, seconds: 5)
        case .violation, .fault: unexpected
        }
    }

    package static func text(for failure: StoreFailure) -> ProblemText {
        switch failure {
        case .transient, .conflict, .unavailable: text(for: EngineFailure.unavailable)
        case .locked: text(for: EngineFailure.locked)
        case .strained: text(for: EngineFailure.strained)
        case .unstorable: ProblemText(.unstorable)
        case .constraint, .fault: unexpected
        }
    }

    /// What nobody foresaw: the program is at fault.
    package static var unexpected: ProblemText { ProblemText(.fault) }

    private static func waiting(_ code: ProblemCode, seconds: Int) -> ProblemText {
        var text = ProblemText(code)
        text.retryAfter = seconds
        return text
    }
}
