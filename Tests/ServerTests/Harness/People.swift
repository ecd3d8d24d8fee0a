import APIModel

/// Who acts on the sample issue, by login in the demo directory.
enum People {
    static let officer = "officer1"
    static let office = "office.410105"
    static let strangerOffice = "office.410102"
    static let cityOffice = "cityOffice1"
    static let handler = "industry.handler"
    static let head = "industry.head"
    static let supporter = "developmentReform.handler"
    static let leader = "viceMayor"
    static let caller = "caller"
    static let auditor = "auditor"
    static let administrator = "administrator.system"
}

/// The way of the sample issue, step by step.
enum Walk {
    static let reply: [String: JSONValue] = [
        "reply": .text("已协调供货二百吨。"), "result": .text("solved"), "evidence": evidence,
        "outcome": .object(["supplied": .integer(200)]),
    ]
    static let evidence = JSONValue.list([
        .object(["kind": .text("record"), "text": .text("供货协议")])
    ])

    /// Brings a submitted issue to its units.
    static func dispatch(_ issue: String, at server: TestServer) async throws {
        try await server.did("accept", on: issue, as: People.office)
        try await server.did("triage", on: issue, as: People.office, ["class": .text("C")])
        try await server.did(
            "dispatch", on: issue, as: People.office,
            [
                "leadUnit": .text("industry"),
                "supportingUnits": .list([.text("developmentReform")]),
            ])
    }

    /// Brings a dispatched issue into the hands of a handler.
    static func handle(_ issue: String, at server: TestServer) async throws {
        try await server.did("acknowledge", on: issue, as: People.handler)
        try await server.did("claim", on: issue, as: People.handler)
    }

    /// Brings an issue in handling before the enterprise.
    static func resolve(_ issue: String, at server: TestServer) async throws {
        try await server.did(
            "overruleOpinions", on: issue, as: People.head, ["reason": .text("已电话确认无异议")])
        try await server.did("proposeResolution", on: issue, as: People.handler, reply)
        try await server.did(
            "reportResolved", on: issue, as: People.head, ["evidence": evidence])
        try await server.did(
            "approveResolution", on: issue, as: People.office, ["grade": .text("good")])
    }

    /// Lets an issue in handling be tracked for long, by a plan.
    static func track(_ issue: String, at server: TestServer) async throws {
        try await server.did(
            "overruleOpinions", on: issue, as: People.head, ["reason": .text("已电话确认无异议")])
        try await server.did("proposeResolution", on: issue, as: People.handler, reply)
        try await server.did(
            "reportResolved", on: issue, as: People.head, ["evidence": evidence])
        try await server.did(
            "proposeTracking", on: issue, as: People.office,
            [
                "plan": .list([.object(["on": .text("2026-11-20"), "what": .text("全部到货")])]),
                "nextReportOn": .text("2026-10-30"),
            ])
        try await server.did("approveTracking", on: issue, as: People.leader)
    }

    /// Files an issue and brings it into the hands of a handler.
    static func issueInHandling(at server: TestServer) async throws -> String {
        let issue = try await server.issue()
        try await dispatch(issue, at: server)
        try await handle(issue, at: server)
        return issue
    }
}
