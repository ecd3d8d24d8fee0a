import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct WorkflowRouteTests {
        @Test func workflowsAreListedAndShownWithWhatFormsNeed() async throws {
            try await TestServer.run { server in
                let list: Page<WorkflowSummary> = try await server.read(
                    "/v1/workflows", as: People.officer)
                #expect(
                    list.items.map(\.id) == [
                        "enterprise-assistance", "joint-meeting", "three-deliveries",
                    ])
                let currents = list.items.map(\.isCurrent)
                #expect(currents == [true, true, true])
                let shown: WorkflowAnswer = try await server.read(
                    "/v1/workflows/enterprise-assistance@9", as: People.officer)
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
                    ("/v1/workflows/three-deliveries@10/diagram.svg", 404),
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
                        Filings.body(issue: Self.arrears)
                    ).issues.first
                ).id
                try await Walk.dispatch(issue, at: server)
                try await Walk.handle(issue, at: server)
                try await server.did(
                    "overruleOpinions", on: issue, as: People.head, ["reason": .text("已电话确认")])
                var reply = Walk.reply
                reply["outcome"] = nil
                for (action, login) in [
                    ("proposeResolution", People.handler), ("reportResolved", People.head),
                ] {
                    let without = try await server.act(action, on: issue, as: login, reply)
                    #expect(without.status == 422)
                    #expect(
                        try without.problem.errors == [
                            .init(
                                pointer: "/fields/outcome",
                                detail: "必须填写：认定金额（元）、清偿金额（元）",
                                label: "落实成果")
                        ])
                }
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
                // Whoever signs off need not say again what was proposed.
                #expect(
                    try await server.field("outcome", of: "reportResolved", issue, as: People.head)
                        .isRequired == false)
                try await server.did(
                    "reportResolved", on: issue, as: People.head, ["evidence": Walk.evidence])
            }
        }

        @Test func aQuantityThatIsTypedIsAskedForAndArrives() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await server.did(
                    "overruleOpinions", on: issue, as: People.head, ["reason": .text("已电话确认")])
                for (action, login) in [
                    ("proposeResolution", People.handler), ("reportResolved", People.head),
                ] {
                    let field = try await server.field("outcome", of: action, issue, as: login)
                    #expect(field.isRequired && field.values?.map(\.name) == ["supplied"])
                    #expect(field.values?.first?.quantity?.zh == "吨")
                    let empty: [JSONValue?] = [
                        nil, .object([:]), .object(["supplied": .null]),
                    ]
                    for outcome in empty {
                        var reply = Walk.reply
                        reply["outcome"] = outcome
                        let refused = try await server.act(action, on: issue, as: login, reply)
                        #expect(refused.status == 422)
                        #expect(
                            try refused.problem.errors == [
                                .init(
                                    pointer: "/fields/outcome", detail: "必须填写：落实原料（吨）",
                                    label: "落实成果")
                            ])
                    }
                }
                try await server.did("reportResolved", on: issue, as: People.head, Walk.reply)
                let results = try await server.head(issue, as: People.office).results
                #expect(results?.map(\.value) == [.integer(200)])
            }
        }

        @Test func arrearsAreNotBornWithoutWhatIsClaimed() async throws {
            try await TestServer.run { server in
                for (language, words, label) in [
                    ("zh", "必须填写：主张金额（元）", "需求要素"), ("en", "is required: Claimed (yuan)", "Needs"),
                ] {
                    let call = WireCall.post(
                        "/v1/cases", Filings.body(issue: ["category": .text("ARR")])
                    ).token(try await server.token(People.officer))
                    let refused = try await server.wire.send(
                        call.with("Idempotency-Key", language).with("Accept-Language", language))
                    #expect(refused.status == 422)
                    #expect(
                        try refused.problem.errors == [
                            .init(pointer: "/issues/0/needs/claimed", detail: words, label: label)
                        ])
                }
            }
        }

        @Test func arrearsAreNotMadeOfAnotherNeedWithoutWhatIsClaimed() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await server.did("accept", on: issue, as: People.office)
                var part: [String: JSONValue] = [
                    "category": .text("ARR"), "title": .text("货款"), "description": .text("货款未付"),
                ]
                let split = try await server.act(
                    "split", on: issue, as: People.office,
                    ["reason": .text("两件事"), "issues": .list([.object(part)])])
                #expect(
                    try split.problem.errors?.map(\.pointer) == ["/fields/issues/0/needs/claimed"])
                part["needs"] = .object(["claimed": .integer(90_000)])
                try await server.did(
                    "split", on: issue, as: People.office,
                    ["reason": .text("两件事"), "issues": .list([.object(part)])])
                var triage: [String: JSONValue] = ["class": .text("C"), "category": .text("ARR")]
                let moved = try await server.act("triage", on: issue, as: People.office, triage)
                #expect(try moved.problem.errors?.map(\.pointer) == ["/fields/needs/claimed"])
                triage["needs"] = .object(["claimed": .integer(1_000)])
                try await server.did("triage", on: issue, as: People.office, triage)
                let emptied = try await server.act(
                    "amend", on: issue, as: People.office,
                    ["reason": .text("更正"), "needs": .object([:])])
                #expect(try emptied.problem.errors?.map(\.pointer) == ["/fields/needs/claimed"])
                try await server.did(
                    "amend", on: issue, as: People.office,
                    ["reason": .text("更正"), "title": .text("货款拖欠")])
                let needs = try await server.head(issue, as: People.office).needs
                #expect(needs?.map(\.value) == [.integer(1_000)])
            }
        }

        private static let arrears: [String: JSONValue] = [
            "category": .text("ARR"), "needs": .object(["claimed": .integer(90_000)]),
        ]
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
                        == ["/issues/0/adoption/colour", "/issues/0/adoption/state"])
            }
        }
    }
}

extension TestServer {
    nonisolated fileprivate func field(
        _ name: String, of action: String, _ issue: String, as login: String
    ) async throws -> ActionsAnswer.Field {
        let answer = try await read(
            "/v1/issues/\(issue)/actions", as: login, ActionsAnswer.self)
        return try #require(
            answer.items.first { $0.action == action }?.fields.first { $0.name == name })
    }
}
