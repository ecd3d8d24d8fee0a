import Foundation
import Synchronization

/// Writes events as lines of JSON to a file.
package final class OutboxFile: Sendable {
    package let name = "file"
    private let path: String
    private let turn = AsyncTurn()

    package init(path: String) {
        self.path = path
    }

    /// Lets one delivery run at a time, so that no line is written twice by two drains at once.
    func withTurn(_ body: () async throws -> Void) async throws {
        await turn.take()
        do {
            try await body()
        } catch {
            await turn.give()
            throw error
        }
        await turn.give()
    }

    func append(_ events: [CloudEvent]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for event in events {
            lines.append(try encoder.encode(event))
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

/// Hands out one turn after the other.
actor AsyncTurn {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        if !isTaken {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func give() {
        if waiting.isEmpty {
            isTaken = false
        } else {
            waiting.removeFirst().resume()
        }
    }
}
