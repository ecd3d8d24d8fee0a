import APIModel
import Client
import Foundation
import Languages

/// Shows a list on a terminal, and reads it again and again.
struct QueueWatch {
    let session: Session
    let every: Duration

    private var language: Language { session.language }

    /// Ends with Ctrl-C, or where what is asked for can't be had.
    ///
    /// Throws: `usage` where there is no terminal, or the list is for programs.
    func run(_ read: (Session) async throws -> [String]) async throws {
        guard let size = session.console.size, session.form == .people else {
            throw StaffError.usage(
                zh: "--watch 只能在终端上用；写入文件或管道的，请定时运行 zhuqi queue",
                en: "--watch needs a terminal; into a file or pipe, run zhuqi queue again and again"
            )
        }
        let screen = AlternateScreen(write: session.console.write)
        try await screen.during {
            var lines: [String] = []
            while true {
                let now = size()
                let (fresh, fault) = try await attempt(read, now)
                lines = fresh ?? lines
                screen.draw(Self.fitted(lines, status(fault), to: now.rows, language))
                try await pause(until: .now + every, from: now, size)
            }
        }
    }

    /// A server that does not answer now may answer the next time.
    private func attempt(
        _ read: (Session) async throws -> [String], _ size: TerminalSize
    ) async throws -> (lines: [String]?, fault: String?) {
        var session = session
        session.console.canvas.width = size.columns
        do {
            return (try await read(session), nil)
        } catch let error as ClientError where error.mayPass {
            return (nil, ErrorText(language: language).words(error).message)
        }
    }

    /// A terminal that was resized is drawn anew at once.
    private func pause(
        until end: ContinuousClock.Instant, from shown: TerminalSize,
        _ size: @Sendable () -> TerminalSize
    ) async throws {
        while ContinuousClock.now < end, size() == shown {
            try await Task.sleep(for: min(.milliseconds(250), end - .now))
        }
    }

    private func status(_ fault: String?) -> String {
        let time = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
        let parts = [time.hour, time.minute, time.second].map { part in
            let digits = String(part ?? 0)
            return digits.count < 2 ? "0" + digits : digits
        }
        let at = parts.joined(separator: ":")
        return fault.map { language("\(at) 未能刷新：\($0)", "\(at) not read: \($0)") }
            ?? language("\(at) 刷新，Ctrl-C 结束", "read at \(at), Ctrl-C ends it")
    }

    /// As many lines as the terminal has, the last one of which is the status.
    static func fitted(
        _ lines: [String], _ status: String, to rows: Int, _ language: Language
    ) -> [String] {
        let room = max(1, rows - 1)
        guard lines.count > room else { return lines + [status] }
        let leftOut = lines.count - (room - 1)
        let more = language("……另有 \(leftOut) 行", "… \(leftOut) more lines")
        return lines.prefix(room - 1) + [more, status]
    }
}

extension ClientError {
    /// Whether it may go by itself.
    var mayPass: Bool {
        switch self {
        case .unreachable: true
        case .problem(let problem): problem.status >= 500 || problem.status == 429
        case .unexpected: false
        }
    }
}
