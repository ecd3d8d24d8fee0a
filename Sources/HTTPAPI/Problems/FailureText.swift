import Engine

/// Words failures: no SQL, value or path leaves the process.
enum FailureText {
    static func text(for failure: EngineFailure) -> ProblemText {
        switch failure {
        case .overloaded: overloaded(code: failure.code)
        case .unavailable: unavailable(code: failure.code)
        case .locked: locked(code: failure.code)
        case .strained: strained(code: failure.code)
        case .fault: fault(code: failure.code)
        }
    }

    static func text(for failure: StoreFailure) -> ProblemText {
        switch failure {
        case .transient, .unavailable: text(for: EngineFailure.unavailable)
        case .locked: text(for: EngineFailure.locked)
        case .strained: text(for: EngineFailure.strained)
        case .unstorable: unstorable
        case .constraint, .fault: unexpected
        }
    }

    /// What nobody foresaw: the program is at fault.
    static var unexpected: ProblemText { text(for: EngineFailure.fault("")) }

    private static var unstorable: ProblemText {
        ProblemText(
            400, "CW261", title: ("文本含无效字符", "A character that can't be stored"),
            hint: ("请删去空字符（NUL）等无效字符。", "Leave out NUL and the like."))
    }

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

    private static func locked(code: String) -> ProblemText {
        var text = ProblemText(
            503, code, title: ("该问题正被占用", "Held by another transaction"),
            hint: (
                "请稍后用同一 Idempotency-Key 重试，不会重复办理。",
                "Try again with the same Idempotency-Key: nothing is done twice."
            ))
        text.retryAfter = 1
        return text
    }

    private static func strained(code: String) -> ProblemText {
        var text = ProblemText(
            503, code, title: ("数据库暂不能办理", "The database can't do it now"),
            hint: (
                "数据库空间、内存或时间不足；请稍后用同一 Idempotency-Key 重试，不会重复办理。",
                "It is short of disk, memory or time. Try again with the same Idempotency-Key: "
                    + "nothing is done twice."
            ))
        text.retryAfter = 5
        return text
    }

    private static func fault(code: String) -> ProblemText {
        ProblemText(
            500, code, title: ("系统故障", "Internal failure"),
            hint: (
                "请联系运维人员，并告知请求编号。",
                "Tell the operators, with the number of the request."
            ))
    }
}
