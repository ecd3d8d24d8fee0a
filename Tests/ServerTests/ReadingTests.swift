import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct ReadingTests {
        @Test func telephoneNumbersAreShownOnlyToThoseWhoHandleTheIssue() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let seen = [
                    (People.handler, true), (People.head, true), (People.office, false),
                    (People.officer, true), (People.auditor, false), (People.caller, false),
                    (People.leader, false),
                ]
                for (login, isPlain) in seen {
                    let phone = try await server.head(issue, as: login).contact?.phone
                    #expect(phone == (isPlain ? plain : masked), "\(login)")
                }
            }
        }

        @Test func whoeverIsToRingTheEnterpriseSeesItsNumberAndOnlyThen() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await Walk.resolve(issue, at: server)
                func phone(_ login: String) async throws -> String? {
                    try await server.head(issue, as: login).contact?.phone
                }
                #expect(try await phone(People.caller) == masked)
                try await server.advance(to: "2026-10-27T09:00:00+08:00")
                #expect(try await phone(People.caller) == plain)
                #expect(try await phone(People.office) == masked)
                #expect(try await phone(People.auditor) == masked)
                try await server.did(
                    "followUp", on: issue, as: People.caller,
                    ["reached": .boolean(true), "record": .text("已接通")])
                #expect(try await phone(People.caller) == masked)
            }
        }

        @Test func onlyTheAnswerAboutOneIssueHoldsANumberAndIsNotedAsAReading() async throws {
            try await TestServer.run { server in
                let filed = try await server.file(Filings.body(), as: People.officer)
                let issue = try #require(
                    (try filed.requiring(201).decoded() as CaseAnswer).issues.first?.id)
                try await Walk.dispatch(issue, at: server)
                let acted = try await server.act("acknowledge", on: issue, as: People.handler)
                #expect(acted.status == 201)
                var answers = [filed, acted]
                for (path, login) in [
                    ("/v1/issues", People.handler), ("/v1/issues?queue=unit", People.handler),
                    ("/v1/issues?queue=mine", People.officer), ("/v1/cases/1", People.officer),
                    ("/v1/cases/1", People.auditor), ("/v1/issues?queue=all", People.auditor),
                ] {
                    answers.append(try await server.get(path, as: login).requiring(200))
                }
                for answer in answers {
                    #expect(!answer.text.contains(plain) && answer.text.contains(masked))
                }
                #expect(try await readings(server).isEmpty)
                _ = try await server.head(issue, as: People.auditor)
                let header = WireCall(method: "HEAD", path: "/v1/issues/\(issue)")
                    .token(try await server.token(People.handler))
                #expect(try await server.wire.send(header).status == 200)
                #expect(try await readings(server).isEmpty)
                #expect(try await server.head(issue, as: People.handler).contact?.phone == plain)
                let noted = try await readings(server)
                #expect(noted.count == 1 && noted.allSatisfy { $0.contains("ZQ2026-000001-1") })
            }
        }

        private let plain = "13812341234"
        private let masked = "138****1234"

        private func readings(_ server: TestServer) async throws -> [Substring] {
            try String(contentsOf: server.log, encoding: .utf8).split(separator: "\n")
                .filter { $0.contains("telephone number") }
        }

        /// The complaint is about the unit that leads the other issue of the same case.
        @Test func wordsAboutACaseAreForWhoeverSeesAllOfIt() async throws {
            try await TestServer.run { server in
                let filed = try await server.filed(
                    Filings.body([
                        "note": .text("案件备注"), "externalReference": .text("R-1"),
                        "issues": .list([
                            Filings.issue("示例一"),
                            Filings.issue(
                                "示例二",
                                [
                                    "confidential": .boolean(true),
                                    "complainedUnit": .text("industry"),
                                ]),
                        ]),
                    ]))
                #expect(filed.note == "案件备注" && filed.issues.last?.office?.code == People.office)
                try await Walk.dispatch(try #require(filed.issues.first).id, at: server)
                for (login, isShown) in [
                    (People.handler, false), (People.head, false), (People.supporter, false),
                    (People.office, true), (People.officer, true),
                ] {
                    let answer: CaseAnswer = try await server.read(
                        "/v1/cases/\(filed.id)", as: login)
                    #expect(answer.note == (isShown ? "案件备注" : nil), "\(login)")
                    #expect(answer.externalReference == (isShown ? "R-1" : nil), "\(login)")
                }
            }
        }

        @Test func pagesShowEveryIssueOnceAndInTheSameOrder() async throws {
            try await TestServer.run { server in
                for count in [20, 20, 7] { _ = try await server.filed(Filings.body(count: count)) }
                for limit in [1, 7, 46, 47, 48] {
                    let ids = try await pages("/v1/issues?limit=\(limit)", at: server)
                    #expect(ids.count == 47 && Set(ids).count == 47, "\(limit)")
                }
            }
        }

        private func pages(_ path: String, at server: TestServer) async throws -> [String] {
            var ids: [String] = []
            var cursor: String?
            repeat {
                let more = cursor.map { "&cursor=\($0)" } ?? ""
                let page: Page<IssueAnswer> = try await server.read(path + more, as: People.office)
                ids += page.items.map(\.id)
                cursor = page.next
            } while cursor != nil && ids.count < 1000
            return ids
        }

        @Test func historyIsPagedWithoutGapsAndInOrder() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                var sequences: [Int] = []
                var cursor: String? = "0"
                while let place = cursor, sequences.count < 100 {
                    let page: Page<EventAnswer> = try await server.read(
                        "/v1/issues/\(issue)/events?limit=4&cursor=\(place)", as: People.office)
                    sequences += page.items.map(\.sequence)
                    cursor = page.next
                }
                #expect(sequences == Array(1...6))
            }
        }

        @Test func queuesHoldWhatIsTheirs() async throws {
            try await TestServer.run { server in
                let mine = try await Walk.issueInHandling(at: server)
                let silent = try await server.issue()
                try await Walk.dispatch(silent, at: server)
                let fresh = try await server.issue()
                #expect(try await queue("mine", People.handler, server) == [mine])
                #expect(Set(try await queue("unit", People.handler, server)) == [mine, silent])
                #expect(try await queue("unit", "commerce.handler", server).isEmpty)
                #expect(try await queue("all", "commerce.handler", server).isEmpty)
                #expect(try await queue("all", People.strangerOffice, server).isEmpty)
                #expect(
                    Set(try await queue("all", People.office, server)) == [mine, silent, fresh])
                #expect(try await queue("escalated", People.office, server).isEmpty)
                #expect(try await queue("overdue", People.head, server).isEmpty)
                try await server.advance(to: "2026-10-23T09:00:00+08:00")
                #expect(Set(try await queue("overdue", People.head, server)) == [mine, silent])
                #expect(try await queue("escalated", People.office, server).contains(silent))
            }
        }

        private func queue(
            _ name: String, _ login: String, _ server: TestServer
        ) async throws -> [String] {
            try await server.read(
                "/v1/issues?queue=\(name)", as: login, Page<IssueAnswer>.self
            ).items.map(\.id)
        }

        @Test func theVersionIsTheETag() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let read = try await server.get("/v1/issues/\(issue)", as: People.office)
                #expect(read.header("ETag") == "\"1\"")
                let taken = try await server.act(
                    "accept", on: issue, as: People.office,
                    version: read.header("ETag"))
                #expect(taken.status == 201 && taken.header("ETag") == "\"2\"")
                let number = try await server.head(issue, as: People.office).number
                let byNumber = try await server.get("/v1/issues/\(number)", as: People.office)
                #expect(byNumber.header("ETag") == "\"2\"")
            }
        }

        @Test func whatTheReaderHasIsNotSentAgain() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let token = try await server.token(People.office)
                func read(_ tags: String) async throws -> Answer {
                    try await server.wire.send(
                        .get("/v1/issues/\(issue)").token(token).with("If-None-Match", tags))
                }
                for tags in ["\"1\"", "W/\"1\"", "\"7\", \"1\"", "*"] {
                    let answer = try await read(tags)
                    #expect(answer.status == 304 && answer.body.isEmpty, "\(tags)")
                    #expect(answer.header("ETag") == "\"1\"")
                }
                for tags in ["\"2\"", "\"01\"", "\"x\""] {
                    #expect(try await read(tags).status == 200, "\(tags)")
                }
                for tags in ["1", "\"1", "\"1\",", ",", ""] {
                    let answer = try await read(tags)
                    #expect(try answer.status == 400 && answer.problem.code == "CW223", "\(tags)")
                }
                func accept(_ tags: String) async throws -> Int {
                    try await server.act(
                        "accept", on: issue, as: People.office, version: tags
                    ).status
                }
                #expect(try await accept("\"2\", \"3\"") == 412)
                #expect(try await accept("\"2\",") == 400)
                #expect(try await accept("\"7\", \"1\"") == 201)
            }
        }

        /// What followed the header would be read as the next answer.
        @Test func askingForTheHeaderGetsNoBody() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let token = try await server.token(People.office)
                let paths = [
                    "/livez", "/readyz", "/v1/whoami", "/v1/issues", "/v1/issues/\(issue)",
                    "/v1/issues/\(issue)/events", "/v1/units", "/v1/workflows", "/v1/calendars",
                ]
                for path in paths {
                    let connection = try RawConnection(port: server.port)
                    defer { connection.close() }
                    let headers =
                        "Host: localhost\r\nAuthorization: Bearer \(token)\r\n"
                        + "Connection: close\r\n\r\n"
                    connection.send("HEAD \(path) HTTP/1.1\r\n" + headers)
                    let answer = connection.receive()
                    #expect(answer.text.hasPrefix("HTTP/1.1 200 "), "\(path)")
                    #expect(answer.isClosed && answer.text.hasSuffix("\r\n\r\n"), "\(path)")
                }
            }
        }

        @Test func unitsAreListedByDivision() async throws {
            try await TestServer.run { server in
                func units(_ query: String) async throws -> [UnitDetailAnswer] {
                    try await server.read(
                        "/v1/units\(query)", as: People.officer, Page<UnitDetailAnswer>.self
                    ).items
                }
                let found = try await units("?division=410102")
                #expect(!found.isEmpty && found.allSatisfy { $0.division == "410102" })
                #expect(try await units("").count > found.count)
            }
        }

        @Test func enterprisesAreFoundByTwoCharacters() async throws {
            try await TestServer.run { server in
                let found = try await names("铝材", server)
                #expect(found == ["郑州示例四号铝材有限公司"])
                #expect(try await names("示例", server).count == 20)
                #expect(try await names("材铝", server).isEmpty)
                #expect(try await names("91410100madem0046q", server) == found)
                #expect(try await names("100%_", server).isEmpty)
                let whole = try #require(found.first)
                let (start, end) = (String(whole.prefix(2)), String(whole.suffix(2)))
                #expect(try await names("\(end)  \(start)", server).contains(whole))
                #expect(try await names("\(start) 91410100MADEM0046Q", server) == found)
                #expect(try await names("\(start) 绝无此词", server).isEmpty)
            }
        }

        private func names(_ text: String, _ server: TestServer) async throws -> [String] {
            let escaped = text.utf8.map { String(format: "%%%02X", $0) }.joined()
            return try await server.read(
                "/v1/enterprises?q=\(escaped)", as: People.officer, Page<EnterpriseAnswer>.self
            ).items.map(\.name)
        }

        @Test func healthNeedsNoToken() async throws {
            try await TestServer.run { server in
                for path in ["/livez", "/readyz"] {
                    let answer = try await server.get(path, as: nil)
                    #expect(answer.status == 200, "\(path)")
                }
            }
        }
    }
}
