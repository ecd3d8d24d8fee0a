import Casework
import Definitions
import Foundation
import Workflow
import WorkingTime

/// The world that `Workflows/` describes, ids given by position.
enum DemoWorld {
    static let world = read { try make() }
    static let directory = world.directory
    static let assistance = read {
        guard let workflow = world.currentWorkflow("enterprise-assistance") else {
            throw MissingDemo(name: "enterprise-assistance")
        }
        return workflow
    }
    static let calendar = read {
        guard let calendar = world.currentCalendar("cn") else { throw MissingDemo(name: "cn") }
        return calendar
    }
    static let enterprises = read {
        try document().enterprises.enumerated().map { index, entry in
            Enterprise(
                id: EnterpriseID(Int64(index + 1)), creditCode: entry.creditCode, name: entry.name,
                division: entry.division, tags: entry.tags)
        }
    }

    /// Makes the world over another directory.
    static func world(with directory: Directory) throws -> World {
        let names = ["enterprise-assistance", "three-deliveries"]
        return World(
            directory: directory,
            routing: try DefinitionReader.routing(text("routing.yaml"), file: "routing.yaml"),
            ladder: try DefinitionReader.ladder(text("ladder.yaml"), file: "ladder.yaml"),
            workflows: try names.enumerated().map { index, name in
                PublishedWorkflow(
                    id: WorkflowVersionID(Int64(index + 1)), version: 1,
                    definition: try DefinitionReader.workflow(text("\(name).yaml"), file: name))
            },
            calendars: [
                try WorkingCalendar(
                    DefinitionReader.calendar(text("calendars/cn.yaml"), file: "cn.yaml"),
                    revision: 1)
            ])
    }

    private static func make() throws -> World {
        try world(with: DemoDirectory.directory(document()))
    }

    private static func document() throws -> DirectoryDocument {
        try DefinitionReader.directory(text("demo/directory.yaml"), file: "directory.yaml")
    }

    private static func text(_ path: String) throws -> String {
        var root = URL(filePath: #filePath)
        for _ in 1...4 { root.deleteLastPathComponent() }
        return try String(contentsOf: root.appending(path: "Workflows/\(path)"), encoding: .utf8)
    }

    private static func read<Value>(_ body: () throws -> Value) -> Value {
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
