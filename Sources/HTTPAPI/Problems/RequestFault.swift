import APIModel

/// What is wrong with a request before the domain is asked.
enum RequestFault: Error, Sendable {
    case unauthenticated
    case malformed(zh: String, en: String)
    case bodyTooLarge
    /// The body says that it is something else, or does not say what it is.
    case notJSON
    /// The sender left in the middle, or what it sent is no HTTP.
    case brokenBody
    /// The bodies that are being read hold too much together.
    case busy
    case keyMissing
    case keyMalformed
    case versionMissing
    case versionMalformed
    case unknownField([Problem.FieldProblem])
    case wrongType(pointer: String, expected: String)
    case invalid([Problem.FieldProblem])
    case notFound
    case tooMany(retryAfter: Int)
    case badParameter(name: String, expected: String)
    case forbidden(zh: String, en: String)
    case clockBackwards(now: String)
    /// Whoever asked for a move of simulated time left, or the process ends.
    case moveStopped(now: String)
    case noPicture
    case unknownCalendar(String, known: [String])
    case badLine(zh: String, en: String)
    case ended
    case waits
    case notPaused

    var text: ProblemText {
        switch self {
        case .unauthenticated, .forbidden, .tooMany: accessText
        case .keyMissing, .keyMalformed, .versionMissing, .versionMalformed: headerText
        default: contentText
        }
    }

    private var accessText: ProblemText {
        if case .tooMany(let seconds) = self {
            var text = ProblemText(
                429, "AU304", title: ("请求过于频繁", "Too many requests"),
                hint: ("请\(seconds)秒后再试。", "Try again in \(seconds) seconds."))
            text.retryAfter = seconds
            return text
        }
        if case .forbidden(let zh, let en) = self {
            return ProblemText(
                403, "AU303", title: ("无权操作", "Not permitted"), hint: (zh, en))
        }
        return ProblemText(
            401, "AU302", title: ("未认证", "Not authenticated"),
            hint: (
                "请在 Authorization 头中提供有效的个人令牌（Bearer zq_…）。",
                "Send a valid personal token: Authorization: Bearer zq_…"
            ))
    }

    private var headerText: ProblemText {
        switch self {
        case .keyMissing:
            ProblemText(
                400, "CW220", title: ("缺少幂等键", "Idempotency key missing"),
                hint: (
                    "请附上 Idempotency-Key 头，每次新操作用新的值，重试用原值。",
                    "Send an Idempotency-Key: a new one for each new action, the same for a retry."
                ))
        case .keyMalformed:
            ProblemText(
                400, "CW221", title: ("幂等键格式错误", "Idempotency key malformed"),
                hint: (
                    "请使用带引号的字符串，1 至 200 个可见 ASCII 字符。",
                    "Use a quoted string of 1 to 200 visible ASCII characters."
                ))
        case .versionMissing:
            ProblemText(
                428, "CW222", title: ("缺少版本", "Version missing"),
                hint: (
                    "请附上 If-Match 头，值为所见问题的版本（ETag），或 *。",
                    "Send If-Match with the version (ETag) of the issue that you saw, or *."
                ))
        default:
            ProblemText(
                400, "CW223", title: ("版本格式错误", "Version malformed"),
                hint: ("If-Match 形如 \"7\" 或 *。", "If-Match looks like \"7\", or *."))
        }
    }

    private var contentText: ProblemText {
        switch self {
        case .malformed(let zh, let en):
            ProblemText(
                400, "CW224", title: ("请求格式错误", "Malformed request"),
                hint: ("请发送合法的 JSON（UTF-8）。", "Send valid JSON in UTF-8."),
                detail: (zh, en))
        case .bodyTooLarge:
            ProblemText(
                413, "CW225", title: ("请求过大", "Request too large"),
                hint: ("请求体不得超过 1 MiB。", "A body may have 1 MiB at most."))
        case .notJSON: notJSONText
        case .moveStopped(let now): moveStoppedText(now)
        case .busy: busyText
        case .brokenBody:
            ProblemText(
                400, "CW260", title: ("请求体不完整", "Broken body"),
                hint: ("请完整发送请求体。", "Send the whole body, framed as HTTP says."))
        case .unknownField(let fields):
            fieldText(
                400, "CW226", ("未知字段", "Unknown field"),
                ("请删去未知字段或改正拼写。", "Leave the unknown fields out, or correct them."), fields)
        case .wrongType(let pointer, let expected):
            fieldText(
                400, "CW227", ("字段类型错误", "Wrong type"),
                ("请按接口说明给出该字段的类型。", "Give the field the type that the API names."),
                [.init(pointer: pointer, detail: expected)])
        case .invalid(let fields):
            fieldText(
                422, "CW228", ("取值不合要求", "Invalid values"),
                ("请改正所列字段。", "Correct the fields that are listed."), fields)
        case .badParameter(let name, let expected):
            ProblemText(
                400, "CW229", title: ("参数错误", "Bad parameter"),
                hint: ("请改正参数 \(name)。", "Correct the parameter \(name)."),
                detail: (expected, expected))
        case .clockBackwards(let now):
            ProblemText(
                422, "CW231", title: ("时间不能倒退", "Time never runs backwards"),
                hint: ("请给出 \(now) 之后的时刻。", "Give an instant after \(now)."))
        case .noPicture:
            ProblemText(
                503, "CW232", title: ("无法绘图", "No picture"),
                hint: (
                    "服务器未装 Graphviz，或绘图未能完成；可取同一地址的 diagram.mmd。",
                    "The server has no Graphviz, or it did not finish: ask for diagram.mmd instead."
                ))
        case .unknownCalendar(let name, let known):
            ProblemText(
                422, "CW233", title: ("没有此工作日历", "Unknown calendar"),
                hint: ("请使用已有的工作日历。", "Name a calendar that exists."),
                detail: (
                    "没有工作日历“\(name.prefix(100))”；现有："
                        + (known.isEmpty ? "无" : known.joined(separator: "、")) + "。",
                    "there is no calendar “\(name.prefix(100))”; known: "
                        + (known.isEmpty ? "none" : known.joined(separator: ", ")) + "."
                ))
        case .badLine(let zh, let en):
            ProblemText(
                400, "CW234", title: ("无法读取此行", "Unreadable line"),
                hint: ("每行一个 JSON 对象（UTF-8）。", "Write one JSON object in UTF-8 on each line."),
                detail: (zh, en))
        case .ended:
            ProblemText(
                409, "CW235", title: ("订阅已结束", "The subscription has ended"),
                hint: ("请新建订阅。", "Make a new subscription."))
        case .notPaused:
            ProblemText(
                409, "CW255", title: ("订阅未暂停", "The subscription is not paused"),
                hint: ("无须恢复。", "There is nothing to resume."))
        case .waits:
            ProblemText(
                409, "CW236", title: ("尚未投递完", "Still to be delivered"),
                hint: ("该投递仍在等待，无须重发。", "It waits already: there is nothing to replay."))
        default:
            ProblemText(
                404, "CW230", title: ("未找到", "Not found"),
                hint: ("请核对地址。", "Check the address."))
        }
    }

    private var notJSONText: ProblemText {
        ProblemText(
            415, "CW285", title: ("不支持的内容类型", "Unsupported content type"),
            hint: (
                "请求体须为 UTF-8 的 JSON，不压缩，并注明 Content-Type: \(ContentType.accepted)。",
                "Send JSON in UTF-8, not compressed, with Content-Type: \(ContentType.accepted)."
            ))
    }

    private func moveStoppedText(_ now: String) -> ProblemText {
        ProblemText(
            503, "CW286", title: ("推进已停止", "The move was stopped"),
            hint: (
                "模拟时间停在 \(now)；可再次推进。",
                "Simulated time stands at \(now); ask again to go on."
            ))
    }

    private var busyText: ProblemText {
        var text = ProblemText(
            503, "CW262", title: ("系统繁忙", "Busy"),
            hint: ("请稍后重试。", "Try again shortly."))
        text.retryAfter = 2
        return text
    }

    private func fieldText(
        _ status: Int, _ code: String, _ title: (zh: String, en: String),
        _ hint: (zh: String, en: String), _ fields: [Problem.FieldProblem]
    ) -> ProblemText {
        var text = ProblemText(status, code, title: title, hint: hint)
        text.errors = fields.map { .init(pointer: $0.pointer, detail: $0.detail) }
        return text
    }
}
