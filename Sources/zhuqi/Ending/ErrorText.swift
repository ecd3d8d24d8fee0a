import APIModel
import Client
import Languages

/// Says in lines what went wrong, and what to do about it.
struct ErrorText {
    let language: Language

    func lines(_ error: StaffError) -> [String] {
        switch error {
        case .client(let error): lines(error)
        case .usage(let text): [text]
        case .missingFields(let action, let fields): lines(missing: fields, for: action)
        case .notAllowed(let item, let allowed): lines(refused: item, allowed)
        case .stale(let text): [text]
        case .outcomeUnknown(let reason, let command): lines(unknown: reason, command)
        case .partly(let done, let failed):
            [
                language(
                    "\(done + failed) 件中有 \(failed) 件未办",
                    "\(failed) of \(done + failed) were not done")
            ]
        case .notSignedIn:
            [
                language(
                    "尚未登录：请运行 zhuqi login", "not signed in: run zhuqi login")
            ]
        case .credentials(let text): [text]
        }
    }

    private func lines(_ error: ClientError) -> [String] {
        switch error {
        case .problem(let problem): lines(problem)
        case .unreachable(let reason):
            [language("无法连接服务器：\(reason.plain)", "the server can't be reached: \(reason.plain)")]
        case .unexpected(let status, let text):
            [
                language(
                    "服务器的回答无法识别（\(status)）：\(text.plain)",
                    "not an answer of this API (\(status)): \(text.plain)")
            ]
        }
    }

    private func lines(_ problem: Problem) -> [String] {
        var lines = ["\(problem.title.plain) [\(problem.code.plain)]"]
        if let detail = problem.detail { lines.append("  " + detail.plain) }
        for error in problem.errors ?? [] {
            lines.append("  \(error.pointer.plain): \(error.detail.plain)")
        }
        if let failedGuard = problem.failedGuard {
            lines.append("  " + language("未满足：", "fails: ") + failedGuard.plain)
        }
        lines += allowedLines(problem.allowed)
        if !problem.hint.isEmpty {
            lines.append("  " + language("提示：", "hint: ") + problem.hint.plain)
        }
        // What the operators can find in the log; of what was refused nobody has to ask them.
        if problem.status >= 500, let id = problem.requestId {
            lines.append("  " + language("请求编号：", "request: ") + id.plain)
        }
        return lines
    }

    private func lines(missing fields: [ActionsAnswer.Field], for action: String) -> [String] {
        [language("\(action) 还缺：", "\(action) still needs:")]
            + fields.map { "  --field \($0.name)=…  " + FieldForm($0).description(in: language) }
    }

    private func lines(refused item: ActionsAnswer.Item, _ allowed: [String]) -> [String] {
        var lines = [
            language(
                "现在不能\(item.label.zh)（\(item.action)）", "\(item.action) is not possible now")
        ]
        if let reason = item.reason { lines.append("  " + reason.plain) }
        if let refusedBy = item.refusedBy {
            lines.append("  " + language("未满足：", "fails: ") + refusedBy.plain)
        }
        return lines + allowedLines(allowed)
    }

    private func allowedLines(_ allowed: [String]?) -> [String] {
        guard let allowed, !allowed.isEmpty else { return [] }
        let names = allowed.map(\.plain).joined(separator: ", ")
        return ["  " + language("现在可办：", "possible now: ") + names]
    }

    private func lines(unknown reason: String, _ command: String) -> [String] {
        [
            language(
                "不知道动作是否已生效：\(reason.plain)",
                "it is not known whether the action was carried out: \(reason.plain)"),
            language("再次运行以下命令是安全的：", "this is safe to run again:"), "  " + command,
        ]
    }
}
