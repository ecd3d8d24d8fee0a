import APIModel
import ArgumentParser
import Foundation
import JSON
import Languages
import ScriptedServer
import Synchronization
import Testing

@testable import zhuqi

/// Supporting units that are typed beside those that routing proposes.
@Suite struct SupportingUnitsTests {
    private let issue = "ZQ2026-000123-1"

    private static func field(
        _ name: String, _ form: String, standing: [String]? = nil
    ) -> ActionsAnswer.Field {
        ActionsAnswer.Field(
            name: name, label: LabelAnswer(zh: name, en: name), form: form, isRequired: false,
            choices: nil, standing: standing)
    }

    private static let actions = ActionsAnswer(
        version: 7, state: "accepted",
        items: [
            ActionsAnswer.Item(
                action: "dispatch", label: LabelAnswer(zh: "交办", en: "Dispatch"),
                isAllowed: true, refusedBy: nil, reason: nil,
                fields: [
                    field("leadUnit", "unit"),
                    field("supportingUnits", "units", standing: ["CZ01", "GX01"]),
                ]),
            ActionsAnswer.Item(
                action: "consult", label: LabelAnswer(zh: "会办", en: "Consult"), isAllowed: true,
                refusedBy: nil, reason: nil, fields: [field("supportingUnits", "units")]),
        ])

    /// What the command sends as supporting units; nil where it sends none.
    private func sent(_ arguments: [String], action: String = "dispatch") async throws -> [String]?
    {
        let done = ActionAnswer(event: Samples.acknowledge, issue: Samples.issue())
        let sent = Mutex<[String]?>(nil)
        try await ScriptedServer.run([
            .ok(try json(Self.actions)), .response(status: 201, body: try json(done)),
        ]) { address, server in
            try await DoCommand.parse([action, issue] + arguments)
                .perform(at: Transcript().session(address))
            let body = try JSONText.decode(
                ActionBody.self, from: Array(#require(server.received.last).body.utf8))
            guard case .list(let units) = body.fields?["supportingUnits"] else { return }
            let codes = units.compactMap { if case .text(let code) = $0 { code } else { nil } }
            sent.withLock { $0 = codes }
        }
        return sent.withLock { $0 }
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }

    @Test func areAddedToThoseThatAreProposed() async throws {
        #expect(try await sent(["--support", "SW01"]) == ["CZ01", "GX01", "SW01"])
        #expect(try await sent(["--support", "GX01,SW01"]) == ["CZ01", "GX01", "SW01"])
        #expect(
            try await sent(["--support", "SW01", "--support", "RS01"])
                == ["CZ01", "GX01", "SW01", "RS01"])
    }

    @Test func keepThoseThatAreProposedWhereOnlyTheLeadIsNamed() async throws {
        #expect(try await sent(["--lead", "JR01"]) == ["CZ01", "GX01"])
        #expect(try await sent(["--lead", "GX01", "--support", "SW01"]) == ["CZ01", "SW01"])
        #expect(try await sent([]) == nil)
    }

    @Test func replaceThemOnlyWhereThatIsSaid() async throws {
        #expect(try await sent(["--only-support", "SW01"]) == ["SW01"])
        #expect(try await sent(["--only-support", ""]) == [])
        #expect(try await sent(["--field", "supportingUnits=SW01"]) == ["SW01"])
    }

    @Test func standAloneWhereNothingIsProposed() async throws {
        #expect(try await sent(["--support", "SW01"], action: "consult") == ["SW01"])
    }

    @Test func areNotBothAddedAndReplaced() {
        #expect(throws: (any Error).self) {
            try DoCommand.parse(
                ["dispatch", issue, "--support", "SW01", "--only-support", "RS01"])
        }
    }

    @Test func thatAreLeftOutOfTheProposalAreNamed() {
        var event = Samples.dispatch(supporting: ["GX01"])
        event.proposal = EventAnswer.Proposed(
            lead: Samples.finance, supporting: [Samples.treasury, Samples.industry],
            explanation: "", basis: "proposal")
        let receipt = ActionReceipt(
            answer: ActionAnswer(event: event, issue: Samples.issue()), language: .zh)
        #expect(receipt.lines.contains("  建议协办而未列入：市财政局"))
        #expect(EventDetails(event: event, language: .zh).lines.contains("建议协办而未列入：市财政局"))
        event.proposal = EventAnswer.Proposed(
            lead: Samples.finance, supporting: [Samples.industry], explanation: "",
            basis: "proposal")
        #expect(EventDetails(event: event, language: .zh).leftOut == nil)
    }
}

extension Samples {
    fileprivate static func dispatch(supporting: [String]) -> EventAnswer {
        EventAnswer(
            sequence: 3, at: "2026-10-09T10:00:00+08:00", action: "dispatch",
            actionLabel: LabelAnswer(zh: "交办", en: "Dispatch"), from: "accepted",
            to: "dispatched", by: zhang, role: "cityOffice", roleLabel: roleLabel("cityOffice"),
            comment: nil, fields: [:],
            changes: [
                "leadUnit": .text("JR01"), "supportingUnits": .list(supporting.map { .text($0) }),
            ], clocks: [], digest: "")
    }
}
