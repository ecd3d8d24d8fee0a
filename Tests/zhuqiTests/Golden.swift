import Foundation
import Testing

/// Compares text with a file beside the tests.
///
/// With `RECORD_GOLDEN=1` in the environment it writes the file instead, to be read before it is
/// committed.
enum Golden {
    static func expect(
        _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = directory.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(text == expected, "differs from Golden/\(name)", sourceLocation: sourceLocation)
    }

    static func expect(
        lines: [String], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expect(
            lines.map { $0 + "\n" }.joined(), name, sourceLocation: sourceLocation)
    }

    private static var directory: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    }
}
