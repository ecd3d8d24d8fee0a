package import Casework
import Postgres
package import Workflow
package import WorkingTime

extension DirectoryTransaction {
    package func add(_ document: PublishedDocument, at now: Instant) async throws {
        _ = try await statements.rows(
            .addDocument, .text(document.kind), .text(document.name),
            .int32(Int32(document.revision)), .text(document.source), .bytes(document.digest),
            .timestamp(microseconds: now.microseconds))
    }

    /// Adds a version of a workflow with its states, the moves between them and those of
    /// administrators.
    package func add(
        _ definition: WorkflowDefinition, source: String, digest: [UInt8], at now: Instant
    ) async throws {
        let moves = definition.moves
        let row = try await statements.rows(
            .addWorkflowVersion, .text(definition.id), .int32(Int32(definition.version)),
            .text(source), .bytes(digest), .timestamp(microseconds: now.microseconds),
            .text(definition.subject.rawValue)
        ).first
        guard let id = try row?.int64("id") else { throw WorldFault("no version was added") }
        _ = try await statements.rows(
            .addStates, .int64(id), .texts(definition.states.map(\.name)),
            .bools(definition.states.map(\.isOpen)))
        _ = try await statements.rows(.addActions, .texts(Set(moves.map(\.action)).sorted()))
        let added = try await statements.rows(
            .addMoves, .int64(id), .texts(moves.map(\.from)), .texts(moves.map(\.action)),
            .texts(moves.map(\.to)))
        guard added.affectedCount == moves.count else {
            throw WorldFault("\(moves.count) moves were to be added, \(added.affectedCount) were")
        }
        _ = try await statements.rows(.addAdministrativeMoves, .int64(id))
    }

    /// Adds the moves by which running issues go to another version; those that are there stay.
    package func add(
        _ moves: [Move], from old: WorkflowVersionID, to new: WorkflowVersionID
    ) async throws {
        _ = try await statements.rows(
            .addVersionMoves, .int64(old.rawValue), .int64(new.rawValue),
            .texts(moves.map(\.from)), .texts(moves.map(\.to)), .text(VersionMove.action.name))
    }
}
