import Client
import Languages
import Synchronization
import Testing

@testable import zhuqi

/// Remembers what a command wrote, and answers its questions from a list.
final class Transcript: Sendable {
    private struct State {
        var output = ""
        var warnings = ""
        var answers: [String]
    }

    private let state: Mutex<State>
    /// Nil where it is written to a pipe.
    private let width: Int?

    private let edited: String?

    /// - Parameters:
    ///   - width: of the terminal; nil where it is written to a pipe.
    ///   - edited: what an editor writes; nil where there is none.
    init(answers: [String] = [], width: Int? = nil, edited: String? = nil) {
        state = Mutex(State(answers: answers))
        self.width = width
        self.edited = edited
    }

    var output: String { state.withLock { $0.output } }
    var warnings: String { state.withLock { $0.warnings } }

    /// A console of people where there are answers, of a program otherwise.
    var console: Console {
        Console(
            canvas: Canvas(width: width, hasColour: false),
            isInteractive: state.withLock { !$0.answers.isEmpty },
            write: { text in self.state.withLock { $0.output += text } },
            warn: { text in self.state.withLock { $0.warnings += text } },
            readLine: { self.nextAnswer() }, readSecret: { self.nextAnswer() },
            readFile: { "content of \($0)" },
            editText: edited.map { text in { @Sendable in text } })
    }

    private func nextAnswer() -> String? {
        state.withLock { $0.answers.isEmpty ? nil : $0.answers.removeFirst() }
    }

    func session(_ address: String, _ form: OutputForm = .people) throws -> Session {
        let client = APIClient(
            server: try #require(ServerAddress(address)), token: "zq_test", sleep: { _ in })
        return Session(client: client, console: console, language: .zh, form: form)
    }
}
