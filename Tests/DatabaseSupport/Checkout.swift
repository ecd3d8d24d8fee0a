package import Foundation

/// Finds the files that lie outside the targets.
package enum Checkout {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    package static let migrations = root.appending(path: "SQL/migrations")
    package static let queries = root.appending(path: "SQL/queries")
    package static let workflows = root.appending(path: "Workflows")

    /// Lists files below a folder whose names end so, sorted by path.
    package static func files(in folder: URL, ending: String) throws -> [URL] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return names.filter { $0.hasSuffix(ending) }.sorted().map { folder.appending(path: $0) }
    }
}
