import Crypto
import Engine
import Foundation
import Synchronization
import WorkingTime

/// Remembers tokens for two seconds, so that a revoked one is out soon and a busy one costs little.
///
/// Tokens run on real time, also where the engine's is simulated.
final class TokenCache: Sendable {
    private struct Entry {
        let record: TokenRecord
        let readAt: Date
    }

    private static let lifetime: TimeInterval = 2
    private static let capacity = 10_000

    private let reader: any CaseReader
    private let entries = Mutex<[[UInt8]: Entry]>([:])

    init(reader: any CaseReader) {
        self.reader = reader
    }

    /// Finds the record of a token that is valid now.
    func record(of token: String) async throws -> TokenRecord? {
        let digest = Array(SHA256.hash(data: Array(token.utf8)))
        let now = Date()
        if let entry = entries.withLock({ $0[digest] }),
            now.timeIntervalSince(entry.readAt) < Self.lifetime
        {
            return valid(entry.record, now)
        }
        guard let record = try await reader.token(digest: digest) else { return nil }
        entries.withLock { entries in
            if entries.count >= Self.capacity { entries.removeAll() }
            entries[digest] = Entry(record: record, readAt: now)
        }
        return valid(record, now)
    }

    private func valid(_ record: TokenRecord, _ now: Date) -> TokenRecord? {
        let isExpired = record.expiresAt.seconds <= Int64(now.timeIntervalSince1970)
        return record.isRevoked || isExpired ? nil : record
    }
}
