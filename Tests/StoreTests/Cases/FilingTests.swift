import Casework
import DatabaseSupport
import Engine
import Store
import Testing

@Suite("A filing on PostgreSQL")
struct FilingTests {
    @Test("stores one case, its issues, their first events and their clocks")
    func stored() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            let newIssues = try await fixture.records.issues.issues(issues)
            #expect(newIssues.map(\.number).map { $0.suffix(2) } == ["-1", "-2", "-3"])
            #expect(Set(newIssues.map(\.caseID)).count == 1)
            #expect(newIssues.allSatisfy { $0.state == "submitted" && $0.sequence == 1 })
            #expect(newIssues.allSatisfy { $0.clocks.map(\.kind) == ["accept"] })
            let filed = try await fixture.records.cases.filedCase(newIssues[0].caseID)
            #expect(filed?.number.hasPrefix("ZQ2026-") == true)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("made again gives the case of the first, under another body is refused")
    func replay() async throws {
        try await withFixture { fixture in
            let filing = try fixture.filing()
            guard case .filed(let filed, _) = try await fixture.gateway.file(filing) else {
                Issue.record("the first filing was no filing")
                return
            }
            guard case .replay(let again) = try await fixture.gateway.file(filing) else {
                Issue.record("the second filing was no replay")
                return
            }
            #expect(again == filed.id)
            let other = try changedBody(fixture)
            await #expect(throws: Refusal.keyReused) { try await fixture.gateway.file(other) }
            let counted = try await rows(fixture, "SELECT count(*)::text FROM filed_case")
            #expect(counted == ["1"])
        }
    }

    private func changedBody(_ fixture: TestFixture) throws -> Filing {
        let first = try fixture.filing()
        return Filing(
            workflow: first.workflow, enterprise: first.enterprise, source: first.source,
            externalReference: nil, note: "other", creditCodeOverride: nil,
            issues: first.issues, principal: first.principal, key: first.key,
            requestDigest: LinkKey.digest(of: "other"), receivedAt: first.receivedAt)
    }

    @Test("made many times at once with one key is made once")
    func atOnce() async throws {
        try await withFixture { fixture in
            let filing = try fixture.filing()
            let fresh = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        if case .filed = try await fixture.gateway.file(filing) {
                            true
                        } else {
                            false
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(fresh == 1)
            let counted = try await rows(fixture, "SELECT count(*)::text FROM issue")
            #expect(counted == ["1"])
        }
    }

    @Test("under a reference that another case has is refused")
    func reference() async throws {
        try await withFixture { fixture in
            _ = try await fixture.gateway.file(fixture.filing(key: "one", reference: "R-1"))
            let second = try fixture.filing(key: "two", reference: "R-1")
            await #expect(throws: Refusal.externalReferenceTaken("R-1")) {
                try await fixture.gateway.file(second)
            }
            let counted = try await rows(fixture, "SELECT count(*)::text FROM issue")
            #expect(counted == ["1"])
        }
    }

    @Test("with one issue that can't be is refused whole, naming the place")
    func invalid() async throws {
        try await withFixture { fixture in
            await #expect(throws: Refusal.self) {
                try await fixture.file(count: 2, fields: ["category": .text("XXX")])
            }
            let counted = try await rows(fixture, "SELECT count(*)::text FROM filed_case")
            #expect(counted == ["0"])
        }
    }
}
