import Casework
import DatabaseSupport
import Engine
import Foundation
import Notices
import Store
import Synchronization
import Testing

@Suite("The outbox")
struct OutboxTests {
    @Test("gives every event that tells somebody once, in order per issue")
    func inOrder() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            let file = try Scratch.folder().appending(path: "outbox")
            defer { Scratch.remove(file.deletingLastPathComponent()) }
            let relay = Self.relay(fixture, fixture.records.outbox, file)
            #expect(try await Self.drained(relay, file, count: 12))
            let told = try Self.told(file)
            for issue in issues {
                let sequences = told.filter { $0.data.issue == "\(issue)" }.map(\.data.sequence)
                // Nobody is told of the triage, the third.
                #expect(sequences == [1, 2, 4, 5])
            }
            #expect(Set(told.map(\.id)).count == 12)
            try await relay.drain()
            #expect(try Self.told(file).count == 12)
        }
    }

    @Test("does not pass over a batch that commits late")
    func lateCommitter() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            #expect(try await eventually { try await Self.takeAll(fixture) == ["\(issue) 1"] })
            try await fixture.database.withConnection { late in
                _ = try await late.query("BEGIN")
                _ = try await late.query(
                    "INSERT INTO outbox_batch (issue_ids, sequences, notices) "
                        + "VALUES (ARRAY[\(issue.rawValue)], ARRAY[1], ARRAY[true])")
                try await fixture.act("accept", on: issue, by: TestFixture.office)
                #expect(try await Self.takeAll(fixture) == [])
                _ = try await late.query("COMMIT")
            }
            #expect(
                try await eventually {
                    try await Self.waiting(fixture) == ["\(issue) 1", "\(issue) 2"]
                })
        }
    }

    @Test("tells again what was written down but not noted, before anything newer")
    func atLeastOnce() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.act("accept", on: issue, by: TestFixture.office)
            let file = try Scratch.folder().appending(path: "outbox")
            defer { Scratch.remove(file.deletingLastPathComponent()) }
            let first = FirstTime()
            let crashing = InterposedOutbox(
                real: fixture.records.outbox, beforeAdvancing: { if first.take() { throw Crash() } }
            )
            let relay = Self.relay(fixture, crashing, file)
            #expect(try await eventually { try await Self.waiting(fixture).count == 2 })
            await #expect(throws: Crash.self) { try await relay.drain() }
            #expect(try Self.told(file).map(\.data.sequence) == [1, 2])
            try await fixture.act(
                "dispatch", on: issue, by: TestFixture.office,
                ["leadUnit": .text("industry"), "reason": .text("示例")])
            #expect(try await Self.drained(relay, file, count: 5))
            #expect(try Self.told(file).map(\.data.sequence) == [1, 2, 1, 2, 3])
        }
    }

    private struct Crash: Error {}

    private static func relay(
        _ fixture: TestFixture, _ store: any OutboxStore, _ file: URL
    ) -> FileRelay {
        let message = EventMessage(
            world: fixture.world, linkKey: TestFixture.linkKey, installation: "test")
        return FileRelay(
            store: store, time: fixture.time, sink: OutboxFile(path: file.path),
            observer: TestCluster.observer,
            describe: { message.cloudEvent(for: $0, withLink: true) })
    }

    /// Drains until the file has so many lines: elsewhere in the cluster older work may be open.
    private static func drained(
        _ relay: FileRelay, _ file: URL, count: Int
    ) async throws -> Bool {
        try await eventually {
            try await relay.drain()
            return try told(file).count == count
        }
    }

    private static func told(_ file: URL) throws -> [CloudEvent] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try Data(contentsOf: file).split(separator: 0x0A)
            .map { try JSONDecoder().decode(CloudEvent.self, from: $0) }
    }

    /// What a reader would be given now, as `issue sequence`.
    private static func waiting(_ fixture: TestFixture) async throws -> [String] {
        let seen = Mutex<[String]>([])
        do {
            _ = try await fixture.records.outbox.carry(reader: "test", limit: 64) { items in
                seen.withLock { $0 = items.map(name) }
                throw Crash()
            }
        } catch is Crash {
            // The reader stays where it is.
        }
        return seen.withLock { $0 }
    }

    /// The same, and the reader moves on.
    private static func takeAll(_ fixture: TestFixture) async throws -> [String] {
        let seen = Mutex<[String]>([])
        _ = try await fixture.records.outbox.carry(reader: "test", limit: 64) { items in
            seen.withLock { $0 = items.map(name) }
        }
        return seen.withLock { $0 }
    }

    private static func name(_ item: OutboxItem) -> String {
        "\(item.event.issue) \(item.event.sequence)"
    }
}
