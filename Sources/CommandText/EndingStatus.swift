package import Languages

/// Names the ways in which the programs end: the same whoever notices, program or server.
package enum EndingStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case failed = 1
    case usage = 2
    case notFound = 3
    case notAllowed = 4
    case partly = 5
    case conflict = 6
    case refused = 7
    case unreachable = 8
    case rateLimited = 9
    case timedOut = 124
    case interrupted = 130

    /// As programs read it.
    package var name: String { String(describing: self) }

    package var meaning: Label {
        switch self {
        case .done: Label(zh: "已完成", en: "done")
        case .failed: Label(zh: "失败，或系统故障", en: "failed, or something broke")
        case .usage:
            Label(
                zh: "命令行或所填内容有误、不全",
                en: "the command line, or what it gives, is wrong or incomplete")
        case .notFound: Label(zh: "没有，或看不到", en: "not there, or not to be seen")
        case .notAllowed: Label(zh: "未登录，或无权办理", en: "not signed in, or not yours to do")
        case .partly: Label(zh: "只完成一部分", en: "done in part")
        case .conflict: Label(zh: "与别人的办理冲突", en: "somebody else was faster")
        case .refused:
            Label(zh: "现在不能办，条件不满足", en: "not possible now: a condition is not met")
        case .unreachable: Label(zh: "连不上服务器", en: "no server could be used")
        case .rateLimited: Label(zh: "请求过于频繁", en: "too many requests")
        case .timedOut: Label(zh: "服务器没有按时回答", en: "the server did not answer in time")
        case .interrupted: Label(zh: "被 Ctrl-C 中断", en: "interrupted by Ctrl-C")
        }
    }
}
