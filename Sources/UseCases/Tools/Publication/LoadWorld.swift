package import Casework
import Engine
package import Store
import Workflow
import WorkingTime

/// Reads the published world.
package struct LoadWorld: Sendable {
    private let publications: PublicationRecords
    private let reading: any DefinitionReading

    package init(_ publications: PublicationRecords, by reading: any DefinitionReading) {
        self.publications = publications
        self.reading = reading
    }

    /// Loads everything; the catalogue knows every state that the world's workflows name.
    ///
    /// - Throws: `StoreFailure` where nothing was published yet.
    package func load() async throws -> (world: World, catalogue: StateCatalogue) {
        let publication = try await publications.all()
        do {
            return (try publication.world(by: reading), publication.catalogue)
        } catch let fault as WorldFault {
            throw StoreFailure.fault(fault.description)
        }
    }
}

extension Publication {
    fileprivate func world(by reading: any DefinitionReading) throws -> World {
        let workflows = try versions.map { version in
            PublishedWorkflow(
                id: version.id, version: version.version,
                definition: try reading.publishedWorkflow(version.text))
        }
        guard !workflows.isEmpty else {
            throw WorldFault("no workflow is published: run zhuqid publish")
        }
        let calendars = try calendars.map { calendar in
            try WorkingCalendar(
                try reading.calendar(calendar.text(as: "\(calendar.name)@\(calendar.revision)")),
                revision: calendar.revision)
        }
        return World(
            definitions: PublishedDefinitions(workflows),
            calendars: PublishedCalendars(calendars),
            directory: try directory(in: calendars.first?.zone ?? .utc),
            routing: try routing.map { try reading.routing($0.text(as: $0.kind)) }
                ?? RoutingTable(rules: []),
            ladders: try ladder.map { try reading.ladders($0.text(as: $0.kind)) }
                ?? Ladders(handling: Ladder(levels: []), service: Ladder(levels: [])),
            notices: try notices.map { try reading.notices($0.text(as: $0.kind)) } ?? .plain)
    }
}

extension PublishedDocument {
    /// - Parameter file: what it is called where something is wrong with it.
    fileprivate func text(as file: String) -> PublishedTexts.Text {
        PublishedTexts.Text(file: file, source: source)
    }
}
