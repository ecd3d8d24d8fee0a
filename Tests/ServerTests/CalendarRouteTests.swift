import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct CalendarRouteTests {
        @Test func calendarsAreListedAndShownWithTheirNotices() async throws {
            try await TestServer.run { server in
                let list: Page<CalendarSummary> = try await server.read(
                    "/v1/calendars", as: People.officer)
                #expect(list.items.map(\.id) == ["cn"])
                #expect(list.items.first?.publishedUntil == "2026-12-31")
                let shown: CalendarAnswer = try await server.read(
                    "/v1/calendars/cn@1", as: People.officer)
                #expect(shown.isCurrent && shown.firstYear == 2020)
                #expect(shown.week.week["mon"] == ["09:00-12:00", "13:30-17:30"])
                #expect(shown.notices.filter(\.isReplaced).count == 1)
                let day = try #require(shown.restDays.first { $0.date == "2026-02-17" })
                #expect(day.name?.en == "Spring Festival")
                for (path, status) in [
                    ("/v1/calendars/cn@9", 404), ("/v1/calendars/none", 404),
                    ("/v1/calendars/cn@x", 404),
                ] {
                    #expect(
                        try await server.get(path, as: People.officer).status == status, "\(path)")
                }
                #expect(try await server.get("/v1/calendars", as: nil).status == 401)
            }
        }

        @Test func deadlinesAreComputedAndExplained() async throws {
            try await TestServer.run { server in
                let answer = try await ask(
                    #"{"calendar":"cn","start":"2026-10-09T10:00:00","explain":true,"#
                        + #""target":{"value":7,"unit":"workingDays"}}"#, server
                ).requiring(200).decoded(as: DeadlineAnswer.self)
                #expect(answer.due == "2026-10-19T17:30:00+08:00")
                #expect(answer.provisional == false)
                #expect(answer.calendar == "cn@1")
                #expect(answer.segments?.first?.from == "2026-10-09T10:00:00+08:00")
                #expect(answer.segments?.last?.to == answer.due)
                let late = try await ask(
                    #"{"calendar":"cn@1","start":"2026-12-31T10:00:00","#
                        + #""target":{"value":1,"unit":"workingDays"}}"#, server
                ).requiring(200).decoded(as: DeadlineAnswer.self)
                // The first of January rests by law, and a weekend follows.
                #expect(late.due == "2027-01-04T17:30:00+08:00")
                #expect(late.provisional == true)
            }
        }

        private static let badQuestions: [(body: String, status: Int, code: String)] = [
            ("{", 400, "CW224"), ("[]", 400, "CW227"), ("{}", 400, "CW227"),
            (#"{"calendar":"cn","start":"2026-10-09","colour":1}"#, 400, "CW226"),
            (#"{"calendar":"cn","start":"2026-10-09"}"#, 400, "CW227"),
            (#"{"calendar":"cn","start":"2026-10-09","target":7}"#, 400, "CW227"),
            (
                #"{"calendar":"cn","start":"2026-10-09","end":"2026-10-10","target":{"value":1,"unit":"workingDays"}}"#,
                422, "CW228"
            ),
            (
                #"{"calendar":"us","start":"2026-10-09","end":"2026-10-10"}"#, 422, "CW233"
            ),
            (
                #"{"calendar":"cn","hoursOf":"none","start":"2026-10-09","end":"2026-10-10"}"#,
                422, "CW228"
            ),
            (
                #"{"calendar":"cn","start":"2026-10-10","end":"2026-10-09"}"#, 422, "WT611"
            ),
            (
                #"{"calendar":"cn","start":"2019-10-09","end":"2026-10-09"}"#, 422, "WT607"
            ),
            (
                #"{"calendar":"cn","start":"2026-10-09T25:00:00","end":"2026-10-10"}"#, 422,
                "WT603"
            ),
            (
                #"{"calendar":"cn","start":"2026-10-09","target":{"value":-1,"unit":"clockSeconds"}}"#,
                422, "WT605"
            ),
            (
                #"{"calendar":"cn","start":"2026-10-09","target":{"value":1000000000000,"unit":"workingSeconds"}}"#,
                422, "WT608"
            ),
            (
                #"{"calendar":"cn","start":"2026-10-09","target":{"value":1000000000000,"unit":"clockSeconds"}}"#,
                422, "WT606"
            ),
            (
                #"{"calendar":"cn","start":"2021-01-01","end":"2036-01-01","explain":true}"#,
                422,
                "CW228"
            ),
        ]

        @Test func badQuestionsAreRefused() async throws {
            try await TestServer.run { server in
                for (body, status, code) in Self.badQuestions {
                    let answer = try await ask(body, server)
                    #expect(answer.status == status, "\(body): \(answer.text)")
                    let problem = try answer.decoded(as: Problem.self)
                    #expect(problem.code == code, "\(body): \(answer.text)")
                }
            }
        }

        @Test func aClockExplainsItsDeadline() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let head = try await server.head(issue, as: People.handler)
                let resolve = try #require(head.clocks.first { $0.kind == "resolve" })
                #expect(resolve.calendar == "cn@1" && resolve.pauses.isEmpty)
                let told: ClockExplanation = try await server.read(
                    "/v1/issues/\(issue)/clocks/\(resolve.number)", as: People.handler)
                #expect(told.clock.dueAt == resolve.dueAt)
                #expect(told.segments.first?.from == resolve.startedAt)
                #expect(told.segments.last?.to == resolve.dueAt)
                for (one, next) in zip(told.segments, told.segments.dropFirst()) {
                    #expect(one.to == next.from)
                }
                #expect(
                    try await server.get(
                        "/v1/issues/\(issue)/clocks/99", as: People.handler
                    ).status == 404)
                #expect(
                    try await server.get(
                        "/v1/issues/\(issue)/clocks/\(resolve.number)", as: People.strangerOffice
                    ).status == 404)
            }
        }

        @Test func revisionsArePublishedListedAndAdoptedBesideARunningServer() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let number = try await server.head(issue, as: People.office).number
                let folder = try Scratch.folder()
                defer { Scratch.remove(folder) }
                let file = folder.appending(path: "cn.yaml")
                try String(
                    contentsOf: Product.workflows.appending(path: "calendars/cn.yaml"),
                    encoding: .utf8
                ).replacing("2026-09-20, 2026-10-10]", with: "2026-09-20]")
                    .write(to: file, atomically: true, encoding: .utf8)
                let published = try await tool(["publish", file.path], server)
                #expect(published.output == "calendar cn: revision 2 published\n")
                #expect(
                    try await tool(["publish", file.path], server).output
                        == "calendar cn: revision 2, unchanged\n")
                let list = try await tool(["list"], server).output
                #expect(list.contains("cn@1  published until 2026-12-31  "))
                #expect(list.contains("cn@2  published until 2026-12-31  0 running clocks"))

                let trial = try await tool(["adopt", "cn@2", "--dry-run"], server)
                #expect(trial.status == 0, "\(trial.errors)")
                #expect(
                    trial.output.contains(
                        "\(number) Resolution (Industry and Information Bureau): "
                            + "due 2026-10-19T17:30:00+08:00 → 2026-10-20T17:30:00+08:00\n"),
                    "\(trial.output)")
                #expect(trial.output.contains("1 issue would adopt cn@2, 0 stay; "))
                let head = try await server.head(issue, as: People.office)
                #expect(head.dueAt == "2026-10-19T17:30:00+08:00")

                let done = try await tool(
                    ["adopt", "2"], server)
                #expect(done.status == 0, "\(done.errors)")
                #expect(done.output.contains("1 issue adopted cn@2, 0 stay; "))
                let after = try await server.head(issue, as: People.office)
                #expect(after.dueAt == "2026-10-20T17:30:00+08:00")
                #expect(after.originalDueAt == "2026-10-19T17:30:00+08:00")
                let last = try await server.history(issue, as: People.office).last
                #expect(last?.actionLabel.en == "Adopt a revised calendar")
                try await server.did(
                    "reportProgress", on: issue, as: People.handler, ["text": .text("示例")])
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        @Test func deadlinesPastThePublishedDaysAreListedAsProvisional() async throws {
            try await TestServer.run { server in
                _ = try await server.advance(to: "2026-12-29T09:00:00+08:00")
                let issue = try await Walk.issueInHandling(at: server)
                let head = try await server.head(issue, as: People.handler)
                let resolve = try #require(head.clocks.first { $0.kind == "resolve" })
                #expect(resolve.isProvisional)
                let list = try await tool(["provisional"], server).output
                #expect(
                    list.contains(
                        "\(head.number) Resolution (Industry and Information Bureau): "
                            + "due \(resolve.dueAt) by cn@1"))
                let folder = try Scratch.folder()
                defer { Scratch.remove(folder) }
                let file = folder.appending(path: "cn.yaml")
                try String(
                    contentsOf: Product.workflows.appending(path: "calendars/cn.yaml"),
                    encoding: .utf8
                ).replacing("publishedUntil: 2026-12-31", with: "publishedUntil: 2027-12-31")
                    .appending("  2027: {notice: 示例, published: 2026-11-20}\n")
                    .write(to: file, atomically: true, encoding: .utf8)
                #expect(try await tool(["publish", file.path], server).status == 0)
                let hint = try await tool(["provisional"], server).output
                #expect(hint.contains("would be firm: zhuqid calendar adopt cn@2 --dry-run"))
                let done = try await tool(["adopt", "cn@2", "--by", People.administrator], server)
                #expect(!done.output.contains("no longer provisional: 0"), "\(done.output)")
                #expect(
                    try await tool(["provisional"], server).output == "0 provisional deadlines\n")
            }
        }

        @Test func adoptIsRefusedWithWhatWouldBeRight() async throws {
            try await TestServer.run { server in
                for (arguments, words) in [
                    (["adopt", "cn@2", "--dry-run"], "published: cn@1"),
                    (["adopt", "x", "--dry-run"], "published: cn@1"),
                    (["adopt", "1", "--by", "officer1"], "is a system administrator"),
                    (["publish", "/nowhere.yaml"], "can't be read"),
                ] {
                    let ended = try await tool(arguments, server)
                    #expect(ended.status != 0)
                    #expect(ended.errors.contains(words), "\(arguments): \(ended.errors)")
                }
            }
        }

        @Test func theToolAnswersOnPublishedCalendars() async throws {
            try await TestServer.run { server in
                let question =
                    #"{"calendar":"cn","start":"2026-10-09T10:00:00","target":{"value":7,"unit":"workingDays"}}"#
                let ended = try await Subprocess.run(
                    Product.zhuqid, ["deadline"],
                    environment: Product.environment(database: server.owner),
                    input: question + "\n" + question.replacing("cn", with: "cn@1") + "\n"
                        + question.replacing("cn", with: "cn@7"))
                #expect(ended.status == 0, "\(ended.errors)")
                let lines = ended.output.split(separator: "\n")
                #expect(lines.count == 3)
                #expect(lines[0] == #"{"due":"2026-10-19T17:30:00+08:00","provisional":false}"#)
                #expect(lines[1] == lines[0])
                #expect(lines[2].contains(#""code":"CW233","line":3"#))
            }
        }

        private func ask(_ body: String, _ server: TestServer) async throws -> Answer {
            try await server.wire.send(
                .post("/v1/deadlines", Array(body.utf8))
                    .token(try await server.token(People.officer)))
        }

        private func tool(
            _ arguments: [String], _ server: TestServer
        ) async throws -> Subprocess.Ended {
            try await Subprocess.run(
                Product.zhuqid, ["calendar"] + arguments,
                environment: Product.environment(database: server.owner))
        }
    }
}
