import Engine
import Foundation
import Logging
import Synchronization
import Testing

@testable import Notices

@Suite("Folders of letters")
struct PrivateFolderTests {
    @Test("go with what they hold, and nothing is said")
    func removed() throws {
        let told = Told()
        let folder = try PrivateFolder()
        _ = try folder.write("示例联系人 13900000001", as: "message")
        folder.remove(telling: ObservationLog(told.logger))
        #expect(!FileManager.default.fileExists(atPath: folder.path.path))
        #expect(told.lines.isEmpty)
    }

    /// Nobody may remove anything there, the superuser neither.
    @Test("that stay are told to the log, with the place and none of the words")
    func stays() {
        let told = Told()
        PrivateFolder(at: URL(filePath: "/proc/self/attr")).remove(
            telling: ObservationLog(told.logger))
        #expect(told.lines.count == 1)
        #expect(told.lines.first?.hasPrefix("error a folder with a letter was not removed") == true)
        #expect(told.lines.first?.contains("/proc/self/attr") == true)
    }
}

/// Keeps the lines of a log.
private final class Told: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(told: self) } }

    private struct Handler: LogHandler {
        let told: Told
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            told.kept.withLock {
                $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])")
            }
        }
    }
}
