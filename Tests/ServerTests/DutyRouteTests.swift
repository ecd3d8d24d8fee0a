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
                #expect(duty.part == .owes && duty.clock?.zh == "受理与交办")
                #expect(duty.dueAt != nil && duty.isOverdue == false && duty.signal == "green")
                #expect(duty.about?.isEmpty == false && duty.stateLabel.zh == "待受理")
                let short = try #require(duty.issue.split(separator: "-0").last)
                let number = short.drop { $0 == "0" }
                let head: IssueAnswer = try await server.read(
                    "/v1/issues/\(number)", as: People.office)
                #expect(head.number == duty.issue)
            }
        }

        @Test func whoOverseesSeesWhatIsOverdueRaisedAndOpenAndNothingElse() async throws {
            try await TestServer.run { server in
                let silent = try await server.issue()
                try await Walk.dispatch(silent, at: server)
                let ended = try await Walk.issueInHandling(at: server)
                try await Walk.resolve(ended, at: server)
                _ = try await server.issue()
                let all = ["签收", "反馈协办意见", "反馈协办意见", "满意度评价", "受理"]
                for login in [People.office, People.cityOffice, People.leader] {
                    try await server.expect(all, of: login, in: "all")
                    for queue in ["overdue", "escalated"] {
                        try await server.expect([], of: login, in: queue)
                    }
                }
                try await server.expect([], of: People.strangerOffice, in: "all")
                try await server.expect(
                    ["签收", "反馈协办意见", "反馈协办意见", "满意度评价"], of: People.handler, in: "all")
                // Paired with the enterprise.
                try await server.expect(all, of: People.officer, in: "watched")
                try await server.advance(to: "2026-10-23T09:00:00+08:00")
                let late: Page<DutyAnswer> = try await server.read(
                    "/v1/duties?queue=overdue", as: People.cityOffice)
                #expect(!late.items.isEmpty)
                #expect(late.items.allSatisfy { $0.isOverdue == true })
                #expect(late.items.compactMap(\.dueAt) == late.items.compactMap(\.dueAt).sorted())
                let raised: Page<DutyAnswer> = try await server.read(
                    "/v1/duties?queue=escalated", as: People.office)
                #expect(!raised.items.isEmpty && raised.items.allSatisfy { $0.level > 0 })
                #expect(try await server.doctor().contains(" 0 findings"))
            }
        }

        @Test func queuesAreCountedAsTheyAreListed() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                _ = try await server.issue()
                for login in [People.office, People.cityOffice, People.handler, People.supporter] {
                    let counted: QueuesAnswer = try await server.read("/v1/queues", as: login)
                    #expect(
                        counted.queues.map(\.queue) == [
                            "mine", "unit", "others", "overdue", "escalated", "watched", "all",
                        ])
                    for queue in counted.queues {
                        let listed: Page<DutyAnswer> = try await server.read(
                            "/v1/duties?queue=\(queue.queue)", as: login)
                        let counts = [queue.overdue, queue.today, queue.later, queue.undated]
                        #expect(
                            counts.reduce(0) { $0 + $1.count } == listed.items.count,
                            "\(login) \(queue.queue)")
                        #expect(counts.allSatisfy { !$0.hasMore })
                    }
                }
                try await server.advance(to: "2026-10-23T09:00:00+08:00")
                let late: QueuesAnswer = try await server.read("/v1/queues", as: People.handler)
                let mine = try #require(late.queues.first)
                #expect(mine.overdue.count > 0 && late.now.hasPrefix("2026-10-23T09:00:00"))
                let head = try await server.head(issue, as: People.handler)
                #expect(head.isOpen)
            }
        }

        @Test func eachFilterNarrowsWhatIsListed() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                _ = try await server.issue()
                let head = try await server.head(issue, as: People.office)
                for (filter, isFound) in [
                    ("state=\(head.state)", true), ("class=\(head.class)", true),
                    ("category=\(head.category)", true), ("division=\(head.division)", true),
                    ("division=410100", true), ("unit=industry", true), ("unit=zhengzhou", true),
                    ("workflow=\(head.workflow)", true), ("q=\(head.number)", true),
                    ("state=coordinating", false), ("class=A", false), ("category=TAX", false),
                    ("division=410102", false), ("unit=science", false),
                    ("workflow=three-deliveries", false), ("q=ZQ2026-999999", false),
                    ("q=zzzz", false),
                ] {
                    for login in [People.office, People.cityOffice, People.handler] {
                        for queue in ["all", "unit", "others"] {
                            let page: Page<DutyAnswer> = try await server.read(
                                "/v1/duties?queue=\(queue)&\(filter)", as: login)
                            let fits = page.items.allSatisfy { duty in
                                duty.issue == head.number || filter.hasPrefix("c")
                                    || filter.hasPrefix("d") || filter.hasPrefix("w")
                            }
                            #expect(fits, "\(login) \(queue) \(filter)")
                            #expect(
                                isFound
                                    ? queue != "all" || !page.items.isEmpty : page.items.isEmpty,
                                "\(login) \(queue) \(filter)")
                        }
                    }
                }
            }
        }

        @Test func whatNobodyKnowsIsRefused() async throws {
            try await TestServer.run { server in
                for query in [
                    "queue=todo", "cursor=x", "limit=0", "state=closedOut", "state=nonsense",
                    "class=ZZ", "category=QQ", "division=999999", "unit=nobody", "workflow=none",
                    "q=%20", "due=today",
                ] {
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
