import CLibPQ
import Logging

/// Hears the notices and warnings of one connection.
///
/// Invariant: it outlives the connection that it is attached to.
final class NoticeObserver {
    private let logger: Logger
    /// Whether a commit was made here, but the wait for the standby to confirm it was cancelled.
    private var isReplicationUnconfirmed = false

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

    private func hear(_ notice: OpaquePointer) {
        // The warning has no state of its own and its text is translated: its origin is neither.
        if DiagnosticField.sourceFunction.text(of: notice) == "SyncRepWaitForLSN" {
            isReplicationUnconfirmed = true
        }
        // Only the state: the text of a notice may quote values.
        logger.debug(
            "notice from the database",
            metadata: ["sqlstate": "\(DiagnosticField.sqlState.text(of: notice) ?? "none")"])
    }
}
