import APIModel
import Foundation
import Testing

extension ServerTests {
    /// Webhooks from their first day to their last, and what each is told by mail.
    @Suite struct NoticeRouteTests {
        @Test func aWebhookIsAddedRotatedReplayedAndEnded() async throws {
            try await TestServer.run { server in
                let added = try await twice("", webhook, 201, at: server)
                let made = try added.decoded(as: SubscriptionAnswer.self)
                #expect(made.secret?.hasPrefix("whsec_") == true && made.isActive)
                #expect(made.scope == "told" && made.pace == "each" && made.language == "en")
                let path = "/\(made.id)"
                let rotated = try await twice(
                    path + "/rotations", #"{"overlapHours":2}"#, 201, at: server
                ).decoded(as: RotationAnswer.self)
                #expect(rotated.secret.hasPrefix("whsec_") && rotated.secret != made.secret)
                let replayed = try await twice(path + "/replays", "", 200, at: server)
                #expect(replayed.text == #"{"count":0}"#)
                let resumed = try await send("/\(made.id)/resumptions", "", at: server)
                #expect(try "\(resumed.status) \(resumed.problem.code)" == "409 CW255")
                try await end(made.id, at: server)
                for call in ["/rotations", "/replays"] {
                    let late = try await send(path + call, "{}", at: server)
                    #expect(try "\(late.status) \(late.problem.code)" == "409 CW235")
                }
                let list: Page<SubscriptionAnswer> = try await server.read(
                    "/v1/subscriptions", as: People.officer)
                #expect(list.items.map(\.id) == [made.id] && list.items[0].isActive == false)
                #expect(list.items[0].endReason == "ended" && list.items[0].secret == nil)
                let others: Page<SubscriptionAnswer> = try await server.read(
                    "/v1/subscriptions", as: People.handler)
                #expect(others.items.isEmpty)
            }
        }

        @Test func allThatIsWrongWithAWebhookIsToldAtOnce() async throws {
            try await TestServer.run { server in
                let body =
                    #"{"channel":"pigeon","url":"http://a","scope":"links","pace":"digest","#
                    + #""language":"la","actions":["fly"]}"#
                let problem = try await send("", body, at: server).requiring(422).problem
                #expect(
                    problem.errors?.map(\.pointer)
                        == ["/channel", "/url", "/actions", "/language", "/pace"])
            }
        }

        @Test func whatIsLeftOutOfAPreferenceStays() async throws {
            try await TestServer.run { server in
                let before: PreferenceAnswer = try await server.read(
                    "/v1/preferences", as: People.officer)
                let changed = try await prefer(#"{"mail":"digest"}"#, at: server)
                    .requiring(200).decoded(as: PreferenceAnswer.self)
                #expect(changed.mail == "digest" && changed.quiet == before.quiet)
                let other = try await prefer(#"{"quiet":\#(!before.quiet)}"#, at: server)
                    .requiring(200).decoded(as: PreferenceAnswer.self)
                #expect(other.mail == "digest" && other.quiet != before.quiet)
                for (body, pointer) in [
                    (#"{"mail":"pigeon","language":"la"}"#, "/mail"),
                    (#"{"language":"la"}"#, "/language"),
                ] {
                    let problem = try await prefer(body, at: server).requiring(422).problem
                    #expect(problem.errors?.map(\.pointer) == [pointer])
                }
                let after: PreferenceAnswer = try await server.read(
                    "/v1/preferences", as: People.officer)
                #expect(after == other)
            }
        }

        private let webhook =
            #"{"channel":"webhook","url":"https://hooks.example.com/zhuqi","language":"en"}"#

        /// Sends a request and once more under its key; the second answer is the first.
        private func twice(
            _ path: String, _ body: String, _ status: Int, at server: TestServer
        ) async throws -> Answer {
            let key = "\"\(UUID().uuidString)\""
            let first = try await send(path, body, key: key, at: server).requiring(status)
            let again = try await send(path, body, key: key, at: server).requiring(status)
            #expect(!first.isReplayed && again.isReplayed && again.text == first.text, "\(path)")
            return first
        }

        private func send(
            _ path: String, _ body: String, key: String? = nil, at server: TestServer
        ) async throws -> Answer {
            try await server.wire.send(
                .post("/v1/subscriptions" + path, Array(body.utf8))
                    .token(try await server.token(People.officer)).with("Idempotency-Key", key))
        }

        private func end(_ id: String, at server: TestServer) async throws {
            let call = WireCall(method: "DELETE", path: "/v1/subscriptions/\(id)")
            let answer = try await server.wire.send(
                call.token(try await server.token(People.officer)))
            #expect(answer.status == 204)
        }

        private func prefer(_ body: String, at server: TestServer) async throws -> Answer {
            var call = WireCall.post("/v1/preferences", Array(body.utf8))
            call.method = "PUT"
            return try await server.wire.send(call.token(try await server.token(People.officer)))
        }
    }
}
