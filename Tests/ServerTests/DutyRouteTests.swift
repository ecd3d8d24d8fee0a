import APIModel
import Foundation
import Testing

extension ServerTests {
    /// Whoever owes something meets it in a queue, and nobody else as its own.
    @Suite struct DutyRouteTests {
        @Test func whatIsOwedPassesFromOneToTheNextAsTheIssueGoesOn() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await server.expect(["受理"], of: People.office)
                try await server.expect([], of: People.cityOffice)
                try await server.expect([], of: People.strangerOffice)
                // Overseen, and not asked for what the office owes.
                try await server.expect(["受理"], of: People.cityOffice, in: "others")
                try await server.expect([], of: People.strangerOffice, in: "others")
                try await Walk.dispatch(issue, at: server)
                try await server.expect([], of: People.office)
                try await server.expect(["签收"], of: People.handler)
                try await server.expect(["签收"], of: People.head)
                // Its own three days, and not those of the lead.
                try await server.expect(["反馈协办意见"], of: People.supporter)
                // The jurisdiction supports as well.
                try await server.expect(
                    ["签收", "反馈协办意见", "反馈协办意见"], of: People.office, in: "others")
                try await Walk.handle(issue, at: server)
                let owed = ["阶段反馈", "拟办结"]
                try await server.expect(owed, of: People.handler)
                try await server.expect([], of: People.head)
                try await server.expect(owed, of: People.head, in: "unit")
                try await Walk.resolve(issue, at: server)
                try await server.expect(["满意度评价"], of: People.officer)
                try await server.expect([], of: People.handler)
                try await server.expect(["满意度评价"], of: People.handler, in: "others")
                #expect(try await server.doctor().contains(" 0 findings"))
            }
        }

        @Test func aHandlerSignsNothingOffThatItProposedAndALeaderOwesTheTracking() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await server.did(
                    "overruleOpinions", on: issue, as: People.head,
                    ["reason": .text("已电话确认无异议")])
                try await server.did("proposeResolution", on: issue, as: People.handler, Walk.reply)
                try await server.expect([], of: People.handler)
                try await server.expect(["申请办结"], of: People.head)
                try await server.did(
                    "reportResolved", on: issue, as: People.head, ["evidence": Walk.evidence])
                try await server.expect(["审核通过"], of: People.office)
                try await server.did(
                    "proposeTracking", on: issue, as: People.office,
                    [
                        "plan": .list([
                            .object(["on": .text("2026-11-20"), "what": .text("全部到货")])
                        ]),
                        "nextReportOn": .text("2026-10-30"),
                    ])
                try await server.expect([], of: People.office)
                try await server.expect(["批准长期跟踪"], of: People.leader)
            }
        }

        @Test func aPageGoesOnWhereTheOneBeforeItEndedAndShowsWhatALineShows() async throws {
            try await TestServer.run { server in
                for _ in 0..<5 { _ = try await server.issue() }
                var seen: [String] = []
                var cursor = ""
                repeat {
                    let page: Page<DutyAnswer> = try await server.read(
                        "/v1/duties?queue=mine&limit=2\(cursor)", as: People.office)
                    #expect(page.items.count <= 2)
                    seen += page.items.map(\.issue)
                    cursor = page.next.map { "&cursor=\($0)" } ?? ""
                } while !cursor.isEmpty
                #expect(seen.count == 5 && Set(seen).count == 5)
                let first: Page<DutyAnswer> = try await server.read(
                    "/v1/duties?limit=1", as: People.office)
                let duty = try #require(first.items.first)
                #expect(duty.part == "owes" && duty.clock?.zh == "受理与交办")
                #expect(duty.dueAt != nil && duty.isOverdue == false && duty.signal == "green")
                #expect(duty.about?.isEmpty == false && duty.stateLabel.zh == "待受理")
                let short = try #require(duty.issue.split(separator: "-0").last)
                let number = short.drop { $0 == "0" }
                let head: IssueAnswer = try await server.read(
                    "/v1/issues/\(number)", as: People.office)
                #expect(head.number == duty.issue)
            }
        }

        @Test func aQueueOrACursorThatNobodyKnowsIsRefused() async throws {
            try await TestServer.run { server in
                for query in ["queue=todo", "cursor=x", "limit=0", "state=accepted"] {
                    let refused = try await server.get("/v1/duties?\(query)", as: People.office)
                    #expect(refused.status == 400, "\(query)")
                    let words = try refused.problem.title + (try refused.problem.detail ?? "")
                    #expect(words.contains { $0 > "\u{2E80}" }, "\(query)")
                }
            }
        }
    }
}

extension TestServer {
    /// Compares the likeliest actions of a queue with what is expected, in its order.
    fileprivate func expect(
        _ actions: [String], of login: String, in queue: String = "mine",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let page: Page<DutyAnswer> = try await read("/v1/duties?queue=\(queue)", as: login)
        let found = page.items.compactMap(\.actions.first?.label.zh)
        #expect(
            found.sorted() == actions.sorted(), "\(login) \(queue)", sourceLocation: sourceLocation)
    }
}
