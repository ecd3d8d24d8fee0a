import CommandText
import Dispatch
import Glibc

/// Tells, where Ctrl-C ends the tool, what may have happened already.
///
/// Only while it is needed: elsewhere the signal ends the process by itself, and what it started.
struct InterruptWatch {
    let warn: @Sendable (String) -> Void
    let lines: [String]

    func during<Value, Failure: Error>(
        _ work: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let text = "\n" + lines.joined(separator: "\n") + "\n"
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [warn] in
            warn(text)
            exit(EndingStatus.interrupted.rawValue)
        }
        signal(SIGINT, SIG_IGN)
        source.resume()
        defer {
            source.cancel()
            signal(SIGINT, SIG_DFL)
        }
        return try await work()
    }
}
