import Engine

/// Words failures: no SQL, value or path leaves the process.
enum FailureText {
    static func text(for failure: EngineFailure) -> ProblemText {
        switch failure {
        case .overloaded: overloaded(code: failure.code)
        case .unavailable: unavailable(code: failure.code)
        case .fault: fault(code: failure.code)
        }
    }

    static func text(for failure: StoreFailure) -> ProblemText {
        switch failure {
        case .transient, .unavailable: text(for: EngineFailure.unavailable)
        case .constraint, .fault: unexpected
        }
    }

    /// What nobody foresaw: the program is at fault.
    static var unexpected: ProblemText { text(for: EngineFailure.fault("")) }

    private static func overloaded(code: String) -> ProblemText {
        var text = ProblemText(
            503, code, title: ("系统繁忙", "Overloaded"),
            hint: (
                "请稍后用同一 Idempotency-Key 重试。", "Try again shortly, with the same Idempotency-Key."
            ))
        text.retryAfter = 1
        return text
    }

    private static func unavailable(code: String) -> ProblemText {
        var text = ProblemText(
            503, code, title: ("数据库暂不可用", "The database is away"),
            hint: (
                "请稍后用同一 Idempotency-Key 重试，不会重复办理。",
                "Try again with the same Idempotency-Key: nothing is done twice."
            ))
        text.retryAfter = 2
        return text
    }

    private static func fault(code: String) -> ProblemText {
        ProblemText(
            500, code, title: ("系统故障", "Internal failure"),
            hint: ("请联系运维人员，并告知时间。", "Tell the operators, with the time."))
    }
}
