package import Casework
import Crypto
package import Engine
package import Store
import Synchronization
import WorkingTime

/// Tells whom a token lets in. It is remembered for two seconds, so that a revoked one is out soon
/// and a busy one costs little.
///
/// Tokens run on real time, also where the engine's is simulated.
package final class TokenCheck: Sendable {
    private struct Entry {
        let record: TokenRecord
        let readAt: Instant
    }

    private static let lifetimeInSeconds: Int64 = 2
    private static let capacity = 10_000

    private let access: AccessRecords
    private let gateway: CommandGateway
    private let uses: TokenUses
    private let wall = TimeSource()
    private let entries = Mutex<[[UInt8]: Entry]>([:])

    /// - Parameter uses: learns which tokens let somebody in, and on which day of the city.
    package init(records: Records, gateway: CommandGateway, uses: TokenUses) {
        access = records.access
        self.gateway = gateway
        self.uses = uses
    }

    /// What a token is worth now.
    package enum Finding: Sendable {
        /// With what it was granted, and what those have for whom it stands in.
        case person(Person)
        /// - token: the number by which operators name it, where it is known.
        case nobody(TokenRefusal, token: Int64?)
    }

    package func find(_ token: String) async throws -> Finding {
        let digest = Array(SHA256.hash(data: Array(token.utf8)))
        let now = wall.now
        guard let record = try await record(digest, now) else {
            return .nobody(.unknown, token: nil)
        }
        if let revokedAt = record.revokedAt, revokedAt <= now {
            return .nobody(.revoked, token: record.id)
        }
        guard now < record.expiresAt else { return .nobody(.expired, token: record.id) }
        let world = gateway.world.value
        let today = world.calendars.zone.date(at: now)
        if record.lastUsedOn != today { uses.note(digest, on: today) }
        guard let person = world.directory.person(record.person) else {
            return .nobody(.withoutRole, token: record.id)
        }
        let acting = world.directory.acting(person, at: gateway.time.now)
        guard !acting.grants.isEmpty else { return .nobody(.withoutRole, token: record.id) }
        return .person(acting)
    }

    private func record(_ digest: [UInt8], _ now: Instant) async throws -> TokenRecord? {
        if let entry = entries.withLock({ $0[digest] }),
            now < entry.readAt.adding(seconds: Self.lifetimeInSeconds), entry.readAt <= now
        {
            return entry.record
        }
        guard let record = try await access.token(digest: digest) else { return nil }
        entries.withLock { entries in
            if entries.count >= Self.capacity { entries.removeAll() }
            entries[digest] = Entry(record: record, readAt: now)
        }
        return record
    }
}
