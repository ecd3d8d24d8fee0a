import Casework
import DatabaseSupport
import Definitions
import Engine
import Foundation
import Postgres
import Store
import UseCases
import WorkingTime

/// Publishes changed copies of the campaign, as an institution does.
enum NextVersion {
    /// Version 10: fewer days, no coordination, and two labels that differ.
    static func text() throws -> String {
        var text = try campaign().replacing("version: 9\n", with: "version: 10\n")
        text = text.replacing("support: 3wd, resolve: 7wd", with: "support: 3wd, resolve: 5wd")
        text = text.replacing("support: 3wd, resolve: 15wd", with: "support: 3wd, resolve: 20wd")
        text = text.replacing("{zh: 挂起, en: Suspend}", with: "{zh: 暂停办理, en: Suspend}")
        text = text.replacing(
            "  coordinating: {kind: active, label: {zh: 会商中, en: Coordinating}}\n", with: "")
        text = text.replacing(
            "returnToHandler, collect, conclude]", with: "returnToHandler, collect]")
        for action in ["convene", "conclude"] { text = removing(action, from: text) }
        text = text.replacing(
            "      - {from: unborn, to: coordinating, when: {state: [coordinating]}, effects: [{do: acceptedBefore}, {start: {clock: resolve, since: dispatchedOn, due: dueOn}}]}\n",
            with: "")
        text = text.replacing(
            "jointHandling, coordinating, awaitingEnterprise",
            with: "jointHandling, awaitingEnterprise")
        text = text.replacing(
            "jointHandling, coordinating, awaitingSignOff", with: "jointHandling, awaitingSignOff")
        text = text.replacing("  meetings: {zh: 会商次数, en: Meetings}\n", with: "")
        return text.replacing(
            "  minutes: {text: 8000, sets: minutes, label: {zh: 会商纪要, en: Minutes}}\n", with: "")
    }

    static func campaign() throws -> String {
        try PublishedSamples.workflow("enterprise-assistance.yaml").source
    }

    static func removing(_ action: String, from text: String) -> String {
        var lines = text.components(separatedBy: "\n")
        guard let start = lines.firstIndex(of: "  \(action):") else { return text }
        let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix("    ") } ?? lines.endIndex
        lines.removeSubrange(start..<end)
        return lines.joined(separator: "\n")
    }

    /// Publishes a text as the owner, and lets the fixture see it.
    static func publish(_ text: String, in fixture: TestFixture) async throws {
        var texts = PublishedTexts()
        texts.workflows = [.init(file: "next.yaml", source: text)]
        try await publish(texts, in: fixture)
    }

    /// Returns: the lines that people read.
    @discardableResult
    static func publish(
        _ published: PublishedTexts, in fixture: TestFixture
    ) async throws -> [String] {
        let lines = try await fixture.publish(published)
        try await fixture.reload()
        return lines
    }

    /// The plan from version 9 to version 10.
    static func move(
        in fixture: TestFixture, states: [String: String] = [:]
    ) throws -> VersionMove {
        let world = fixture.world.value
        guard let old = world.definitions.workflow("enterprise-assistance", version: 9),
            let new = world.definitions.workflow("enterprise-assistance", version: 10)
        else { throw TestClusterFault("two versions must be published") }
        return VersionMove(from: old.id, to: new.id, states: states)
    }

    static func mover(
        _ fixture: TestFixture, _ move: VersionMove, at: Instant? = nil
    ) throws -> MoveVersions {
        guard case .person(let person) = try fixture.principal("administrator.system") else {
            throw TestClusterFault("no administrator")
        }
        return MoveVersions(
            move, by: person.id, in: fixture.world.value, fixture.records,
            at: at ?? fixture.time.now)
    }

    static func publishMoves(_ fixture: TestFixture, _ mover: MoveVersions) async throws {
        try await fixture.asOwner { try await mover.publish(through: $0) }
    }
}
