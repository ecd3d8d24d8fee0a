import APIModel
import Testing

extension ServerTests {
    @Suite struct ClockTests {
        @Test func onlyASystemAdministratorMovesItAndNeverBackwards() async throws {
            try await TestServer.run { server in
                let before = try await server.counts()
                let backwards = try await server.clock(
                    "2026-10-09T08:59:59+08:00", as: People.administrator)
                #expect(try backwards.status == 422 && backwards.problem.code == "CW231")
                for login in [People.office, People.cityOffice, "administrator.security"] {
                    let refused = try await server.clock("2026-10-10T09:00:00+08:00", as: login)
                    #expect(try refused.status == 403 && refused.problem.code == "AU303")
                }
                let far = try await server.clock(
                    "9999-12-31T00:00:00+08:00", as: People.administrator)
                #expect(try far.problem.errors?.map(\.pointer) == ["/advanceTo"])
                let words = try await server.clock("tomorrow", as: People.administrator)
                #expect(words.status == 422)
                #expect(try words.problem.errors?.map(\.pointer) == ["/advanceTo"])
                #expect(try await server.counts() == before)
            }
        }

        @Test func standsWhereItStoodAfterARestart() async throws {
            try await TestServer.run { server in
                try await server.advance(to: "2026-10-12T15:00:00+08:00")
                try await server.restart()
                let filed = try await server.filed(Filings.body())
                #expect(filed.filedAt == "2026-10-12T15:00:00+08:00")
                try await server.stop(by: 9)
                try await server.start()
                let back = try await server.clock(
                    "2026-10-12T14:59:59+08:00", as: People.administrator)
                #expect(back.status == 422)
            }
        }

        @Test func doesNotExistWhereTimeIsReal() async throws {
            try await TestServer.run(clock: nil) { server in
                let answer = try await server.clock(
                    "2036-10-10T09:00:00+08:00", as: People.administrator)
                #expect(answer.status == 404)
                try await server.stop(by: 15)
                let refused = try await server.launch(
                    server.arguments + ["--simulated-clock", TestServer.morning])
                try await eventually("zhuqid refuses and ends") { await !refused.isRunning }
                #expect(try await server.wire.answers("/livez") == false)
            }
        }
    }
}
