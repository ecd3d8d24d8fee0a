import APIModel
import Foundation
import Testing

extension ServerTests {
    /// What operators do with personal tokens, and what becomes of whoever uses one.
    @Suite struct TokenLifeTests {
        @Test func aTokenIsListedWithItsLastDayAndEndsWhenItIsRevoked() async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.handler)
                _ = try await server.get("/v1/whoami", as: People.handler).requiring(200)
                let today = try await server.psql(
                    "SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date")
                try await eventually("the use is noted") {
                    try await server.tokens(of: People.handler).contains { $0.contains(today) }
                }
                let lines = try await server.tokens(of: People.handler)
                let line = try #require(lines.last)
                #expect(lines.count == 2 && line.contains(" lasting "))
                #expect(!lines.joined().contains(token))
                #expect(try await server.tokens().count == 2)
                let id = try #require(line.split(separator: " ").first.map(String.init))
                #expect(
                    try await server.tool("token", "revoke", id)
                        == "revoked: \(id) of \(People.handler)")
                try await expectRefused(token, by: server)
                try await expect("revoked", of: People.handler, at: server)
                #expect(
                    try await server.tool("token", "revoke", id).contains("ended already: revoked"))
            }
        }

        @Test func allTokensOfAPersonEndTogetherAndNobodyElses() async throws {
            try await TestServer.run { server in
                let lost = [
                    try await server.token(People.handler),
                    try await server.tool(
                        "token", "issue", "--login", People.handler, "--label", "窗口电脑"),
                ]
                let line = try await server.tokens(of: People.handler).last
                #expect(line?.hasSuffix("窗口电脑") == true)
                _ = try await server.get("/v1/whoami", as: People.head).requiring(200)
                #expect(
                    try await server.tool("token", "revoke", "--login", People.handler)
                        .hasSuffix("of \(People.handler)"))
                for token in lost { try await expectRefused(token, by: server) }
                _ = try await server.get("/v1/whoami", as: People.head).requiring(200)
                #expect(
                    try await server.tool("token", "revoke", "--login", People.handler)
                        .contains("no token that lasts"))
            }
        }

        @Test func aNewTokenTakesTheOldOnesPlaceAtOnceOrAfterAWhile() async throws {
            try await TestServer.run { server in
                let first = try await server.token(People.handler)
                let second = try await server.tool(
                    "token", "rotate", "1", "--overlap-hours", "24", "--days", "366")
                #expect(try await status(second, at: server) == 200)
                #expect(try await status(first, at: server) == 200)
                let ends = try await server.psql(
                    """
                    SELECT revoked_at - now() BETWEEN interval '23 hours' AND interval '24 hours'
                    FROM access_token WHERE id = 1
                    """)
                #expect(ends == "t")
                let third = try await server.tool("token", "rotate", "2")
                try await expectRefused(second, by: server)
                #expect(try await status(third, at: server) == 200)
                let same = try await server.psql(
                    """
                    SELECT count(DISTINCT (person_id, label)),
                           count(*) FILTER (WHERE expires_at - issued_at = interval '366 days')
                    FROM access_token
                    """)
                #expect(same == "1|2")
                for arguments in [
                    ["rotate", "2"], ["rotate", "77"], ["rotate", "1", "--overlap-hours", "169"],
                    ["rotate", "1", "--days", "367"], ["revoke", "77"], ["revoke"],
                    ["revoke", "1", "--login", People.handler], ["revoke", "--login", "nobody"],
                    ["list", "--login", "nobody"], ["issue", "--login", "nobody"],
                    ["issue", "--login", People.handler, "--days", "367"],
                ] {
                    let ended = try await server.ended(["token"] + arguments)
                    #expect(ended.status != 0 && !ended.errors.isEmpty, "\(arguments)")
                    #expect(!ended.errors.contains("Error Domain"), "\(ended.errors)")
                }
            }
        }

        @Test func whoeverLeavesHasNoTokenNorHasItAgainOnComingBack() async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.handler)
                #expect(try await status(token, at: server) == 200)
                let left = "login,name,leftOn\n\(People.handler),示例,2026-10-08\n"
                try await server.importTable("officers.csv", left)
                try await expectRefused(token, by: server)
                try await expect("revoked", of: People.handler, at: server)
                let none = try await server.ended(["token", "issue", "--login", People.handler])
                #expect(none.status != 0 && none.errors.contains("has left the service"))
                try await server.importTable(
                    "officers.csv", "login,name,leftOn\n\(People.handler),示例,\n")
                let fresh = try await server.tool("token", "issue", "--login", People.handler)
                try await eventually("whoever came back is let in") {
                    try await status(fresh, at: server) == 200
                }
                #expect(try await status(token, at: server) == 401)
            }
        }

        /// The day of leaving lay ahead as the table was imported, and passed in silence.
        @Test func whoeverLeftOnADayAheadHasNoTokenAgainOnComingBack() async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.handler)
                try await server.importTable(
                    "officers.csv", "login,name,leftOn\n\(People.handler),示例,2026-10-10\n")
                #expect(try await status(token, at: server) == 200)
                try await server.advance(to: "2026-10-10T00:00:00+08:00")
                try await expectRefused(token, by: server)
                try await expect("left", of: People.handler, at: server)
                try await server.importTable(
                    "officers.csv", "login,name,leftOn\n\(People.handler),示例,\n")
                try await expect("revoked", of: People.handler, at: server)
                let fresh = try await server.tool("token", "issue", "--login", People.handler)
                try await eventually("whoever came back is let in") {
                    try await status(fresh, at: server) == 200
                }
                #expect(try await status(token, at: server) == 401)
            }
        }

        @Test func whoeverTheDirectoryNoLongerNamesHasNoToken() async throws {
            try await TestServer.run { server in
                let (gone, stays) = (
                    try await server.token(People.handler), try await server.token(People.head)
                )
                let text = try String(contentsOf: Product.directory, encoding: .utf8)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                let kept = lines.filter { !$0.contains("login: \(People.handler),") }
                    // Whose token a demonstration uses must have one.
                    .map { $0.replacing(": \(People.handler)", with: ": commerce.handler") }
                #expect(kept.count == lines.count - 1)
                try await server.publish(directory: kept.joined(separator: "\n"))
                try await expectRefused(gone, by: server)
                #expect(try await status(stays, at: server) == 200)
                try await server.publish(directory: text)
                try await eventually("the directory names it again") {
                    let path = "/v1/officers?unit=industry"
                    let officers = try await server.get(path, as: People.head)
                    return officers.text.contains(People.handler)
                }
                #expect(try await status(gone, at: server) == 401)
            }
        }

        private func expect(
            _ state: String, of login: String, at server: TestServer
        ) async throws {
            let line = try await server.tokens(of: login).last
            #expect(line?.contains(" \(state) ") == true, "\(line ?? "none")")
        }

        private func status(_ token: String, at server: TestServer) async throws -> Int {
            try await server.wire.send(.get("/v1/whoami").token(token)).status
        }

        /// Refused as a token that never was.
        private func expectRefused(_ token: String, by server: TestServer) async throws {
            try await eventually("the token is refused") {
                try await status(token, at: server) == 401
            }
            let call = WireCall.get("/v1/whoami")
            let refused = try await server.wire.send(call.token(token))
            let unknown = try await server.wire.send(
                call.token("zq_" + String(repeating: "0", count: 40)))
            #expect(try refused.problem.code == unknown.problem.code)
            #expect(try refused.problem.hint == unknown.problem.hint)
        }
    }
}

extension TestServer {
    /// Runs `zhuqid` as the owner, and returns what it printed.
    @discardableResult
    nonisolated func tool(_ arguments: String...) async throws -> String {
        try await Product.tool(arguments, database: owner)
    }

    /// Runs `zhuqid` as the owner, however it ends.
    nonisolated func ended(_ arguments: [String]) async throws -> Subprocess.Ended {
        try await Subprocess.run(
            Product.zhuqid, arguments, environment: Product.environment(database: owner))
    }

    /// The lines of `token list`, its heading first.
    nonisolated func tokens(of login: String? = nil) async throws -> [String] {
        let named = login.map { ["--login", $0] } ?? []
        return try await Product.tool(["token", "list"] + named, database: owner)
            .split(separator: "\n").map(String.init)
    }

    nonisolated func importTable(_ name: String, _ text: String) async throws {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        try await tool("directory", "import", file.path)
    }

    nonisolated func publish(directory text: String) async throws {
        let file = folder.appending(path: "directory.yaml")
        try Data(text.utf8).write(to: file)
        try await tool("publish", "--directory", file.path)
    }
}
