import APIModel
import Client
import Languages

/// Words what went wrong, and what to do about it.
struct ErrorText {
    let language: Language

    func words(_ error: StaffError) -> ErrorWords {
        switch error {
        case .client(let error): words(error)
        case .tooLate(let text), .cannotBe(let text):
            ErrorWords(message: text.text(in: language).plain)
        case .usage(let text): ErrorWords(message: text.text(in: language).plain)
        case .missingFields(let action, let fields): words(missing: fields, for: action)
        case .notAllowed(let item, let allowed): words(refused: item, allowed)
        case .stale(let text): ErrorWords(message: text)
        case .outcomeUnknown(let unanswered, let command): words(unknown: unanswered, command)
        case .partly(let done, let failed):
            ErrorWords(
                message: language(
                    "\(done + failed) 件中有 \(failed) 件未办",
                    "\(failed) of \(done + failed) were not done"))
        case .notSignedIn:
            ErrorWords(message: language("尚未登录", "not signed in"), hints: [signIn])
        case .credentials(let text): ErrorWords(message: text.text(in: language).plain)
        }
    }

    func words(_ error: ClientError) -> ErrorWords {
        switch error {
        case .problem(let problem): words(problem)
        case .unreachable(let unanswered): UnansweredText(unanswered, language: language).words
        case .unexpected(let status, let text):
            ErrorWords(
                message: language(
                    "服务器的回答无法识别（\(status)）：\(text.plain)",
                    "not an answer of this API (\(status)): \(text.plain)"),
                hints: [
                    language("请核对服务器地址：--server", "check the server's address: --server")
                ])
        }
    }

    private var signIn: String { language("请运行 zhuqi login", "run zhuqi login") }

    private func words(_ problem: Problem) -> ErrorWords {
        var words = ErrorWords(
            message: "\(problem.title.plain) [\(problem.code.plain)]", problem: problem)
        words.details += [problem.detail].compactMap { $0?.plain }
        words.details += (problem.errors ?? []).map { error in
            let name = error.label ?? String(error.pointer.drop { $0 == "/" })
            return language(
                "\(name.plain)：\(error.detail.plain)", "\(name.plain): \(error.detail.plain)")
        }
        if !problem.hint.isEmpty {
            words.hints.append(problem.hint.plain)
            words.hintHeading = language("提示：", "hint: ")
        }
        if problem.status == 401 { words.hints.append(signIn) }
        // What the operators can find in the log; of what was refused nobody has to ask them.
        if problem.status >= 500, let id = problem.requestId {
            words.hints.append(language("请求编号：", "request: ") + id.plain)
        }
        return words
    }

    private func words(
        missing fields: [ActionsAnswer.Field], for action: LabelAnswer
    ) -> ErrorWords {
        let option = FieldOption(fields: fields, language: language)
        return ErrorWords(
            message: language("“\(action.zh)”还缺：", "“\(action.en)” still needs:").plain,
            details: fields.map {
                option.text($0) + "  " + FieldForm($0).description(in: language)
            })
    }

    private func words(
        refused item: ActionsAnswer.Item, _ allowed: [LabelAnswer]
    ) -> ErrorWords {
        var words = ErrorWords(
            message: language(
                "现在不能“\(item.label.zh)”", "“\(item.label.en)” is not possible now"
            ).plain)
        words.details += [item.reason].compactMap { $0?.plain }
        let labels = allowed.map { language($0).plain }
        words.hints.append(
            labels.isEmpty
                ? language("您现在没有可办的动作", "there is nothing for you to do here now")
                : language("您现在可办：", "you may do now: ") + language.list(labels))
        return words
    }

    private func words(unknown unanswered: Unanswered, _ command: String) -> ErrorWords {
        let cause = UnansweredText(unanswered, language: language).words.message
        return ErrorWords(
            message: language(
                "不知道动作是否已生效：\(cause)",
                "it is not known whether the action was carried out: \(cause)"),
            hints: [RepeatText.safe(in: language)], repeatWith: command)
    }
}
