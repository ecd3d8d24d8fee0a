import ArgumentParser
import Engine
import Foundation

extension LinkKey {
    /// Reads the key of enterprises' links from a file of at least 32 secret bytes.
    init(file: String) throws {
        guard let key = LinkKey(bytes: Array(try Data(contentsOf: URL(filePath: file)))) else {
            throw ValidationError("\(file) has less than 32 bytes")
        }
        self = key
    }
}

/// The option of commands that change many issues.
struct LinkKeyOptions: ParsableArguments {
    @Option(
        help: """
            A file with 32 secret bytes, the server's: for issues that get a link of their enterprise \
            by the way. Without it they stay as they are, and the report says so.
            """)
    var linkKeyFile: String?

    func key() throws -> LinkKey? { try linkKeyFile.map { try LinkKey(file: $0) } }
}
