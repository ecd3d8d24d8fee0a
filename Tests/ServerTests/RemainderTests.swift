import APIModel
import Testing

extension ServerTests {
    /// What a reader is told of the time that is left: in the unit of the limit, overdue by instants.
    @Suite struct RemainderTests {
        @Test func daysAreCountedAsTheLimitCountsThemAndTheEveningAfterIsOverdue() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await server.advance(to: "2026-10-09T10:00:00+08:00")
                try await Walk.dispatch(issue, at: server)
                let told: [(at: String, count: Int64, unit: Remainder.Unit, isOverdue: Bool)] = [
                    ("2026-10-09T10:00:00+08:00", 7, .workingDays, false),
                    ("2026-10-10T18:00:00+08:00", 6, .workingDays, false),
                    ("2026-10-19T12:15:00+08:00", 14400, .workingSeconds, false),
                    ("2026-10-19T17:30:00+08:00", 0, .workingSeconds, true),
                    ("2026-10-19T18:00:00+08:00", 0, .workingSeconds, true),
                    ("2026-10-20T10:00:00+08:00", 3600, .workingSeconds, true),
                    ("2026-10-25T16:30:00+08:00", 4, .workingDays, true),
                ]
                for line in told {
                    try await server.advance(to: line.at)
                    let resolve = try await clock("resolve", of: issue, at: server)
                    #expect(resolve.isOverdue == line.isOverdue, "\(line.at)")
                    #expect(
                        resolve.remainder == Remainder(unit: line.unit, count: line.count),
                        "\(line.at)")
                    #expect((resolve.signal == "red") == line.isOverdue, "\(line.at)")
                }
            }
        }

        @Test func urgentIssuesAreToldInHoursOfTheClockAlsoOnASunday() async throws {
            try await TestServer.run { server in
                try await server.advance(to: "2026-10-11T16:30:00+08:00")
                let issue = try #require(
                    try await server.filed(Filings.body(issue: ["class": .text("U")])).issues.first
                ).id
                try await server.did("accept", on: issue, as: People.office)
                try await server.did(
                    "dispatch", on: issue, as: People.office, ["leadUnit": .text("industry")])
                try await server.advance(to: "2026-10-11T19:00:00+08:00")
                let arrange = try await clock("arrange", of: issue, at: server)
                #expect(arrange.remainder == Remainder(unit: .clockSeconds, count: 5400))
                let report = try await clock("firstReport", of: issue, at: server)
                #expect(report.remainder == Remainder(unit: .clockSeconds, count: 77400))
                try await server.advance(to: "2026-10-11T21:00:00+08:00")
                let late = try await clock("arrange", of: issue, at: server)
                #expect(late.isOverdue == true)
                #expect(late.remainder == Remainder(unit: .clockSeconds, count: 1800))
            }
        }

        @Test func anObjectionIsAWindowThatIsNeverRed() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await Walk.dispatch(issue, at: server)
                for (at, isClosed) in [
                    ("2026-10-09T11:00:00+08:00", false), ("2026-11-02T09:00:00+08:00", true),
                ] {
                    try await server.advance(to: at)
                    let window = try await clock("objection", of: issue, at: server)
                    #expect(window.isRight == true && window.signal == nil)
                    #expect(window.isOverdue == isClosed)
                    #expect(window.overdueWorkingSeconds == nil)
                    #expect(try await clock("resolve", of: issue, at: server).isRight == nil)
                }
            }
        }

        @Test func anOrderOfSupervisionIsDueAheadAndItsDateIsCalledSo() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let past = try await server.act(
                    "supervise", on: issue, as: People.office,
                    ["text": .text("请加快办理"), "dueOn": .text("2026-10-08")])
                #expect(past.status == 422)
                #expect(try past.problem.errors?.map(\.pointer) == ["/fields/dueOn"])
                try await server.did(
                    "supervise", on: issue, as: People.office,
                    ["text": .text("请加快办理"), "dueOn": .text("2026-10-09")])
                let event = try await server.history(issue, as: People.office).last
                #expect(event?.fieldLabels?["dueOn"]?.zh == "督办期限")
            }
        }

        private func clock(
            _ kind: String, of issue: String, at server: TestServer
        ) async throws -> ClockAnswer {
            let head = try await server.head(issue, as: People.office)
            return try #require(head.clocks.last { $0.kind == kind })
        }
    }
}
