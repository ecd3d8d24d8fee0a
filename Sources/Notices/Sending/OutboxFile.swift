import Engine
import Foundation
import JSON

/// Writes events as lines of JSON to a file.
package struct OutboxFile: Sendable {
    package let name = "file"
    private let path: String

    package init(path: String) {
        self.path = path
    }

    func append(_ events: [CloudEvent]) throws {
        var lines = Data()
        for event in events {
            lines.append(contentsOf: try JSONText.encode(event))
            lines.append(0x0A)
        }
        if !FileManager.default.fileExists(atPath: path) {
            let isMade = FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            guard isMade else { throw EngineFailure.fault("the outbox file can't be made") }
        }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { handle.closeFile() }
        try handle.seekToEnd()
        try handle.write(contentsOf: lines)
        try handle.synchronize()
    }
}
