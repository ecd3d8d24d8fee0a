import APIModel
import Foundation
import Testing

extension ServerTests {
    /// PostgreSQL goes away, and comes back.
    @Suite struct AbsenceTests {
        @Test func requestsAreRefusedForAWhileAndNothingIsLostOrDoubled() async throws {
            try await OwnCluster.run { own in
                try await TestServer.run(on: own.cluster) { server in
                    let issue = try await Walk.issueInHandling(at: server)
                    let kept = try await note("before", on: issue, at: server).requiring(201)
                    try await own.stop()
                    try await expectRefusals(on: issue, at: server)
                    try await expectBoundedMemory(on: issue, at: server)
                    try await own.start()
                    try await eventually("the server is ready again") {
                        try await server.wire.answers("/readyz")
                    }
                    let again = try await note("before", on: issue, at: server).requiring(201)
                    #expect(again.isReplayed && again.body == kept.body)
                    let first = try await note("during", on: issue, at: server).requiring(201)
                    #expect(!first.isReplayed)
                    let actions = try await server.history(issue, as: People.office).map(\.action)
                    #expect(actions.filter { $0 == "note" }.count == 2)
                    #expect(try await server.doctor().hasSuffix(" 0 findings"))
                }
            }
        }

        private func note(
            _ key: String, on issue: String, at server: TestServer
        ) async throws -> Answer {
            try await server.act(
                "note", on: issue, as: People.handler,
                ["text": .text(key), "visibility": .text("internal")], key: "\"\(key)\"")
        }

        private func expectRefusals(on issue: String, at server: TestServer) async throws {
            let begun = ContinuousClock.now
            for _ in 0..<10 {
                let answers = [
                    try await note("during", on: issue, at: server),
                    try await server.get("/v1/issues", as: People.handler),
                    try await server.get("/readyz", as: nil),
                    try await server.file(Filings.body(), as: People.officer),
                ]
                for answer in answers {
                    #expect(try answer.status == 503 && answer.problem.code == "DB592")
                    #expect(answer.header("Retry-After") != nil)
                }
            }
            #expect(ContinuousClock.now - begun < .seconds(120))
            #expect(try await server.wire.answers("/livez"))
        }

        /// Warmed up by the first refusals, 5 000 more may cost little.
        private func expectBoundedMemory(on issue: String, at server: TestServer) async throws {
            try await refuse(500, on: issue, at: server)
            let before = try await server.residentSize()
            try await refuse(5_000, on: issue, at: server)
            let after = try await server.residentSize()
            print("resident before \(before) KiB, after 5 000 refused requests \(after) KiB")
            #expect(after - before < 32 << 10, "\(before) KiB became \(after) KiB")
        }

        private func refuse(_ count: Int, on issue: String, at server: TestServer) async throws {
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<count {
                    if number >= 64 { #expect(try await group.next() == 503) }
                    group.addTask { try await note("during", on: issue, at: server).status }
                }
                for try await status in group { #expect(status == 503) }
            }
        }
    }
}
