import Client
import Languages

/// Says which server did not answer, in which way, and what to try.
struct UnansweredText {
    let unanswered: Unanswered
    let language: Language

    init(_ unanswered: Unanswered, language: Language) {
        self.unanswered = unanswered
        self.language = language
    }

    var words: ErrorWords { ErrorWords(message: message, hints: [hint]) }

    private var message: String {
        let (server, reason) = (unanswered.server.description.plain, unanswered.reason.plain)
        return switch unanswered.cause {
        case .notConnected:
            language(
                "连不上服务器 \(server)：\(reason)", "no connection to the server \(server): \(reason)")
        case .brokenOff:
            language(
                "与服务器 \(server) 的连接中断：\(reason)", "the connection to \(server) broke off: \(reason)"
            )
        case .timedOut:
            language("服务器 \(server) 没有按时回答", "the server \(server) did not answer in time")
        }
    }

    private var hint: String {
        switch unanswered.cause {
        case .notConnected, .brokenOff:
            language(
                "请核对地址（--server，或重新 zhuqi login）与网络；服务器可能正在重启，请稍后再试",
                "check the address (--server, or zhuqi login) and the network; the server may be "
                    + "restarting: try again shortly")
        case .timedOut:
            language("服务器可能繁忙，请稍后再试", "it may be busy: try again shortly")
        }
    }
}
