import Testing

extension ServerTests {
    @Suite struct TokenTests {
        @Test func withoutAValidTokenNothingIsAnswered() async throws {
            try await TestServer.run { server in
                let token = try await server.token(People.office)
                let values = [
                    nil, "", "Bearer", "Bearer ", "Basic \(token)", "Bearer \(token)0", token,
                    "Bearer zq_", "Bearer zq_" + String(repeating: "0", count: 40),
                    "Bearer zq_" + String(repeating: "0", count: 5000),
                ]
                for value in values {
                    for call in calls {
                        try await BadCall(
                            name: call.path + " " + (value ?? "no header"),
                            call: call.with("Authorization", value), status: 401, code: "AU302"
                        ).expectRefused(by: server, as: nil)
                    }
                }
                let answer = try await server.get("/v1/issues", as: nil)
                #expect(answer.header("WWW-Authenticate") == "Bearer")
            }
        }

        private let calls = [
            WireCall.get("/v1/issues"), .get("/v1/whoami"), .post("/v1/cases", Filings.body()),
        ]

        @Test(arguments: [
            "issued_at = '2020-01-01', expires_at = '2020-01-02'", "revoked_at = now()",
        ])
        func aTokenThatEndsIsOutSoon(change: String) async throws {
            try await TestServer.run { server in
                _ = try await server.get("/v1/whoami", as: People.caller).requiring(200)
                _ = try await server.psql("UPDATE access_token SET \(change)")
                try await eventually("the token is refused") {
                    try await server.get("/v1/whoami", as: People.caller).status == 401
                }
            }
        }
    }
}
