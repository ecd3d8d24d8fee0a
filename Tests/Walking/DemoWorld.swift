package import Casework
import Definitions
import Foundation
import Workflow
package import WorkingTime

/// The world that `Workflows/` describes, ids given by position.
package enum DemoWorld {
    package static let world = read { try make() }
    package static let directory = world.directory
    /// The login of somebody who handles, reviews and calls back, so that separation is tried.
    package static let manyHats = "many.hats"
    /// The same world with that person in it.
    package static let walked = read { try world(with: directory.adding(persons: [hats()])) }
    package static let assistance = workflow("enterprise-assistance")
    package static let deliveries = workflow("three-deliveries")
    package static let calendar = read {
        guard let calendar = world.calendars.current("cn") else { throw MissingDemo(name: "cn") }
        return calendar
    }
    package static let enterprises = read {
        try document().enterprises.enumerated().map { index, entry in
            Enterprise(
                id: EnterpriseID(Int64(index + 1)), creditCode: entry.creditCode, name: entry.name,
                division: entry.division, tags: entry.tags)
        }
    }

    /// Makes the world over another directory.
    ///
    /// - Parameter changed: makes other texts of the workflows' whole texts.
    package static func world(
        with directory: Directory, changed: (String) throws -> String = { $0 }
    ) throws -> World {
        let names = ["enterprise-assistance", "three-deliveries"]
        let workflows = try names.enumerated().map { index, name in
            PublishedWorkflow(
                id: WorkflowVersionID(Int64(index + 1)), version: 2,
                definition: try DefinitionReader.workflow(
                    changed(whole("\(name).yaml").source), file: name))
        }
        let calendar = try WorkingCalendar(
            DefinitionReader.calendar(text("calendars/cn.yaml"), file: "cn.yaml"), revision: 1)
        return World(
            definitions: PublishedDefinitions(workflows),
            calendars: PublishedCalendars([calendar]), directory: directory,
            routing: try DefinitionReader.routing(text("routing.yaml"), file: "routing.yaml"),
            ladders: try DefinitionReader.ladder(text("ladder.yaml"), file: "ladder.yaml"))
    }

    package static func workflow(_ name: String) -> PublishedWorkflow {
        read {
            guard let workflow = world.definitions.current(name) else {
                throw MissingDemo(name: name)
            }
            return workflow
        }
    }

    private static func hats() throws -> Person {
        func unit(_ code: String) throws -> UnitID {
            guard let unit = directory.unit(code: code) else { throw MissingDemo(name: code) }
            return unit.id
        }
        let city = try unit("zhengzhou")
        return Person(
            id: PersonID(9_000), login: manyHats, name: "示例·兼职人员", phone: nil,
            grants: [
                .init(role: .handler, unit: try unit("industry")),
                .init(role: .handler, unit: try unit("humanResources")),
                .init(role: .districtOffice, unit: try unit("division.410102")),
                .init(role: .taskForce, unit: try unit("taskForce.production")),
                .init(role: .caller, unit: city),
            ], pairedEnterprises: [])
    }

    private static func make() throws -> World {
        try world(with: DemoDirectory.directory(document()))
    }

    private static func document() throws -> DirectoryDocument {
        try DefinitionReader.directory(text("demo/directory.yaml"), file: "directory.yaml")
    }

    /// The text of a workflow's file, with what it takes from others written in.
    package static func whole(_ path: String) throws -> PublishedTexts.Text {
        try DefinitionReader.whole(
            PublishedTexts.Text(file: path, source: text(path)), including: .folder(folder))
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    private static var folder: URL {
        var root = URL(filePath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        return root.appending(path: "Workflows")
    }

    package static func read<Value>(_ body: () throws -> Value) -> Value {
        do {
            return try body()
        } catch {
            preconditionFailure("the demonstration can't be read: \(error)")
        }
    }
}

struct MissingDemo: Error {
    let name: String
}
