import APIModel
import Foundation
import Testing

extension ServerTests {
    /// Dispatched on Friday 2026-10-09 at 10:00 and left alone. Saturday 10-10 is a working day.
    @Suite struct SilentIssueTests {
        private static let marks = [
            ("warn", "2026-10-15T15:00:00+08:00"), ("breach", "2026-10-19T17:30:00+08:00"),
            ("remindOverdue", "2026-10-20T17:30:00+08:00"),
            ("escalate", "2026-10-22T17:30:00+08:00"),
            ("giveRedCard", "2026-10-26T17:30:00+08:00"),
        ]

        @Test func passesEachMarkOnceAtItsInstant() async throws {
            try await TestServer.run { server in
                let issue = try await dispatched(at: server)
                try await server.advance(to: "2026-11-20T09:00:00+08:00")
                try await expectMarks(of: issue, at: server)
                let head = try await server.head(issue, as: People.office)
                #expect(head.card == "red" && head.level >= 1 && head.signal == "red")
            }
        }

        @Test func theSameInSmallStepsWithRestartsBetween() async throws {
            try await TestServer.run { server in
                let issue = try await dispatched(at: server)
                for day in 10...27 {
                    try await server.advance(to: "2026-10-\(day)T17:30:00+08:00")
                    if day % 6 == 0 { try await server.restart() }
                }
                try await expectMarks(of: issue, at: server)
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        @Test func eachMarkIsTrueFromItsInstantOnAndNotBefore() async throws {
            try await TestServer.run { server in
                let issue = try await dispatched(at: server)
                try await server.advance(to: "2026-10-19T17:29:59+08:00")
                #expect(try await marks(of: issue, at: server).map(\.action) == ["warn"])
                let overdue = try await server.advance(to: "2026-10-19T17:30:00+08:00")
                #expect(overdue.alarms >= 1)
                #expect(try await marks(of: issue, at: server).map(\.action) == ["warn", "breach"])
                #expect(try await server.advance(to: "2026-10-19T17:30:00+08:00").alarms == 0)
            }
        }

        private func dispatched(at server: TestServer) async throws -> String {
            let issue = try await server.issue()
            try await server.advance(to: "2026-10-09T10:00:00+08:00")
            try await Walk.dispatch(issue, at: server)
            return issue
        }

        private func expectMarks(of issue: String, at server: TestServer) async throws {
            let found = try await marks(of: issue, at: server)
            #expect(found.map(\.action) == Self.marks.map(\.0))
            #expect(found.map(\.at) == Self.marks.map(\.1))
            let delivered = try server.delivered().filter { $0.data.issue == issue }
            for (action, _) in Self.marks {
                #expect(delivered.filter { $0.data.action == action }.count == 1, "\(action)")
            }
        }

        private func marks(of issue: String, at server: TestServer) async throws -> [EventAnswer] {
            try await server.history(issue, as: People.office)
                .filter { event in Self.marks.contains { $0.0 == event.action } }
        }
    }
}
