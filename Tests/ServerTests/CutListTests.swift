import APIModel
import Foundation
import Testing

extension ServerTests {
    /// A list that does not show all says so, and where it goes on.
    @Suite struct CutListTests {
        @Test func pairingsArePagedInOneOrder() async throws {
            try await TestServer.run { server in
                let path = "/v1/pairings?officer=\(People.officer)"
                let all: Page<PairingAnswer> = try await server.read(path, as: People.office)
                #expect(all.items.count == 4 && all.next == nil)
                for limit in 1...5 {
                    var found: [PairingAnswer] = []
                    var cursor: String? = ""
                    while let place = cursor, found.count < 10 {
                        let from = place.isEmpty ? "" : "&cursor=\(place)"
                        let page: Page<PairingAnswer> = try await server.read(
                            path + "&limit=\(limit)" + from, as: People.office)
                        #expect(page.items.count <= limit)
                        found += page.items
                        cursor = page.next
                    }
                    #expect(found == all.items, "\(limit)")
                }
                for wrong in ["cursor=x", "cursor=MTox", "limit=0", "limit=201"] {
                    let answer = try await server.get("\(path)&\(wrong)", as: People.office)
                    #expect(answer.status == 400, "\(wrong)")
                }
            }
        }

        @Test func whoIsAboveAUnitOrOfficerThatIsNotThereIsAnsweredWithWhatIs() async throws {
            try await TestServer.run { server in
                for (path, words) in [
                    ("/v1/units/QQ/officers", "没有代码为“QQ”的单位，请给出单位代码。"),
                    ("/v1/units/indus/officers", "没有代码为“indus”的单位；相近的有：郑州市工业和信息化局（industry）。"),
                    ("/v1/officers/QQ/superiors", "没有账号为“QQ”的人员，请给出人员账号。"),
                    (
                        "/v1/officers/industry.ha/superiors",
                        "没有账号为“industry.ha”的人员；相近的有：示例·工信局经办（industry.handler）。"
                    ),
                ] {
                    let answer = try await server.get(path, as: People.office)
                    #expect(answer.status == 404)
                    let detail = try answer.problem.detail
                    #expect(detail?.hasPrefix(words) == true, "\(detail ?? "none")")
                }
                let ended = try await Subprocess.run(
                    Product.zhuqi, ["officers", "--unit", "QQ"],
                    environment: [
                        "ZHUQI_SERVER": server.wire.address,
                        "ZHUQI_TOKEN": try await server.token(People.office),
                    ])
                #expect(ended.status != 0 && ended.errors.contains("没有代码为“QQ”的单位"))
            }
        }

        @Test func moreThanTheLikestIsCounted() async throws {
            try await TestServer.run { server in
                let filed = try await server.filed(Filings.body(count: 12))
                let body: [String: JSONValue] = [
                    "text": .text(filed.issues[0].title + "，" + filed.issues[0].description),
                    "enterprise": .text(Filings.enterprise),
                ]
                let answer = try await server.proposal(body)
                #expect(answer.duplicates.count == 10 && answer.moreDuplicates == 2)
                #expect(answer.common.more == nil && answer.common.comparedOnly == nil)
            }
        }
    }
}
