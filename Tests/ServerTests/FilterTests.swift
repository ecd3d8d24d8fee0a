import APIModel
import Foundation
import Testing

extension ServerTests {
    /// A filter that names nothing must not pass for one that finds nothing.
    @Suite struct FilterTests {
        @Test func deliveriesAreNarrowedToIssuesThatTheCallerKnows() async throws {
            try await TestServer.run { server in
                let issue = try await server.filed(Filings.body()).issues[0].number
                let path = "/v1/deliveries?issue="
                let own: Page<DeliveryAnswer> = try await server.read(
                    path + issue, as: People.officer)
                #expect(own.items.isEmpty)
                let stranger = try await server.get(path + issue, as: People.handler)
                let unknown = try await server.get(path + "ZQ2026-999999-1", as: People.handler)
                let malformed = try await server.get(path + "nonsense", as: People.handler)
                #expect([stranger, unknown, malformed].map(\.status) == [400, 400, 400])
                #expect(
                    try unknown.problem.detail
                        == "未找到编号为 ZQ2026-999999-1 的问题；不在您范围内的问题不可见。")
                #expect(
                    try stranger.problem.detail
                        == "未找到编号为 \(issue) 的问题；不在您范围内的问题不可见。")
                #expect(
                    try malformed.problem.detail == "不是问题编号；编号形如 ZQ2026-000001-1。")
            }
        }

        @Test func pairingsOfBothAreThoseWithEachOther() async throws {
            try await TestServer.run { server in
                let path = "/v1/pairings?enterprise=\(Filings.enterprise)&officer="
                let paired: Page<PairingAnswer> = try await server.read(
                    path + People.officer, as: People.office)
                #expect(paired.items.map(\.officer.login) == [People.officer])
                let strange: Page<PairingAnswer> = try await server.read(
                    path + People.handler, as: People.office)
                #expect(strange.items.isEmpty)
                let nobody = try await server.get(path + "nobody", as: People.office)
                #expect(try nobody.problem.hint == "请改正参数 officer。")
            }
        }

        @Test func aProposalIsNotAskedForWhatNobodyKnows() async throws {
            try await TestServer.run { server in
                let text: [String: JSONValue] = [
                    "text": .text("车间变压器容量不够"), "division": .text("410105"),
                ]
                for (name, value) in [
                    ("class", "ZZ"), ("category", "QQ"), ("issue", "nonsense"),
                    ("issue", "ZQ2026-999999-1"), ("enterprise", "X"), ("complainedUnit", "nobody"),
                ] {
                    let answer = try await server.post(
                        "/v1/proposals", text.merging([name: .text(value)]) { $1 },
                        as: People.office)
                    #expect(answer.status == 422, "\(name)")
                    #expect(try answer.problem.errors?.map(\.pointer) == ["/" + name])
                }
            }
        }

        @Test(arguments: [
            (["--unit", "QQ"], "没有代码为“QQ”的单位。"), (["--search", " "], "请写出要检索的词。"),
            (["--limit", "500"], "应为 1 至 200 的整数。"), (["--state", "QQ"], "没有状态“QQ”。"),
            (["--class", "ZZ"], "没有分类“ZZ”。"), (["--category", "QQ"], "没有类别“QQ”。"),
            (["--cursor", "x"], "应为上一页 next 给出的值。"),
        ])
        func aQueueThatIsNarrowedToNothingKnownEndsAsBadInput(
            filter: [String], words: String
        ) async throws {
            try await TestServer.run { server in
                let ended = try await Subprocess.run(
                    Product.zhuqi, ["queue", "all"] + filter,
                    environment: [
                        "ZHUQI_SERVER": server.wire.address,
                        "ZHUQI_TOKEN": try await server.token(People.office),
                    ])
                #expect(ended.status == 2)
                #expect(ended.errors.contains(words), "\(ended.errors)")
                #expect(ended.output.isEmpty)
            }
        }
    }
}
