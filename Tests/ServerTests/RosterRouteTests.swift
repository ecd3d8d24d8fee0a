import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct RosterRouteTests {
        @Test func officersAndPairingsAreShown() async throws {
            try await TestServer.run { server in
                let officers: Page<OfficerAnswer> = try await server.read(
                    "/v1/officers?unit=industry", as: People.office)
                #expect(officers.items.map(\.login) == ["industry.handler", "industry.head"])
                #expect(officers.items.map(\.isPresent) == [true, true])
                let paired: Page<PairingAnswer> = try await server.read(
                    "/v1/pairings?enterprise=\(Filings.enterprise)", as: People.office)
                #expect(paired.items.map(\.officer.login) == ["officer1"])
                let own: Page<PairingAnswer> = try await server.read(
                    "/v1/pairings?officer=officer1", as: People.office)
                #expect(own.items.contains { $0.enterprise?.creditCode == Filings.enterprise })
                for path in [
                    "/v1/officers?unit=x", "/v1/officers?limit=0", "/v1/officers?who=x",
                    "/v1/pairings", "/v1/pairings?enterprise=1", "/v1/pairings?officer=nobody",
                    "/v1/visits?enterprise=1", "/v1/visits?cursor=x",
                ] {
                    #expect(
                        try await server.get(path, as: People.office).status == 400, "\(path)")
                }
            }
        }

        @Test func visitsAreNotedOnceADayByServiceOfficers() async throws {
            try await TestServer.run { server in
                let visit: [String: JSONValue] = [
                    "enterprise": .text(Filings.enterprise), "note": .text("走访了解用工情况"),
                ]
                let noted: VisitAnswer = try await server.post(
                    "/v1/visits", visit, as: People.officer
                ).requiring(201).decoded()
                #expect(noted.on == "2026-10-09" && noted.officer?.login == "officer1")
                #expect(
                    try await server.post("/v1/visits", visit, as: People.officer).status == 422)
                #expect(
                    try await server.post("/v1/visits", visit, as: People.handler).status == 403)
                for (field, value) in [
                    ("on", "2026-10-10"), ("on", "gestern"), ("on", "0001-01-01"),
                    ("enterprise", "X"),
                    ("note", String(repeating: "长", count: 2001)),
                ] {
                    let wrong = visit.merging([field: .text(value)]) { $1 }
                    #expect(
                        try await server.post("/v1/visits", wrong, as: People.officer).status == 422
                    )
                }
                let mine: Page<VisitAnswer> = try await server.read(
                    "/v1/visits", as: People.officer)
                #expect(mine.items.map(\.note) == ["走访了解用工情况"])
                let path = "/v1/visits?enterprise=\(Filings.enterprise)"
                let office: Page<VisitAnswer> = try await server.read(path, as: People.office)
                #expect(office.items.count == 1)
                let stranger: Page<VisitAnswer> = try await server.read(path, as: People.handler)
                #expect(stranger.items.isEmpty)
            }
        }

        @Test func absencesAreListedChangedAndEndedByThoseWhomTheyConcern() async throws {
            try await TestServer.run { server in
                let absence: [String: JSONValue] = [
                    "from": .text("2026-10-09"), "until": .text("2026-10-12"),
                    "deputy": .text(People.head), "reason": .text("出差"),
                ]
                try await server.post("/v1/absences", absence, as: People.handler).requiring(201)
                for login in [People.handler, People.head] {
                    let listed = try await server.absences(as: login)
                    #expect(listed.map { $0.officer?.login } == [People.handler], "\(login)")
                    #expect(listed.map { $0.deputy?.login } == [People.head])
                    #expect(listed.map(\.reason) == ["出差"] && listed.map(\.endedAt) == [nil])
                }
                #expect(try await server.absences(as: "commerce.head").isEmpty)
                try await eventually("the head stands in") {
                    try await server.handlerIsPresent() == false
                }
                // Both see it without asking: the deputy for whom, the head who is away.
                let head: PrincipalAnswer = try await server.read("/v1/whoami", as: People.head)
                for times in [head.standsInFor, head.away] {
                    #expect(times?.map(\.officer.login) == [People.handler])
                    #expect(times?.first?.from == "2026-10-09" && times?.first?.hasBegun == true)
                    #expect(times?.first?.until == "2026-10-12")
                    #expect(times?.first?.deputy?.login == People.head)
                }
                let other: PrincipalAnswer = try await server.read(
                    "/v1/whoami", as: "commerce.head")
                #expect(other.standsInFor == nil && other.away == nil)
                // The head changes what its handler said; nobody else does.
                let longer = absence.merging([
                    "officer": .text(People.handler), "until": .text("2026-10-16"),
                ]) { $1 }
                for login in ["commerce.head", People.office, People.leader] {
                    #expect(
                        try await server.post("/v1/absences", longer, as: login).status == 403)
                }
                try await server.post("/v1/absences", longer, as: People.head).requiring(201)
                let changed = try await server.absences(as: People.handler)
                #expect(changed.map(\.until) == ["2026-10-16"])
                // One after the other they last no longer than one may, and none overlaps another.
                for (from, until) in [("2026-10-16", "2026-10-20"), ("2026-10-17", "2027-01-10")] {
                    let more = absence.merging(["from": .text(from), "until": .text(until)]) { $1 }
                    #expect(
                        try await server.post("/v1/absences", more, as: People.handler).status
                            == 422, "\(from)")
                }
                let end: [String: JSONValue] = [
                    "officer": .text(People.handler), "from": .text("2026-10-09"),
                ]
                #expect(
                    try await server.post("/v1/absences/end", end, as: "commerce.head").status
                        == 403)
                // Sent twice under one key it counts once, and is answered alike.
                for isReplay in [false, true] {
                    let ended = try await server.post(
                        "/v1/absences/end", end, as: People.head, key: "the-end")
                    #expect(ended.status == 201)
                    #expect((ended.header("Idempotency-Replayed") == "true") == isReplay)
                }
                try await eventually("the handler is back") { try await server.handlerIsPresent() }
                #expect(try await server.absences(as: People.handler).first?.endedAt != nil)
                #expect(
                    try await server.post("/v1/absences/end", end, as: People.head).status == 422)
                let who = try await server.psql(
                    """
                    SELECT count(*) FILTER (WHERE login = 'industry.handler'),
                           count(*) FILTER (WHERE login = 'industry.head')
                    FROM directory_change JOIN person ON person.id = person_id
                    WHERE what LIKE 'absence of industry.handler%'
                    """)
                #expect(who == "1|2")
                for wrong in [
                    end.merging(["from": .text("2026-10-10")]) { $1 },
                    end.merging(["officer": .text("nobody")]) { $1 },
                    end.merging(["from": .text("x")]) { $1 },
                ] {
                    #expect(
                        try await server.post("/v1/absences/end", wrong, as: People.head).status
                            == 422)
                }
                #expect(try await server.get("/v1/absences?who=x", as: People.head).status == 400)
            }
        }

        @Test func aKeyAnswersWhatItBroughtAboutWhateverIsJudgedNow() async throws {
            try await TestServer.run { server in
                let absence: [String: JSONValue] = [
                    "from": .text("2026-10-09"), "until": .text("2026-10-12"),
                    "deputy": .text(People.head),
                ]
                let visit: [String: JSONValue] = ["enterprise": .text(Filings.enterprise)]
                let end: [String: JSONValue] = ["from": .text("2026-10-09")]
                func send(_ path: String) async throws -> Answer {
                    switch path {
                    case "visits":
                        try await server.post("/v1/visits", visit, as: People.officer, key: path)
                    case "absences":
                        try await server.post(
                            "/v1/absences", absence, as: People.handler, key: path)
                    default:
                        try await server.post(
                            "/v1/absences/end", end, as: People.handler, key: path)
                    }
                }
                let paths = ["visits", "absences", "end"]
                var first: [String: Answer] = [:]
                for path in paths { first[path] = try await send(path).requiring(201) }
                // By then the absence is over, and today is another day.
                try await server.advance(to: "2026-10-13T09:00:00+08:00")
                for path in paths {
                    let again = try await send(path).requiring(201)
                    #expect(again.isReplayed && again.body == first[path]?.body, "\(path)")
                }
                let other = absence.merging(["until": .text("2026-10-20")]) { $1 }
                let reused = try await server.post(
                    "/v1/absences", other, as: People.handler, key: "absences")
                #expect(reused.status == 422)
                #expect(
                    try await server.post("/v1/absences", absence, as: People.handler).status
                        == 422)
            }
        }

        @Test func theDeputyOfWhoHasLeftIsListedAndActsForNinetyDays() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                try await server.importTable(
                    "deputies.csv", "login,rank,deputy\nindustry.head,1,industry.handler\n")
                try await server.importTable(
                    "officers.csv", "login,name,leftOn\nindustry.head,示例,2026-10-12\n")
                try await server.advance(to: "2026-10-12T09:00:00+08:00")
                @Sendable func escalate() async throws -> Answer {
                    try await server.act(
                        "requestEscalation", on: issue, as: People.handler,
                        ["reason": .text("需协调")])
                }
                try await eventually("the deputy acts for who has left") {
                    try await escalate().status == 201
                }
                let listed = try await server.absences(as: People.handler)
                #expect(listed.map { $0.officer?.login } == [People.head])
                #expect(listed.map(\.from) == ["2026-10-12"])
                #expect(listed.map(\.until) == ["2027-01-09"])
                #expect(listed.map { $0.deputy?.login } == [People.handler])
                #expect(listed.map(\.hasLeft) == [true])
                let deputy: PrincipalAnswer = try await server.read(
                    "/v1/whoami", as: People.handler)
                #expect(deputy.standsInFor?.map(\.officer.login) == [People.head])
                #expect(deputy.standsInFor?.first?.until == "2027-01-09")
                #expect(try await server.absences(as: "commerce.head").isEmpty)
                try await server.advance(to: "2027-01-10T00:00:00+08:00")
                #expect(try await escalate().status == 403)
                #expect(try await server.absences(as: People.handler).isEmpty)
            }
        }

        @Test func aDeputyMakesAnAbsenceShorterAndNothingElse() async throws {
            try await TestServer.run { server in
                let absence: [String: JSONValue] = [
                    "officer": .text(People.head), "from": .text("2026-11-02"),
                    "until": .text("2026-11-06"), "deputy": .text(People.handler),
                ]
                try await server.post("/v1/absences", absence, as: People.head).requiring(201)
                for (field, value, status) in [
                    ("until", "2026-11-07", 422), ("deputy", People.leader, 422),
                    ("from", "2026-11-03", 403), ("until", "2026-11-05", 201),
                ] {
                    let changed = absence.merging([field: .text(value)]) { $1 }
                    let answer = try await server.post(
                        "/v1/absences", changed, as: People.handler)
                    #expect(answer.status == status, "\(field) \(answer.text)")
                }
                #expect(
                    try await server.post("/v1/absences", absence, as: "commerce.handler").status
                        == 403)
                #expect(
                    try await server.absences(as: People.head).map(\.until) == ["2026-11-05"])
            }
        }

        @Test func whoMayStandInForWhomIsWhatTheLadderSays() async throws {
            try await TestServer.run { server in
                let folder = server.folder.appending(path: "definitions")
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true)
                let ladder = try String(
                    contentsOf: Product.workflows.appending(path: "ladder.yaml"), encoding: .utf8
                ).replacing("longestDays: 90", with: "longestDays: 10")
                    .replacing("    unitHead: [unit, aboveUnit]\n", with: "")
                    .replacing("    handler: [unit, aboveUnit]", with: "    handler: [unit]")
                try Data(ladder.utf8).write(to: folder.appending(path: "ladder.yaml"))
                try await server.tool("publish", "--workflows", folder.path)
                let absence: [String: JSONValue] = [
                    "from": .text("2026-10-12"), "until": .text("2026-10-21"),
                ]
                @Sendable func status(
                    _ login: String, _ fields: [String: JSONValue]
                ) async throws -> Int {
                    let wanted = absence.merging(fields) { $1 }
                    return try await server.post("/v1/absences", wanted, as: login).status
                }
                try await eventually("the server knows the ladder") {
                    try await status(People.handler, ["until": .text("2026-10-22")]) == 422
                }
                #expect(
                    try await status(People.head, ["deputy": .text(People.handler)]) == 422)
                #expect(
                    try await status(People.handler, ["deputy": .text(People.leader)]) == 422)
                #expect(
                    try await status(People.handler, ["deputy": .text(People.head)]) == 201)
            }
        }

        @Test func whoeverIsAwayHasADeputyWhoSeesAndActs() async throws {
            try await TestServer.run { server in
                let issue = try await Walk.issueInHandling(at: server)
                let early = try await server.act(
                    "requestEscalation", on: issue, as: People.handler, ["reason": .text("需协调")])
                #expect(early.status == 403)
                let absence: [String: JSONValue] = [
                    "from": .text("2026-10-09"), "until": .text("2026-10-12"),
                    "deputy": .text(People.handler), "reason": .text("出差"),
                ]
                #expect(
                    try await server.post("/v1/absences", absence, as: People.head).status == 201)
                try await eventually("the server knows of the absence") {
                    try await server.act(
                        "requestEscalation", on: issue, as: People.handler,
                        ["reason": .text("需协调")]
                    ).status == 201
                }
                let last = try await server.history(issue, as: People.office).last
                #expect(last?.by?.login == People.handler)
                #expect(last?.onBehalfOf?.login == People.head)
                try await server.advance(to: "2026-10-13T00:00:00+08:00")
                let after = try await server.act(
                    "requestEscalation", on: issue, as: People.handler, ["reason": .text("需协调")])
                #expect(after.status == 403)
                let soon = absence.merging(["until": .text("2027-01-06")]) { $1 }
                for (field, value) in [
                    ("from", "x"), ("until", "2026-10-01"), ("until", "2026-10-12"),
                    ("until", "2027-01-07"), ("deputy", "nobody"), ("deputy", "commerce.head"),
                    ("deputy", "integrator"),
                    ("deputy", People.head), ("reason", String(repeating: "长", count: 201)),
                ] {
                    let wrong = soon.merging([field: .text(value)]) { $1 }
                    #expect(
                        try await server.post("/v1/absences", wrong, as: People.head).status == 422)
                }
            }
        }
    }
}

extension TestServer {
    nonisolated func absences(as login: String) async throws -> [AbsenceAnswer] {
        try await read("/v1/absences", as: login, Page<AbsenceAnswer>.self).items
    }

    nonisolated func handlerIsPresent() async throws -> Bool {
        let officers: Page<OfficerAnswer> = try await read(
            "/v1/officers?unit=industry", as: People.office)
        return officers.items.first { $0.login == People.handler }?.isPresent ?? false
    }

    @discardableResult
    nonisolated func post(
        _ path: String, _ fields: [String: JSONValue], as login: String, key: String? = nil
    ) async throws -> Answer {
        try await wire.send(
            .post(path, try Filings.bytes(fields)).token(token(login))
                .with("Idempotency-Key", key.map { "\"\($0)\"" }))
    }
}
