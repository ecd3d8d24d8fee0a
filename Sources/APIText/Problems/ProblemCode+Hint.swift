package import Languages

extension ProblemCode {
    /// Says what helps, as far as the code alone tells; what a request adds to it stands with the
    /// fault.
    package var hint: Label {
        switch self {
        case .unknownIssue:
            Label(
                zh: "请核对编号；不在您范围内的问题不可见。",
                en: "Check the number; issues outside your scope are not visible.")
        case .keyReused:
            Label(
                zh: "每次新操作用新的键，只有重试才用原来的键。",
                en: "Use a new key for each new request, the same one for a retry alone.")
        case .stale:
            Label(zh: "问题已有变化，请重新读取后再办。", en: "The issue has changed: read it again, then decide.")
        case .unknownAction: Label(zh: "请使用该流程的动作。", en: "Use an action of this workflow.")
        case .invalidFields, .invalidValues:
            Label(zh: "请改正所列字段。", en: "Correct the fields that are listed.")
        case .notAllowedNow:
            Label(zh: "请改办现在可办的动作。", en: "Do something that is possible now.")
        case .guardFailed:
            Label(
                zh: "满足条件后再办，或改办其他动作。",
                en: "Meet the condition, or do something else.")
        case .outsideCalendar: Label(zh: "请核对日期。", en: "Check the dates.")
        case .linkSpent:
            Label(zh: "请联系服务员取得新链接。", en: "Ask the service officer for a new link.")
        case .externalReferenceTaken:
            Label(zh: "同一来源的外部编号只能使用一次。", en: "Each source may use a reference once.")
        case .invalidComment: Label(zh: "请改正备注。", en: "Correct the comment.")
        case .cannotMove:
            Label(zh: "请逐条消除所列原因后再试。", en: "Remove each of the reasons, then try again.")
        case .keyMissing:
            Label(
                zh: "请附上 Idempotency-Key 头，每次新操作用新的值，重试用原值。",
                en: "Send an Idempotency-Key: a new one for each new action, the same for a retry.")
        case .keyMalformed:
            Label(
                zh: "请使用带引号的字符串，1 至 200 个可见 ASCII 字符。",
                en: "Use a quoted string of 1 to 200 visible ASCII characters.")
        case .versionMissing:
            Label(
                zh: "请附上 If-Match 头，值为所见问题的版本（ETag），或 *。",
                en: "Send If-Match with the version (ETag) of the issue that you saw, or *.")
        case .versionMalformed:
            Label(zh: "If-Match 形如 \"7\" 或 *。", en: "If-Match looks like \"7\", or *.")
        case .malformed: Label(zh: "请发送合法的 JSON（UTF-8）。", en: "Send valid JSON in UTF-8.")
        case .bodyTooLarge:
            Label(zh: "请求体不得超过 1 MiB。", en: "A body may have 1 MiB at most.")
        case .unknownField:
            Label(zh: "请删去未知字段或改正拼写。", en: "Leave the unknown fields out, or correct them.")
        case .wrongType:
            Label(zh: "请按接口说明给出该字段的类型。", en: "Give the field the type that the API names.")
        case .badParameter: Label(zh: "请改正参数。", en: "Correct the parameter.")
        case .notFound: Label(zh: "请核对地址。", en: "Check the address.")
        case .clockBackwards: Label(zh: "请给出更晚的时刻。", en: "Give a later instant.")
        case .noPicture:
            Label(
                zh: "服务器未装 Graphviz，或绘图未能完成；可取同一地址的 diagram.mmd。",
                en:
                    "The server has no Graphviz, or it did not finish: ask for diagram.mmd instead."
            )
        case .unknownCalendar: Label(zh: "请使用已有的工作日历。", en: "Name a calendar that exists.")
        case .badLine:
            Label(zh: "每行一个 JSON 对象（UTF-8）。", en: "Write one JSON object in UTF-8 on each line.")
        case .subscriptionEnded: Label(zh: "请新建订阅。", en: "Make a new subscription.")
        case .stillWaiting:
            Label(zh: "该投递仍在等待，无须重发。", en: "It waits already: there is nothing to replay.")
        case .notPaused: Label(zh: "无须恢复。", en: "There is nothing to resume.")
        case .brokenBody:
            Label(zh: "请完整发送请求体。", en: "Send the whole body, framed as HTTP says.")
        case .unstorable: Label(zh: "请删去空字符（NUL）等无效字符。", en: "Leave out NUL and the like.")
        case .busy: Label(zh: "请稍后重试。", en: "Try again shortly.")
        case .tooManyConnections, .tooMany: Label(zh: "请稍后再试。", en: "Try again shortly.")
        case .notJSON:
            Label(
                zh: "请求体须为 UTF-8 的 JSON，不压缩，并注明 Content-Type: \(ContentType.accepted)。",
                en:
                    "Send JSON in UTF-8, not compressed, with Content-Type: \(ContentType.accepted)."
            )
        case .moveStopped: Label(zh: "可再次推进。", en: "Ask again to go on.")
        case .forbidden:
            Label(
                zh: "请由有权的人员办理。", en: "Somebody with the right must do this.")
        case .unauthenticated:
            Label(
                zh: "请用有效的个人令牌登录：令牌可能未给出、已过期或已撤销。",
                en:
                    "Sign in with a valid personal token: it was not given, has expired or was revoked."
            )
        case .notPermitted:
            Label(zh: "请由有权的人员办理。", en: "Somebody with the right must do this.")
        case .overloaded:
            Label(
                zh: "请稍后原样重试，不会重复办理。",
                en: "Try the same again shortly: nothing is done twice.")
        case .unavailable, .locked:
            Label(
                zh: "请稍后原样重试，不会重复办理。",
                en: "Try the same again shortly: nothing is done twice.")
        case .strained:
            Label(
                zh: "数据库空间、内存或时间不足；请稍后原样重试，不会重复办理。",
                en: "It is short of disk, memory or time. Try the same again shortly: nothing is "
                    + "done twice.")
        case .unanswerableLine:
            Label(zh: "请联系运维人员，并告知该行内容。", en: "Tell the operators, with the line.")
        case .fault:
            Label(zh: "请联系运维人员，并告知请求编号。", en: "Tell the operators, with the number of the request.")
        }
    }
}
