import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct RoutingRouteTests {
        @Test func aTextIsGivenItsCategoryAndUnitsStepByStep() async throws {
            try await TestServer.run { server in
                let answer = try await server.proposal(
                    ["text": .text("金水区厂房变压器容量不够，一开机就跳闸，想增容")])
                #expect(answer.category == "PWR" && answer.division == "410105")
                #expect(answer.lead?.code == "developmentReform")
                #expect(
                    answer.supporting.map(\.code) == ["powerGrid", "industry", "division.410105"])
                #expect(answer.guesses.first?.words.isEmpty == false)
                #expect(answer.steps.count >= 3)
                #expect(answer.duplicates.isEmpty && answer.common.enterprises == 1)
            }
        }

        @Test func whatTheEnterpriseSaidLatelyIsShownBeforeFiling() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let filed = try await server.head(issue, as: People.officer)
                let body: [String: JSONValue] = [
                    "text": .text(filed.title + "，" + filed.description),
                    "enterprise": .text(Filings.enterprise),
                ]
                let answer = try await server.proposal(body)
                #expect(answer.duplicates.map(\.number) == [filed.number])
                #expect(answer.duplicates.first?.likeness == 100)
                let other = try await server.proposal([
                    "text": .text("子女入学没有学位，想给高管协调附近小学"),
                    "enterprise": .text(Filings.enterprise),
                ])
                #expect(other.duplicates.isEmpty)
                // After thirty days it is no longer lately.
                try await server.advance(to: "2026-11-09T09:00:00+08:00")
                #expect(try await server.proposal(body).duplicates.isEmpty)
            }
        }

        @Test func whatFiveEnterprisesNeedIsCommon() async throws {
            try await TestServer.run { server in
                let words = "供应商停产导致特种钢材断供，库存只够两周"
                for code in Self.enterprises {
                    _ = try await server.filed(
                        Filings.body(
                            ["enterprise": .text(code)],
                            issue: [
                                "category": .text("MAT"), "title": .text("特种钢材断供"),
                                "description": .text(words),
                            ]))
                }
                let answer = try await server.proposal([
                    "text": .text(words), "category": .text("MAT"), "division": .text("410105"),
                    "enterprise": .text(Filings.enterprise),
                ])
                #expect(answer.common.enterprises == 5 && answer.common.isCommon)
                #expect(answer.duplicates.isEmpty)
            }
        }

        @Test func whatIsConfidentialIsNotEvenCounted() async throws {
            try await TestServer.run { server in
                let words = "检查人员反复上门并要求缴纳没有依据的费用"
                _ = try await server.filed(
                    Filings.body(
                        ["enterprise": .text("91410100MADEM00116")],
                        issue: [
                            "category": .text("LAW"), "title": .text("乱收费"),
                            "description": .text(words),
                            "complainedUnit": .text("marketRegulation"),
                        ]))
                let body: [String: JSONValue] = [
                    "text": .text(words), "category": .text("LAW"), "division": .text("410105"),
                ]
                let own = try await server.post(
                    "/v1/proposals", body, as: People.officer
                ).requiring(200).decoded(as: ProposalAnswer.self)
                #expect(own.common.enterprises == 2)
                let complained = try await server.post(
                    "/v1/proposals", body, as: "marketRegulation.head"
                ).requiring(200).decoded(as: ProposalAnswer.self)
                #expect(complained.common.enterprises == 1)
            }
        }

        private static let enterprises = [
            "91410100MADEM00116", "91410100MADEM002XX", "91410104MADEM0038P", "91410100MADEM0054K",
        ]

        @Test(arguments: [
            ("{}", "/text"), (#"{"text":""}"#, "/text"), (#"{"text":1}"#, "/text"),
            (#"{"text":"缺工"}"#, "/division"), (#"{"text":"缺工","division":"1"}"#, "/division"),
            (#"{"text":"缺工","division":"410105","category":"X"}"#, "/category"),
            (#"{"text":"缺工","division":"410105","enterprise":"X"}"#, "/enterprise"),
            (#"{"text":"缺工","division":"410105","complainedUnit":"x"}"#, "/complainedUnit"),
            (#"{"text":"缺工","division":"410105","words":[]}"#, "/words"),
        ])
        func whatIsWrongIsToldAtItsPlace(body: String, pointer: String) async throws {
            try await TestServer.run { server in
                let answer = try await server.propose(Array(body.utf8))
                #expect([400, 422].contains(answer.status))
                let pointers = try answer.problem.errors?.map(\.pointer) ?? []
                #expect(pointers.contains(pointer), "\(answer.text)")
            }
        }

        @Test func theOfficersOfEachLevelAreNamedWithTheReason() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await Walk.dispatch(issue, at: server)
                let before: OfficersAnswer = try await server.read(
                    "/v1/issues/\(issue)/officers", as: People.office)
                #expect(before.level == 0)
                #expect(
                    before.handling.map { $0.holders.first?.person.login } == [
                        "industry.handler", "industry.head", "viceMayor",
                    ])
                #expect(before.service[2].holders.first?.by == "division")
                #expect(before.service.allSatisfy { $0.level == 0 || $0.reachedAt == nil })
                try await server.advance(to: "2026-10-22T18:00:00+08:00")
                let after: OfficersAnswer = try await server.read(
                    "/v1/issues/\(issue)/officers", as: People.office)
                #expect(after.level == 1)
                #expect(after.service[1].reachedAt == "2026-10-22T17:30:00+08:00")
                #expect(after.service[1].named?.map(\.login) == ["township.410105"])
                #expect(after.service[1].dueAt == "2026-10-26T17:30:00+08:00")
                let hidden = try await server.get(
                    "/v1/issues/\(issue)/officers", as: "education.handler")
                #expect(hidden.status == 404)
                let named = try await server.head(issue, as: "township.410105")
                #expect(named.level == 1)
            }
        }

        @Test func whoStandsAboveAUnitOrAnOfficerIsToldOfAny() async throws {
            try await TestServer.run { server in
                let unit: LineAnswer = try await server.read(
                    "/v1/units/commerce/officers", as: People.officer)
                #expect(unit.subject == "commerce")
                #expect(
                    unit.levels.map { $0.holders.map(\.person.login) } == [
                        ["commerce.handler"], ["commerce.head"], ["viceMayor"], [],
                    ])
                let officer: LineAnswer = try await server.read(
                    "/v1/officers/commerce.handler/superiors", as: People.officer)
                #expect(officer.levels[1].holders.map(\.person.login) == ["commerce.head"])
                #expect(officer.levels[1].holders.first?.by == "unit")
                for path in ["/v1/units/nowhere/officers", "/v1/officers/nobody/superiors"] {
                    #expect(try await server.get(path, as: People.officer).status == 404)
                }
            }
        }
    }
}

extension TestServer {
    nonisolated func propose(_ body: [UInt8]) async throws -> Answer {
        try await wire.send(.post("/v1/proposals", body).token(token(People.officer)))
    }

    nonisolated func proposal(_ fields: [String: JSONValue]) async throws -> ProposalAnswer {
        try await propose(try Filings.bytes(fields)).requiring(200).decoded()
    }
}
