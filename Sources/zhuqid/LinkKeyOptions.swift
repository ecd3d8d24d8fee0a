import ArgumentParser
import CommandText
import Engine
import Foundation
import Settings

extension LinkKey {
    /// Reads the key of enterprises' links from a file of at least 32 secret bytes.
    init(file: String) throws {
        guard let key = LinkKey(bytes: Array(try Data(contentsOf: URL(filePath: file)))) else {
            throw ValidationError(
                zh: "\(file) 不足 32 字节", en: "\(file) has less than 32 bytes")
        }
        self = key
    }
}

/// The option of commands that change many issues: for those that get a link of their enterprise by
/// the way. Without it they stay as they are, and the report says so.
struct LinkKeyOptions: SettingOptions {
    @Option(ServerSettings.linkKeyFile) var linkKeyFile: String?

    var flags: [String: String?] { [ServerSettings.linkKeyFile.name: linkKeyFile] }

    /// - Parameter options: those of the command that name a file of settings.
    func key(_ options: DatabaseOptions) throws -> LinkKey? {
        try GivenSettings([options, self])(ServerSettings.linkKeyFile).map {
            try LinkKey(file: $0)
        }
    }
}
