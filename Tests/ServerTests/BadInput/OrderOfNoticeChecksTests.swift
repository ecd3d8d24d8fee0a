import APIModel
import Testing

extension ServerTests {
    /// Whoever looks after webhooks learns of a malformed key last: whatever else is wrong comes first.
    @Suite struct OrderOfNoticeChecksTests {
        @Test func aMalformedKeyIsToldAfterAllElse() async throws {
            try await TestServer.run { server in
                let own = try await subscription(of: People.officer, at: server)
                let other = try await subscription(of: People.strangerOffice, at: server)
                for wrong in Self.adding + Self.rotating(own, other) + Self.going(own, other) {
                    try await expect(wrong, at: server)
                }
            }
        }

        @Test func aReplayIsReadThenItsSightThenItsKey() async throws {
            try await TestServer.run { server in
                let own = try await delivery(
                    of: try await subscription(of: People.officer, at: server),
                    "NULL, NULL, '2026-10-09', 'dead'", at: server)
                let issue = try await server.issue()
                let unseen = try await delivery(
                    of: try await subscription(of: People.strangerOffice, at: server),
                    "\(issue), 1, NULL, 'delivered'", at: server)
                let path = "/v1/deliveries/\(own)/replays"
                let unseenPath = "/v1/deliveries/\(unseen)/replays"
                for wrong in [
                    Wrong("no such delivery", "404 CW230", "/v1/deliveries/0/replays", "{"),
                    Wrong("another's delivery", "404 CW230", unseenPath, "{"),
                    Wrong("a broken body", "400 CW224", path, "{"),
                    Wrong("an unknown field", "400 CW226", path, #"{"a":1}"#),
                    Wrong("nothing else", "400 CW221", path, "{}"),
                    Wrong(
                        "a body before sight", "400 CW226", unseenPath, #"{"a":1}"#,
                        as: People.strangerOffice),
                    Wrong(
                        "sight before the key", "403 AU303", unseenPath, "{}",
                        as: People.strangerOffice),
                ] {
                    try await expect(wrong, at: server)
                }
            }
        }

        @Test func theLimitOfAListIsJudgedBeforeItsCursor() async throws {
            try await TestServer.run { server in
                for path in ["subscriptions", "deliveries", "visits", "officers", "enterprises"] {
                    let answer = try await server.get(
                        "/v1/\(path)?cursor=x&limit=0", as: People.officer, language: "en")
                    #expect(answer.status == 400, "\(path): \(answer.text)")
                    #expect(try answer.problem.hint.contains("limit"), "\(path): \(answer.text)")
                }
                let pairings = try await server.get(
                    "/v1/pairings?officer=nobody&cursor=x&limit=0", as: People.officer,
                    language: "en")
                #expect(try pairings.problem.hint.contains("officer"), "\(pairings.text)")
            }
        }

        /// A request with a malformed key that is wrong in other ways too.
        private struct Wrong {
            let name: String
            let expected: String
            let path: String
            let body: String
            let login: String

            init(
                _ name: String, _ expected: String, _ path: String, _ body: String,
                as login: String = People.officer
            ) {
                self.name = name
                self.expected = expected
                self.path = path
                self.body = body
                self.login = login
            }
        }

        private func expect(_ wrong: Wrong, at server: TestServer) async throws {
            let call = WireCall.post(wrong.path, Array(wrong.body.utf8))
                .token(try await server.token(wrong.login))
                .with("Idempotency-Key", "\"without an end")
            let problem = try await server.wire.send(call).problem
            #expect("\(problem.status) \(problem.code)" == wrong.expected, "\(wrong.name)")
        }

        private static let webhook =
            #""channel":"webhook","url":"https://hooks.example.com/zhuqi""#

        private static let adding = [
            Wrong("a broken body", "400 CW224", "/v1/subscriptions", "{"),
            Wrong("an unknown field", "400 CW226", "/v1/subscriptions", "{\(webhook),\"a\":1}"),
            Wrong("another type", "400 CW227", "/v1/subscriptions", "{\(webhook),\"quiet\":1}"),
            Wrong(
                "an unknown word", "422 CW228", "/v1/subscriptions",
                "{\(webhook),\"scope\":\"all\"}"),
            Wrong(
                "what only administrators may", "403 AU303", "/v1/subscriptions",
                "{\(webhook),\"scope\":\"links\"}"),
            Wrong("nothing else", "400 CW221", "/v1/subscriptions", "{\(webhook)}"),
        ]

        private static func rotating(_ own: String, _ other: String) -> [Wrong] {
            let path = "/v1/subscriptions/\(own)/rotations"
            return [
                Wrong("another's", "404 CW230", "/v1/subscriptions/\(other)/rotations", "{"),
                Wrong("an unknown field", "400 CW226", path, #"{"a":1}"#),
                Wrong("a text for a number", "400 CW227", path, #"{"overlapHours":"1"}"#),
                Wrong("too many hours", "422 CW228", path, #"{"overlapHours":169}"#),
                Wrong("nothing else", "400 CW221", path, #"{"overlapHours":1}"#),
            ]
        }

        private static func going(_ own: String, _ other: String) -> [Wrong] {
            let (replay, resume) = (
                "/v1/subscriptions/\(own)/replays", "/v1/subscriptions/\(own)/resumptions"
            )
            return [
                Wrong("another's", "404 CW230", "/v1/subscriptions/\(other)/replays", "{"),
                Wrong("an unknown field", "400 CW226", replay, #"{"a":1}"#),
                Wrong("nothing else", "400 CW221", replay, "{}"),
                Wrong("another's", "404 CW230", "/v1/subscriptions/\(other)/resumptions", "{"),
                Wrong("an unknown field", "400 CW226", resume, #"{"a":1}"#),
                Wrong("an unknown word", "422 CW228", resume, #"{"missed":"all"}"#),
                Wrong("not even that it is not paused", "400 CW221", resume, "{}"),
            ]
        }

        private func subscription(
            of login: String, at server: TestServer
        ) async throws -> String {
            try await server.wire.send(
                .post("/v1/subscriptions", Array("{\(Self.webhook)}".utf8))
                    .token(try await server.token(login))
            ).requiring(201).decoded(as: SubscriptionAnswer.self).id
        }

        /// - Parameter place: issue, sequence, day of the digest and state, as SQL has them.
        private func delivery(
            of subscription: String, _ place: String, at server: TestServer
        ) async throws -> String {
            try await server.psql(
                """
                WITH made AS (
                    INSERT INTO delivery (
                        subscription_id, issue_id, sequence, digest_on, state, not_before,
                        settled_at)
                    VALUES (\(subscription), \(place), now(), now()) RETURNING id)
                SELECT id FROM made
                """)
        }
    }
}
