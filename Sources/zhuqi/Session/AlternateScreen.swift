import CommandText
import Dispatch
import Glibc

/// The second screen of a terminal: what stood there before comes back at the end, however that comes.
struct AlternateScreen {
    let write: @Sendable (String) -> Void

    /// Cursor hidden, lines cut at the edge.
    private static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"
    private static let leave = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    func during(_ work: () async throws -> Void) async throws {
        let sources = [SIGINT, SIGTERM, SIGHUP].map(leaving)
        write(Self.enter)
        defer {
            for (signal, source) in sources {
                source.cancel()
                Glibc.signal(signal, SIG_DFL)
            }
            write(Self.leave)
        }
        try await work()
    }

    /// Draws over what is there, without flicker.
    func draw(_ lines: [String]) {
        let text = lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
        write("\u{1B}[H" + text + "\u{1B}[J")
    }

    private func leaving(at signal: Int32) -> (Int32, any DispatchSourceSignal) {
        let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
        source.setEventHandler { [write] in
            write(Self.leave)
            exit(signal == SIGINT ? EndingStatus.interrupted.rawValue : 128 + signal)
        }
        Glibc.signal(signal, SIG_IGN)
        source.resume()
        return (signal, source)
    }
}
