import Casework
import Definitions
import Foundation
import Workflow

/// Finds the files under `Workflows/` from the place of this one.
enum WorkflowFiles {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Workflows")

    /// What the files there may include.
    static let includable = IncludableFiles.folder(folder)

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// The text that is published of a workflow's file.
    static func whole(_ file: String) throws -> PublishedTexts.Text {
        try DefinitionReader.whole(
            PublishedTexts.Text(file: file, source: text(file)), including: includable)
    }

    static func workflow(_ file: String) throws -> WorkflowDefinition {
        try DefinitionReader.workflow(text(file), file: file, including: includable)
    }
}
