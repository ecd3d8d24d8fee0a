import Casework
import Crypto
import Engine
import Synchronization
import WorkingTime

/// Remembers tokens for two seconds, so that a revoked one is out soon and a busy one costs little.
///
/// Tokens run on real time, also where the engine's is simulated.
final class TokenCache: Sendable {
    private struct Entry {
        let record: TokenRecord
        let readAt: Instant
    }

    private static let lifetimeInSeconds: Int64 = 2
    private static let capacity = 10_000

    private let reader: any CaseReader
    private let world: CurrentWorld
    private let uses: TokenUses
    private let time = TimeSource()
    private let entries = Mutex<[[UInt8]: Entry]>([:])

    /// - Parameter uses: learns which tokens let somebody in, and on which day of the city.
    init(reader: any CaseReader, world: CurrentWorld, uses: TokenUses) {
        self.reader = reader
        self.world = world
        self.uses = uses
    }

    /// What a token is worth now.
    enum Finding {
        case valid(TokenRecord)
        case unknown
        case ended(TokenRecord, TokenRefusal)
    }

    func find(_ token: String) async throws -> Finding {
        let digest = Array(SHA256.hash(data: Array(token.utf8)))
        let now = time.now
        guard let record = try await record(digest, now) else { return .unknown }
        if let revokedAt = record.revokedAt, revokedAt <= now { return .ended(record, .revoked) }
        guard now < record.expiresAt else { return .ended(record, .expired) }
        let today = world.value.zone.date(at: now)
        if record.lastUsedOn != today { uses.note(digest, on: today) }
        return .valid(record)
    }

    private func record(_ digest: [UInt8], _ now: Instant) async throws -> TokenRecord? {
        if let entry = entries.withLock({ $0[digest] }),
            now < entry.readAt.adding(seconds: Self.lifetimeInSeconds), entry.readAt <= now
        {
            return entry.record
        }
        guard let record = try await reader.token(digest: digest) else { return nil }
        entries.withLock { entries in
            if entries.count >= Self.capacity { entries.removeAll() }
            entries[digest] = Entry(record: record, readAt: now)
        }
        return record
    }
}
