import APIModel
import Foundation
import Testing

extension ServerTests {
    /// Whoever oversees sees what was done and what is left, and only of what it may see.
    @Suite struct SummaryRouteTests {
        @Test func whatWasClosedInTimeAndWhatIsLeftIsCounted() async throws {
            try await TestServer.run { server in
                let closed = try await Walk.issueInHandling(at: server)
                try await Walk.resolve(closed, at: server)
                try await evaluate(closed, at: server)
                let silent = try await server.issue()
                try await Walk.dispatch(silent, at: server)
                _ = try await server.issue()
                let day = try await summary("by=unit", as: People.cityOffice, at: server)
                #expect(day.from == day.until && !day.isOver)
                #expect(
                    day.total
                        == SummaryAnswer.Counts(
                            filed: 3, closed: 1, judged: 1, inTime: 1, open: 2, overdue: 0,
                            raised: 0))
                let unit = try #require(day.groups.first)
                #expect(unit.code == "industry" && unit.label.zh.contains("工业和信息化局"))
                #expect(unit.place == 1 && unit.isSmall && unit.counts.closed == 1)
                #expect(unit.counts.open == 1)
                let waiting = try #require(day.groups.last)
                #expect(waiting.code == nil && waiting.label.zh == "尚未交办")
                #expect(waiting.place == nil && waiting.counts.filed == 1)
                for grouping in ["district", "category", "officer"] {
                    let other = try await summary(
                        "by=\(grouping)", as: People.cityOffice, at: server)
                    #expect(other.total == day.total, "\(grouping)")
                    #expect(other.groups.allSatisfy { $0.code != nil }, "\(grouping)")
                }
                try await server.advance(to: "2026-11-03T09:00:00+08:00")
                let later = try await summary("", as: People.cityOffice, at: server)
                #expect(later.total.filed == 0 && later.total.closed == 0)
                #expect(later.total.open == 2 && later.total.overdue > 0 && later.total.raised > 0)
                let month = try await summary(
                    "period=month&from=\(day.from)", as: People.cityOffice, at: server)
                #expect(month.from == "2026-10-01" && month.until == "2026-10-31" && month.isOver)
                #expect(month.total.filed == 3 && month.total.closed == 1)
            }
        }

        @Test func nobodyCountsWhatItMayNotSee() async throws {
            try await TestServer.run { server in
                _ = try await server.issue()
                for login in [People.office, People.cityOffice, People.leader, People.auditor] {
                    let seen = try await summary("", as: login, at: server)
                    #expect(seen.total.filed == 1 && seen.total.open == 1, "\(login)")
                }
                let other = try await summary("", as: People.strangerOffice, at: server)
                #expect(other.total.filed == 0 && other.total.open == 0 && other.groups.isEmpty)
                for login in [People.officer, People.handler, People.caller, People.administrator] {
                    let refused = try await server.get("/v1/summaries", as: login)
                    #expect(refused.status == 403, "\(login)")
                    #expect(try refused.problem.code == "AU303", "\(login)")
                }
            }
        }

        @Test func whatNobodyKnowsIsRefused() async throws {
            try await TestServer.run { server in
                for query in ["period=year", "by=colour", "from=2026-02-30", "from=", "until=x"] {
                    let refused = try await server.get("/v1/summaries?\(query)", as: People.office)
                    #expect(refused.status == 400, "\(query)")
                    #expect(try refused.problem.code == "CW229", "\(query)")
                }
            }
        }

        private func summary(
            _ query: String, as login: String, at server: TestServer
        ) async throws -> SummaryAnswer {
            try await server.read("/v1/summaries?\(query)", as: login)
        }

        private func evaluate(_ issue: String, at server: TestServer) async throws {
            let body = try Filings.bytes(EvaluationBody(evaluation: "satisfied"))
            _ = try await server.wire.send(
                .post(try await server.link(of: issue) + "/evaluate", body)
            ).requiring(201)
        }
    }
}
