package import Casework
import Definitions
import Foundation

/// Reads what the templates publish: everything under `Workflows`, the demo directory included.
package enum PublishedSamples {
    package static func texts() throws -> PublishedTexts {
        var texts = PublishedTexts()
        texts.workflows = try ["enterprise-assistance.yaml", "three-deliveries.yaml"].map(workflow)
        texts.documents = [
            (kind: "calendar", text: try text("calendars/cn.yaml")),
            (kind: "routing", text: try text("routing.yaml")),
            (kind: "ladder", text: try text("ladder.yaml")),
            (kind: "notices", text: try text("notices.yaml")),
        ]
        texts.directory = try text("demo/directory.yaml")
        return texts
    }

    /// The whole text that is published of a workflow's file.
    package static func workflow(_ name: String) throws -> PublishedTexts.Text {
        try DefinitionReader.whole(text(name), including: .folder(Checkout.workflows))
    }

    package static func text(_ name: String) throws -> PublishedTexts.Text {
        let file = Checkout.workflows.appending(path: name)
        return PublishedTexts.Text(
            file: name, source: try String(contentsOf: file, encoding: .utf8))
    }
}
