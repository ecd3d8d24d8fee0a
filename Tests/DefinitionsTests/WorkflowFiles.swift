import Definitions
import Foundation

/// Finds the files under `Workflows/` from the place of this one.
enum WorkflowFiles {
    static func text(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(
            contentsOf: root.appendingPathComponent("Workflows/\(path)"), encoding: .utf8)
    }
}
