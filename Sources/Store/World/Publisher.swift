import Casework
import Crypto
import Definitions
package import Postgres
import Workflow
package import WorkingTime

/// Publishes workflows, calendars, routing, ladder and directory, as the owner.
///
/// What was published is never changed: the same text again does nothing, another text makes the
/// next version or revision.
package struct Publisher: Sendable {
    private let connection: PostgresConnection
    private let queries: QueryCatalogue
    private let now: Instant

    package init(connection: PostgresConnection, queries: QueryCatalogue, now: Instant) {
        self.connection = connection
        self.queries = queries
        self.now = now
    }

    /// Publishes in one transaction, so that the world is never half of one and half of another.
    ///
    /// - Returns: a line for each text, for people.
    /// - Throws: `PublicationRefusal`, also where a directory would leave open issues to nobody.
    package func publish(
        _ texts: PublishedTexts, isDryRun: Bool = false
    ) async throws -> [String] {
        _ = try await connection.run([
            TransactionControl.begin, queries.statement(.lockDirectory),
        ])
        do {
            let before = try await changesDirectory(texts) ? try await world() : nil
            var lines: [String] = []
            for (kind, text) in texts.documents {
                lines.append(try await publish(document: text, kind: kind))
            }
            for text in texts.workflows { lines.append(try await publish(workflow: text)) }
            if let directory = texts.directory { lines.append(try await publish(directory)) }
            lines += try await warnings(of: texts)
            try await refuseStranding(since: before)
            _ = try await connection.query(
                isDryRun ? TransactionControl.rollback : TransactionControl.commit)
            return lines
        } catch {
            if connection.isUsable { _ = try await connection.query(TransactionControl.rollback) }
            throw error
        }
    }

    /// The world as it stands in the transaction; nil where no workflow is published, so that nothing is
    /// open.
    private func world() async throws -> (world: World, catalogue: StateCatalogue)? {
        guard try await rows(.workflowVersions).first != nil else { return nil }
        return try await WorldLoader(within: connection, queries: queries).load()
    }

    private func changesDirectory(_ texts: PublishedTexts) async throws -> Bool {
        guard let text = texts.directory else { return false }
        return try await newestDirectoryText() != text.source
    }

    private func refuseStranding(
        since before: (world: World, catalogue: StateCatalogue)?
    ) async throws {
        guard let before, let after = try await world() else { return }
        let problems = try await StrandingCheck(
            connection: connection, queries: queries, catalogue: after.catalogue,
            before: before.world, after: after.world,
            now: try await Installation.read(connection, queries).now(now)
        ).problems()
        guard problems.isEmpty else { throw PublicationRefusal.strands(problems) }
    }

    /// Tells of units with hours of their own that the directory does not know: it may come later.
    private func warnings(of texts: PublishedTexts) async throws -> [String] {
        let known = Set(try await rows(.units).map { try $0.text(1) })
        return try texts.documents.filter { $0.kind == "calendar" }.flatMap { _, text in
            let calendar = try DefinitionReader.calendar(text.source, file: text.file)
            return Set(calendar.hours.flatMap(\.units)).subtracting(known).sorted().map {
                "warning: calendar \(calendar.name) has hours of \($0), "
                    + "which is no unit of the directory"
            }
        }
    }

    private func rows(_ name: QueryName, _ parameters: Parameter...) async throws -> Rows {
        try await connection.query(queries.statement(name, parameters))
    }

    private func publish(workflow text: PublishedTexts.Text) async throws -> String {
        let definition = try DefinitionReader.workflow(text.source, file: text.file)
        guard
            try await rows(.newestDocument, .text("calendar"), .text(definition.calendar)).first
                != nil
        else { throw PublicationRefusal.noCalendar(definition.calendar, file: text.file) }
        let known = try await rows(.workflowVersions).filter { try $0.text(1) == definition.id }
        let digest = Array(SHA256.hash(data: Array(text.source.utf8)))
        let version = Int32(definition.version)
        if let same = try known.first(where: { try $0.int32(2) == version }) {
            guard try same.bytes(4) == digest else {
                throw PublicationRefusal.changed(
                    workflow: definition.id, version: definition.version,
                    newest: Int(try known.last?.int32(2) ?? version), file: text.file)
            }
            return "\(definition.id): version \(version), unchanged"
        }
        if let newest = try known.last?.int32(2), version < newest {
            throw PublicationRefusal.older(
                workflow: definition.id, version: definition.version, newest: Int(newest),
                file: text.file)
        }
        let row = try await rows(
            .addWorkflowVersion, .text(definition.id), .int32(version), .text(text.source),
            .bytes(digest), .timestamp(microseconds: now.microseconds)
        ).first
        guard let id = try row?.int64(0) else { throw WorldFault("no version was added") }
        try await addMoves(of: definition, as: id)
        return "\(definition.id): version \(version) published"
    }

    private func addMoves(of definition: WorkflowDefinition, as id: Int64) async throws {
        let moves =
            definition.moves + CalendarAdoption.moves(of: definition)
            + Handover.moves(of: definition)
        _ = try await rows(
            .addStates, .int64(id), .texts(definition.states.map(\.name)),
            .bools(definition.states.map(\.isOpen)))
        _ = try await rows(.addActions, .texts(Set(moves.map(\.action)).sorted()))
        let added = try await rows(
            .addMoves, .int64(id), .texts(moves.map(\.from)), .texts(moves.map(\.action)),
            .texts(moves.map(\.to)))
        guard added.affectedCount == moves.count else {
            throw WorldFault("\(moves.count) moves were to be added, \(added.affectedCount) were")
        }
    }

    private func publish(document text: PublishedTexts.Text, kind: String) async throws -> String {
        let name = try Self.check(text, kind: kind)
        let newest = try await rows(.newestDocument, .text(kind), .text(name)).first
        let digest = Array(SHA256.hash(data: Array(text.source.utf8)))
        if let newest, try newest.bytes(2) == digest {
            return "\(kind) \(name): revision \(try newest.int32(0)), unchanged"
        }
        let revision = try (newest?.int32(0) ?? 0) + 1
        _ = try await rows(
            .addDocument, .text(kind), .text(name), .int32(revision), .text(text.source),
            .bytes(digest), .timestamp(microseconds: now.microseconds))
        return "\(kind) \(name): revision \(revision) published"
    }

    /// Reads a text for its faults; returns the name that it is published under.
    private static func check(_ text: PublishedTexts.Text, kind: String) throws -> String {
        switch kind {
        case "calendar":
            let definition = try DefinitionReader.calendar(text.source, file: text.file)
            _ = try WorkingCalendar(definition, revision: 1)
            return definition.name
        case "routing":
            _ = try DefinitionReader.routing(text.source, file: text.file)
        case "ladder":
            _ = try DefinitionReader.ladder(text.source, file: text.file)
        case "notices":
            _ = try DefinitionReader.notices(text.source, file: text.file)
        default: break
        }
        return kind
    }

    private func newestDirectoryText() async throws -> String? {
        try await rows(.newestDocument, .text("directory"), .text("directory")).first?.text(1)
    }

    private func publish(_ text: PublishedTexts.Text) async throws -> String {
        let document = try DefinitionReader.directory(text.source, file: text.file)
        let earlier = try await newestDirectoryText()
        let line = try await publish(document: text, kind: "directory")
        // The same text again is no reason to undo what was imported since.
        guard earlier != text.source else { return line }
        try await DirectoryWriter(connection: connection, queries: queries).write(
            document,
            after: try earlier.map {
                try DefinitionReader.directory($0, file: "the directory published before")
            })
        return line
            + ": \(document.units.count) units, \(document.persons.count) persons, "
            + "\(document.enterprises.count) enterprises"
    }
}

/// Says why a sound text is not published.
package enum PublicationRefusal: Error, Hashable, CustomStringConvertible {
    /// The version was published with another content.
    case changed(workflow: String, version: Int, newest: Int, file: String)
    /// The calendar that its clocks run on is not published.
    case noCalendar(String, file: String)
    /// A later version was published already.
    case older(workflow: String, version: Int, newest: Int, file: String)
    /// The directory would leave open issues to nobody: a sentence for each unit.
    case strands([String])

    package var description: String {
        switch self {
        case .changed(let workflow, let version, let newest, let file):
            "\(file): version \(version) of \(workflow) was published with another content, which "
                + "stays as it is; write `version: \(newest + 1)` and publish that"
        case .noCalendar(let calendar, let file):
            "\(file): no calendar `\(calendar)` is published; publish it first, or with the workflow"
        case .older(let workflow, let version, let newest, let file):
            "\(file): version \(newest) of \(workflow) is published already, so \(version) comes "
                + "too late; write `version: \(newest + 1)`"
        case .strands(let problems):
            (problems + [StrandingCheck.remedy]).joined(separator: "\n")
        }
    }
}

/// The texts to publish, each with the file that it came from.
package struct PublishedTexts: Sendable {
    package struct Text: Sendable {
        package let file: String
        package let source: String

        package init(file: String, source: String) {
            self.file = file
            self.source = source
        }
    }

    package var workflows: [Text] = []
    /// By kind: `calendar`, `routing`, `ladder`, `notices`.
    package var documents: [(kind: String, text: Text)] = []
    package var directory: Text?

    package init() {}
}

extension Publisher {
    /// The text of the directory that was published last.
    package static func newestDirectory(
        _ connection: PostgresConnection, _ queries: QueryCatalogue
    ) async throws -> String {
        let row = try await connection.query(
            queries.statement(.newestDocument, .text("directory"), .text("directory"))
        ).first
        guard let row else { throw WorldFault("no directory is published") }
        return try row.text(1)
    }
}
