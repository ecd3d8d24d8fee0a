import Foundation

/// One Swift file under `Sources`.
struct SourceFile: CustomStringConvertible {
    let target: String
    /// Below `Sources`.
    let path: String
    let lines: [Substring]

    var description: String { path }

    /// The lines that are no comments.
    var code: [Substring] {
        lines.filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
    }

    /// The modules that the file imports.
    var imports: [String] {
        code.compactMap { line in
            line.firstMatch(of: /^\s*(?:@\w+ )*(?:(?:public|package|internal) )?import (\w+)/)
                .map { String($0.output.1) }
        }
    }
}

/// Reads the checkout that the suite was built from.
enum SourceFiles {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let workflows = root.appending(path: "Workflows")

    static func all() throws -> [SourceFile] {
        try paths(in: "Sources", ending: ".swift").map { path in
            SourceFile(
                target: String(path.prefix { $0 != "/" }), path: path,
                lines: try text("Sources/\(path)")
                    .split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    static func paths(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
            .filter { $0.hasSuffix(ending) }.sorted()
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
