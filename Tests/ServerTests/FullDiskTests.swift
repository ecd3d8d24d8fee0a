import APIModel
import Foundation
import Testing

extension ServerTests {
    /// The disk of the database is full, and later it is not.
    @Suite struct FullDiskTests {
        @Test func writesAreRefusedForAWhileReadsGoOnAndNothingIsLost() async throws {
            try await SmallDisk.run(megabytes: 256) { disk in
                let home = disk.folder.appending(path: "home")
                try FileManager.default.createDirectory(
                    at: home, withIntermediateDirectories: false)
                try await OwnCluster.run(in: home) { own in
                    try await TestServer.run(on: own.cluster) { server in
                        try await expectPatience(of: server, on: disk)
                    }
                }
            }
        }

        private func expectPatience(of server: TestServer, on disk: SmallDisk) async throws {
            let issue = try await Walk.issueInHandling(at: server)
            try await keepRoomForTheLog(of: server)
            try disk.fill()
            var taken: [String] = []
            let refused = try await filed(until: 503, at: server, &taken)
            #expect(try refused.problem.code == "DB596")
            #expect(refused.header("Retry-After") != nil)

            let ready = try await server.get("/readyz", as: nil)
            #expect(try ready.status == 503 && ready.problem.code == "DB596")
            #expect(ready.header("Retry-After") != nil)
            #expect(try await server.get("/livez", as: nil).status == 200)
            #expect(try await server.head(issue, as: People.handler).version == 6)
            #expect(try await server.get("/v1/issues", as: People.office).status == 200)

            try disk.free()
            let again = try await server.file(body, key: "\(taken.count)").requiring(201)
            #expect(!again.isReplayed)
            try await eventually("it is ready again") { try await server.wire.answers("/readyz") }
            for (number, first) in taken.enumerated() {
                let replayed = try await server.file(body, key: "\(number)").requiring(201)
                #expect(replayed.isReplayed && replayed.text == first)
            }
            let cases = try await server.psql("SELECT count(*) FROM filed_case")
            #expect(cases == "\(taken.count + 2)")
            #expect(try await server.doctor().hasSuffix(" 0 findings"))
        }

        private let body = Filings.body(count: 20)

        /// Files until the server answers otherwise.
        ///
        /// - Parameter taken: gets the answers to what was filed, by their keys' numbers.
        private func filed(
            until status: Int, at server: TestServer, _ taken: inout [String]
        ) async throws -> Answer {
            while taken.count < 200 {
                let answer = try await server.file(body, key: "\(taken.count)")
                guard answer.status == 201 else { return try answer.requiring(status) }
                taken.append(answer.text)
            }
            throw NeverHappened(what: "the disk is full")
        }

        /// PostgreSQL ends where its log of writes finds no room: here its next parts are there
        /// already, as they are on a server that has run for a while.
        private func keepRoomForTheLog(of server: TestServer) async throws {
            for _ in 0..<4 {
                try await server.psql(
                    "SELECT pg_switch_wal() FROM pg_logical_emit_message(true, '', '')")
                try await server.psql("CHECKPOINT")
            }
        }
    }
}
