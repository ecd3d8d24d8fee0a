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
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        // Bytes, since a string reader may drop the byte order mark.
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(
            Array(text.utf8) == Array(expected.utf8), "differs from Golden/\(name)",
            sourceLocation: sourceLocation)
    }
}
