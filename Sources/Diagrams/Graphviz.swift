package import Languages
import Subprocess

/// Lays pictures out by Graphviz's `dot`, a program of its own.
package enum Graphviz {
    /// Why there is no picture.
    package enum Fault: Error, CustomStringConvertible {
        case notInstalled
        case failed(String)
        case tookTooLong(Duration)

        package var description: String { words.en }

        package var words: Label {
            switch self {
            case .notInstalled:
                Label(
                    zh: "没有安装 Graphviz：apt-get install graphviz",
                    en: "Graphviz is not installed: apt-get install graphviz")
            case .failed(let reason):
                Label(zh: "Graphviz 出错：\(reason)", en: "Graphviz failed: \(reason)")
            case .tookTooLong(let timeout):
                Label(
                    zh: "Graphviz 超过 \(timeout.components.seconds) 秒没有画完",
                    en: "Graphviz took more than \(timeout.components.seconds) seconds")
            }
        }
    }

    private static let sizeLimit = 8 * 1024 * 1024

    /// Lays a picture out as SVG.
    ///
    /// - Parameter timeout: how long `dot` may take.
    /// Throws: `Fault`.
    package static func svg(
        of diagram: StateDiagram, within timeout: Duration = .seconds(20)
    ) async throws -> String {
        try await withThrowingTaskGroup(of: String.self) { group in
            let text = diagram.dot
            group.addTask { try await run(text) }
            group.addTask {
                try await Task.sleep(for: timeout)
                throw Fault.tookTooLong(timeout)
            }
            defer { group.cancelAll() }
            guard let svg = try await group.next() else { throw Fault.tookTooLong(timeout) }
            return svg
        }
    }

    private static func run(_ text: String) async throws -> String {
        do {
            let result = try await Subprocess.run(
                .name("dot"), arguments: ["-Tsvg"], input: .string(text),
                output: .string(limit: sizeLimit), error: .string(limit: 65536))
            guard result.terminationStatus.isSuccess else {
                throw Fault.failed(result.standardError)
            }
            return result.standardOutput
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw Fault.notInstalled
        }
    }
}
