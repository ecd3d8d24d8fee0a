import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct WorkflowRouteTests {
        @Test func workflowsAreListedAndShownWithWhatFormsNeed() async throws {
            try await TestServer.run { server in
                let list: Page<WorkflowSummary> = try await server.read(
                    "/v1/workflows", as: People.officer)
                #expect(list.items.map(\.id) == ["enterprise-assistance", "three-deliveries"])
                let currents = list.items.map(\.isCurrent)
                #expect(currents == [true, true])
                let shown: WorkflowAnswer = try await server.read(
                    "/v1/workflows/enterprise-assistance@6", as: People.officer)
                let arrears = try #require(shown.categories.first { $0.code == "ARR" })
                #expect(arrears.needs.map(\.name) == ["claimed", "debtor"])
                #expect(arrears.results.filter(\.isRequired).map(\.kind) == ["yuan", "yuan"])
                #expect(shown.states.count == 21)
            }
        }

        @Test func picturesComeInBothLanguages() async throws {
            try await TestServer.run { server in
                let path = "/v1/workflows/three-deliveries/diagram"
                let chinese = try await server.get(path + ".svg", as: People.officer)
                #expect(chinese.status == 200)
                #expect(chinese.header("Content-Type") == "image/svg+xml")
                #expect(chinese.text.contains("已挂号"))
                let english = try await server.get(path + ".svg?language=en", as: People.officer)
                #expect(english.text.contains("Registered"))
                let preferred = try await server.get(
                    path + ".svg", as: People.officer, language: "en")
                #expect(preferred.text == english.text)
                let mermaid = try await server.get(path + ".mmd", as: People.officer)
                #expect(mermaid.text.contains("stateDiagram-v2"))
                for (path, status) in [
                    (path + ".svg?language=fr", 400), (path + ".svg?size=9", 400),
                    ("/v1/workflows/none/diagram.svg", 404),
                    ("/v1/workflows/three-deliveries@9/diagram.svg", 404),
                    ("/v1/workflows/three-deliveries@x", 404),
                ] {
                    #expect(
                        try await server.get(path, as: People.officer).status == status, "\(path)")
                }
                #expect(try await server.get(path + ".svg", as: nil).status == 401)
            }
        }
    }

    @Suite struct TypedValueTests {
        @Test func needsAreTypedByTheCategoryAndShown() async throws {
            try await TestServer.run { server in
                let filed = try await server.filed(
                    Filings.body(
                        issue: [
                            "category": .text("ARR"),
                            "needs": .object([
                                "claimed": .text("1250000.50"), "debtor": .text("某某建设公司"),
                            ]),
                        ]))
                let needs = try #require(filed.issues.first?.needs)
                #expect(needs.map(\.name) == ["claimed", "debtor"])
                #expect(needs.first?.value == .text("1250000.50"))
                #expect(needs.first?.quantity?.en == "yuan")
                #expect(needs.first?.label.zh == "主张金额")
            }
        }

        @Test(
            arguments: [
                (["debtor": .text("x")], "claimed"), (["claimed": .integer(-1)], "claimed"),
                (["claimed": .text("12.345")], "claimed"), (["claimed": .text("many")], "claimed"),
                (["claimed": .integer(1), "colour": .text("x")], "colour"),
                (["claimed": .integer(1), "debtor": .text("")], "debtor"),
                (["claimed": .integer(9_000_000_000_000)], "claimed"),
            ] as [([String: JSONValue], String)])
        func wrongNeedsAreRefusedAtTheirPlace(
            needs: [String: JSONValue], field: String
        ) async throws {
            try await TestServer.run { server in
                let answer = try await server.file(
                    Filings.body(issue: ["category": .text("ARR"), "needs": .object(needs)]))
                #expect(answer.status == 422)
                #expect(
                    try answer.problem.errors?.map(\.pointer) == ["/issues/0/needs/\(field)"])
            }
        }

        @Test func arrearsAreNotReportedResolvedWithoutWhatWasPaid() async throws {
            try await TestServer.run { server in
                let issue = try #require(
                    try await server.filed(
                        Filings.body(issue: ["category": .text("ARR")])
                    ).issues.first
                ).id
                try await Walk.dispatch(issue, at: server)
                try await Walk.handle(issue, at: server)
                try await server.did(
                    "overruleOpinions", on: issue, as: People.head, ["reason": .text("已电话确认")])
                let without = try await server.act(
                    "proposeResolution", on: issue, as: People.handler, Walk.reply)
                #expect(without.status == 422)
                #expect(try without.problem.errors?.map(\.pointer) == ["/fields/outcome"])
                var reply = Walk.reply
                reply["outcome"] = .object(["paid": .integer(80_000)])
                let half = try await server.act(
                    "proposeResolution", on: issue, as: People.handler, reply)
                #expect(try half.problem.errors?.map(\.pointer) == ["/fields/outcome/acknowledged"])
                reply["outcome"] = .object([
                    "paid": .integer(80_000), "acknowledged": .integer(90_000),
                ])
                try await server.did("proposeResolution", on: issue, as: People.handler, reply)
                let results = try await server.head(issue, as: People.office).results
                #expect(results?.map(\.name) == ["acknowledged", "paid"])
            }
        }
    }

    @Suite struct AdoptionRouteTests {
        @Test func aLedgerComesInWithItsDatesAndIsNotAttested() async throws {
            try await TestServer.run { server in
                let filed = try await server.filed(
                    Filings.body(
                        ["source": .text("ledger"), "externalReference": .text("2026-17")],
                        issue: [
                            "adoption": .object([
                                "state": .text("inHandling"), "leadUnit": .text("industry"),
                                "receivedOn": .text("2026-09-18"),
                                "dispatchedOn": .text("2026-09-21"),
                                "dueOn": .text("2026-10-16"),
                            ])
                        ]), as: People.administrator)
                let issue = try #require(filed.issues.first)
                #expect(!issue.isAttested && issue.state == "inHandling")
                #expect(issue.dueAt == "2026-10-16T17:30:00+08:00")
                let again = try await server.file(
                    Filings.body(
                        ["source": .text("ledger"), "externalReference": .text("2026-17")],
                        issue: [
                            "adoption": .object([
                                "state": .text("inHandling"), "leadUnit": .text("industry"),
                                "dispatchedOn": .text("2026-09-21"),
                            ])
                        ]), as: People.administrator)
                #expect(again.status == 409)
                try await server.did("claim", on: issue.id, as: People.handler)
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        @Test func isRefusedToOfficersAndForAHalf() async throws {
            try await TestServer.run { server in
                let adopted = Filings.body(
                    issue: ["adoption": .object(["state": .text("inHandling")])])
                #expect(try await server.file(adopted).status == 403)
                let mixed = Filings.body([
                    "issues": .list([
                        Filings.issue("一", ["adoption": .object(["state": .text("draft")])]),
                        Filings.issue("二"),
                    ])
                ])
                let answer = try await server.file(mixed, as: People.administrator)
                #expect(answer.status == 422)
                #expect(try answer.problem.errors?.map(\.pointer) == ["/issues"])
                let unknown = try await server.file(
                    Filings.body(
                        issue: ["adoption": .object(["state": .text("x"), "colour": .text("y")])]),
                    as: People.administrator)
                #expect(
                    try unknown.problem.errors?.map(\.pointer).sorted()
                        == ["/issues/0/colour", "/issues/0/state"])
            }
        }
    }
}
