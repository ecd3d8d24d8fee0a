import Casework
import DatabaseSupport
import Definitions
import Exports
import Foundation
import Store
import Testing
import UseCases
import WorkingTime

/// What an export reads, while others go on working.
@Suite("The snapshot of the record")
struct RecordSnapshotTests {
    @Test("shows nothing that is committed after its first look")
    func oneMoment() async throws {
        try await withFixture { fixture in
            let first = try await fixture.file()[0]
            let end = try Instant(rfc3339: "2026-12-01T00:00:00+08:00")
            let seen = try await fixture.records.snapshots.run { snapshot in
                let catalogue = fixture.catalogue.value
                let before = try await snapshot.issues(
                    bornBefore: end, after: nil, limit: 9, by: catalogue)
                _ = try await fixture.file(key: "later")
                try await fixture.bring(first, to: .inHandling)
                let after = try await snapshot.issues(
                    bornBefore: end, after: nil, limit: 9, by: catalogue)
                return [before, after].map { $0.map(\.events.count) }
            }
            #expect(seen == [[1], [1]])
            let now = try await fixture.records.snapshots.run { snapshot in
                try await snapshot.issues(
                    bornBefore: end, after: nil, limit: 9, by: fixture.catalogue.value
                ).map(\.events.count)
            }
            #expect(now.count == 2 && now[0] > 1)
        }
    }

    @Test("counts issues by their first events, whatever the column says")
    func population() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.database.damage("UPDATE issue SET created_at = '2030-01-01'")
            let end = try Instant(rfc3339: "2026-11-01T00:00:00+08:00")
            let found = try await fixture.records.snapshots.run { snapshot in
                try await snapshot.issues(
                    bornBefore: end, after: nil, limit: 9, by: fixture.catalogue.value)
            }
            #expect(found.map(\.issue.id) == [issue])
            #expect(await Self.code(fixture, "2026-10", at: "2026-11-02T09:00:00+08:00") == "EX405")
        }
    }

    @Test(
        "is not taken of a month that has not begun, or is not over",
        arguments: [("2026-11", "EX406"), ("2026-10", "EX407")])
    func unfinished(month: String, code: String) async throws {
        try await withFixture { fixture in
            _ = try await fixture.file()
            #expect(await Self.code(fixture, month, at: TestFixture.opening) == code)
        }
    }

    private static func code(
        _ fixture: TestFixture, _ month: String, at wall: String
    ) async -> String? {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("month-\(UUID().uuidString)")
        do {
            let wish = ExportMonth.Wish(
                month: try CalendarMonth(month), zone: try ZoneTable(identifier: "Asia/Shanghai"),
                allowsUnfinished: false)
            _ = try await ExportMonth(of: fixture.records.snapshots, by: .yaml, tool: "zhuqid 1")
                .write(wish, at: Instant(rfc3339: wall), to: folder, existing: .refused)
            try FileManager.default.removeItem(at: folder)
            return nil
        } catch {
            return (error as? ExportFault)?.code ?? "\(error)"
        }
    }
}
