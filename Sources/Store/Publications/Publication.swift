package import Casework
import Engine
import Postgres
package import Workflow
package import WorkingTime

/// One version of a workflow, as it was published.
package struct PublishedVersion: Sendable {
    package let id: WorkflowVersionID
    package let workflow: String
    package let version: Int
    package let source: String
    /// Of the source.
    package let digest: [UInt8]
    /// What its issues are about.
    package let subject: SubjectKind

    package var text: PublishedTexts.Text {
        PublishedTexts.Text(file: "\(workflow)@\(version)", source: source)
    }
}

/// One revision of a calendar, a table or a directory, as it was published.
package struct PublishedDocument: Sendable {
    /// `calendar`, `routing`, `ladder`, `notices` or `directory`.
    package let kind: String
    package let name: String
    package let revision: Int
    package let source: String
    /// Of the source.
    package let digest: [UInt8]

    package init(kind: String, name: String, revision: Int, source: String, digest: [UInt8]) {
        self.kind = kind
        self.name = name
        self.revision = revision
        self.source = source
        self.digest = digest
    }
}

/// Everything that is published, and the directory beside it, as rows hold it.
package struct Publication: Sendable {
    /// Ordered by workflow and version.
    package let versions: [PublishedVersion]
    /// Ordered by name and revision.
    package let calendars: [PublishedDocument]
    /// The newest; nil where none was published, as with the two below.
    package let routing: PublishedDocument?
    package let ladder: PublishedDocument?
    package let notices: PublishedDocument?
    /// Knows every state that the versions name.
    package let catalogue: StateCatalogue
    let rows: DirectoryRows

    /// Makes days into instants of the city's zone.
    package func directory(in zone: ZoneTable) throws -> Directory {
        do {
            return try rows.directory(in: zone)
        } catch let error as PostgresError {
            throw StoreFailure(error)
        }
    }
}
