import APIModel
import Foundation
import Testing

/// What people do at the server, in few words.
extension TestServer {
    nonisolated func get(
        _ path: String, as login: String?, language: String? = nil
    ) async throws -> Answer {
        var call = WireCall.get(path).with("Accept-Language", language)
        if let login { call = call.token(try await token(login)) }
        return try await wire.send(call)
    }

    nonisolated func read<Value: Decodable>(
        _ path: String, as login: String, _ type: Value.Type = Value.self
    ) async throws -> Value {
        try await get(path, as: login).requiring(200).decoded()
    }

    nonisolated func file(
        _ body: [UInt8], as login: String = "officer1", key: String? = UUID().uuidString
    ) async throws -> Answer {
        try await wire.send(
            .post("/v1/cases", body).token(try await token(login)).with("Idempotency-Key", key))
    }

    nonisolated func filed(_ body: [UInt8], as login: String = "officer1") async throws
        -> CaseAnswer
    {
        try await file(body, as: login).requiring(201).decoded()
    }

    /// Files one issue and returns its id.
    nonisolated func issue() async throws -> String {
        try await #require(filed(Filings.body()).issues.first).id
    }

    nonisolated func act(
        _ action: String, on issue: String, as login: String, _ fields: [String: JSONValue]? = nil,
        comment: String? = nil, version: String? = "*", key: String? = UUID().uuidString
    ) async throws -> Answer {
        let body = try Filings.bytes(ActionBody(action: action, comment: comment, fields: fields))
        return try await act(body, on: issue, as: login, version: version, key: key)
    }

    nonisolated func act(
        _ body: [UInt8], on issue: String, as login: String, version: String? = "*",
        key: String? = UUID().uuidString
    ) async throws -> Answer {
        try await wire.send(
            .post("/v1/issues/\(issue)/actions", body).token(try await token(login))
                .with("If-Match", version).with("Idempotency-Key", key))
    }

    @discardableResult
    nonisolated func did(
        _ action: String, on issue: String, as login: String, _ fields: [String: JSONValue]? = nil
    ) async throws -> ActionAnswer {
        try await act(action, on: issue, as: login, fields).requiring(201).decoded()
    }

    @discardableResult
    nonisolated func advance(to instant: String) async throws -> ClockAdvanced {
        try await clock(instant, as: "administrator.system").requiring(200).decoded()
    }

    nonisolated func clock(_ instant: String, as login: String) async throws -> Answer {
        try await wire.send(
            .post("/v1/clock", try Filings.bytes(ClockAdvance(advanceTo: instant)))
                .token(try await token(login)))
    }

    nonisolated func head(_ issue: String, as login: String) async throws -> IssueAnswer {
        try await read("/v1/issues/\(issue)", as: login)
    }

    nonisolated func history(_ issue: String, as login: String) async throws -> [EventAnswer] {
        try await read(
            "/v1/issues/\(issue)/events?limit=200", as: login, Page<EventAnswer>.self
        ).items
    }
}
