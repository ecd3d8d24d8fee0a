import Foundation
import Languages

/// Finds what is tested: the program beside the test bundle, and the checkout it was built from.
enum Product {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let zhuqid = Bundle.main.bundleURL.appending(path: "zhuqid")

    static let zhuqi = Bundle.main.bundleURL.appending(path: "zhuqi")

    static let workflows = root.appending(path: "Workflows")

    static let directory = workflows.appending(path: "demo/directory.yaml")

    /// Runs `zhuqid` to its end and returns what it printed.
    @discardableResult
    static func tool(
        _ arguments: [String], database conninfo: String, in language: Language = .en
    ) async throws -> String {
        try await Subprocess.output(
            of: zhuqid, arguments,
            environment: environment(database: conninfo).merging(speaking(language)) { $1 })
    }

    /// What makes the programs speak a language.
    static func speaking(_ language: Language) -> [String: String] {
        ["LC_ALL": language("zh_CN.UTF-8", "en_GB.UTF-8")]
    }

    static func environment(database conninfo: String) -> [String: String] {
        ["ZHUQI_DATABASE": conninfo, "ZHUQI_SQL": root.appending(path: "SQL").path]
            .merging(speaking(.en)) { $1 }
    }
}
