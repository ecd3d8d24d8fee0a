import CLibPQ
import Logging

/// Hears the notices and warnings of one connection.
///
/// Invariant: it outlives the connection that it is attached to.
final class NoticeObserver {
    private let logger: Logger
    /// Whether a commit was made here, but the wait for the standby to confirm it was cancelled.
    private var isReplicationUnconfirmed = false
    /// What was warned of since somebody began to listen; nil where nobody does.
    private var warnings: [String]?

    init(_ logger: Logger) {
        self.logger = logger
    }

    func attach(to connection: OpaquePointer) {
        PQsetNoticeReceiver(
            connection,
            { observer, notice in
                guard let observer, let notice else { return }
                Unmanaged<NoticeObserver>.fromOpaque(observer).takeUnretainedValue().hear(notice)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Says whether a commit since the last question is unconfirmed by the standby.
    func takeReplicationUnconfirmed() -> Bool {
        defer { isReplicationUnconfirmed = false }
        return isReplicationUnconfirmed
    }

    /// Keeps the texts of warnings from now on. Only for scripts of our own, which quote no values.
    func beginListening() { warnings = [] }

    /// Says what was heard, in order.
    func endListening() -> [String] {
        defer { warnings = nil }
        return warnings ?? []
    }

    private func hear(_ notice: OpaquePointer) {
        // The warning has no state of its own and its text is translated: its origin is neither.
        if DiagnosticField.sourceFunction.text(of: notice) == "SyncRepWaitForLSN" {
            isReplicationUnconfirmed = true
        }
        if DiagnosticField.severity.text(of: notice) == "WARNING",
            let text = DiagnosticField.message.text(of: notice)
        {
            warnings?.append(text)
        }
        // Only the state: the text of a notice may quote values.
        logger.debug(
            "notice from the database",
            metadata: ["sqlstate": "\(DiagnosticField.sqlState.text(of: notice) ?? "none")"])
    }
}
