import DatabaseSupport
import Foundation
import Testing

/// Compares text with a file beside the tests.
///
/// With `RECORD_GOLDEN=1` in the environment it writes the file instead, to be read before it is
/// committed.
enum Golden {
    static func expect(_ text: String, _ name: String) throws {
        let file = Checkout.root.appending(path: "Tests/HTTPAPITests/Golden").appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(text == expected, "differs from Golden/\(name)")
    }
}
