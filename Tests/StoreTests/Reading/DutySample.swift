import Casework
import DatabaseSupport
import Engine
import Store
import UseCases
import WorkingTime

/// Issues that differ, what is owed on them, and the lists of it.
struct DutySample {
    /// One duty of one issue.
    struct Key: Hashable {
        let issue: IssueID
        let slot: Int
    }

    struct Owed {
        let key: Key
        let issue: Casework.Issue
        let dueAt: Instant?
    }

    let fixture: TestFixture
    let issues: [IssueID]

    init(_ fixture: TestFixture) async throws {
        self.fixture = fixture
        issues = try await Self.variety(fixture)
    }

    func owed() async throws -> [Owed] {
        let stored = try await fixture.records.duties.duties(of: issues)
        return try await fixture.records.issues.issues(issues).flatMap { issue in
            (stored[issue.id] ?? []).filter { $0.row.part == .owes }.map {
                Owed(
                    key: Key(issue: issue.id, slot: $0.row.key.slot), issue: issue,
                    dueAt: $0.row.dueAt)
            }
        }
    }

    func asker(_ principal: Principal, after seconds: Int64 = 0) -> Asker {
        Asker(
            principal, world: fixture.world.value,
            now: fixture.time.now.adding(seconds: seconds))
    }

    func list(_ queue: String, for asker: Asker) async throws -> [Key] {
        try await list(queue, for: asker) { _ in }
    }

    /// Everything that is listed, page by page.
    func list(
        _ queue: String, for asker: Asker, _ narrow: (inout ListFilter) -> Void
    ) async throws -> [Key] {
        var question = DutyQuestion()
        question.queue = queue
        narrow(&question.filter)
        let reading = ReadDuties(records: fixture.records)
        var found: [Key] = []
        var place: DutyPlace?
        repeat {
            let page = try await reading.list(question, after: place, limit: 7, for: asker)
            found += page.items.map { Key(issue: $0.issue.id, slot: $0.duty.row.key.slot) }
            place = page.next
        } while place != nil
        return found
    }

    func count(_ queue: ReadDuties.Queue, for asker: Asker) async throws -> Int {
        try await CountDuties(records: fixture.records).queues(of: asker)
            .first { $0.queue == queue }?.counts.values.reduce(0) { $0 + $1.count } ?? 0
    }

    /// Files issues that differ in filer, division, category, secrecy and unit.
    private static func variety(_ fixture: TestFixture) async throws -> [IssueID] {
        let divisions = ["410105", "410102", "410172", "410181"]
        let categories = ["LAB", "FIN", "PWR", "LAW"]
        let units = ["industry", "financialWork", "division.410105"]
        var issues: [IssueID] = []
        for number in 0..<24 {
            let division = divisions[number % 4]
            var fields: [String: FieldValue] = [
                "division": .text(division), "category": .text(categories[number / 4 % 4]),
            ]
            if number % 5 == 4 {
                fields["complainedUnit"] = .text(units[number % 3])
                if number % 2 == 0 { fields["confidential"] = .boolean(true) }
            }
            let issue = try await fixture.file(
                by: "officer\(number % 6 + 1)", key: "\(number)", fields: fields)[0]
            issues.append(issue)
            guard number % 5 != 4, number % 3 != 2 else { continue }
            let office = "office.\(division)"
            try await fixture.act("accept", on: issue, by: office)
            try await fixture.act("triage", on: issue, by: office, ["class": .text("B")])
            try await fixture.act(
                "dispatch", on: issue, by: office,
                [
                    "leadUnit": .text(units[number % 3]), "reason": .text("示例"),
                    "supportingUnits": .list([.text("humanResources")]),
                ])
        }
        return issues
    }
}
