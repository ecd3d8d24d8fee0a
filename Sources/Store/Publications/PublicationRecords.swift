import Casework
import Postgres
import Workflow

/// Reads what was published.
package struct PublicationRecords: Sendable {
    let statements: NamedStatements

    package init(_ statements: NamedStatements) { self.statements = statements }

    /// Changes whenever something was published.
    package func mark() async throws -> Int64 {
        try await statements.rows(.publicationMark).first?.int64("mark") ?? 0
    }

    /// Reads everything; the states come last, so that those of every version are among them.
    package func all() async throws -> Publication {
        try await converting {
            let versions = try await versions()
            let calendars = try await documents(of: "calendar")
            let rows = try await DirectoryRows(statements)
            return Publication(
                versions: versions, calendars: calendars, routing: try await newest("routing"),
                ladder: try await newest("ladder"), notices: try await newest("notices"),
                catalogue: try await catalogue(), rows: rows)
        }
    }

    /// Lists the published versions, ordered by workflow and version.
    package func versions() async throws -> [PublishedVersion] {
        try await statements.rows(.workflowVersions).map { row in
            PublishedVersion(
                id: WorkflowVersionID(try row.int64("id")), workflow: try row.text("workflow"),
                version: Int(try row.int32("version")), source: try row.text("source"),
                digest: try row.bytes("digest"),
                subject: SubjectKind(rawValue: try row.text("subject")) ?? .enterprise)
        }
    }

    /// Reads the last revision of a document; nil where none was published.
    package func newest(_ kind: String, named name: String) async throws -> PublishedDocument? {
        try await statements.rows(.newestDocument, .text(kind), .text(name)).first.map { row in
            PublishedDocument(
                kind: kind, name: name, revision: Int(try row.int32("revision")),
                source: try row.text("source"), digest: try row.bytes("digest"))
        }
    }

    /// Reads the last revision of what there is one of.
    package func newest(_ kind: String) async throws -> PublishedDocument? {
        try await newest(kind, named: kind)
    }

    /// The text of the directory that was published last.
    package func newestDirectory() async throws -> String {
        guard let document = try await newest("directory") else {
            throw WorldFault("no directory is published")
        }
        return document.source
    }

    private func documents(of kind: String) async throws -> [PublishedDocument] {
        try await statements.rows(.documents, .text(kind)).map { row in
            PublishedDocument(
                kind: kind, name: try row.text("name"), revision: Int(try row.int32("revision")),
                source: try row.text("source"), digest: try row.bytes("digest"))
        }
    }

    private func catalogue() async throws -> StateCatalogue {
        let states = try await statements.rows(.states).map { row in
            StateCatalogue.State(
                id: try row.int32("id"),
                workflow: try row.int64OrNil("workflow_version_id").map(WorkflowVersionID.init),
                name: try row.text("name"), isOpen: try row.bool("is_open"))
        }
        let actions = try await statements.rows(.actions).map {
            (id: try $0.int32("id"), name: try $0.text("name"))
        }
        return StateCatalogue(states: states, actions: actions)
    }
}
