import Foundation
import Languages

/// Keeps the credentials of a login in a file that only its owner may read.
struct CredentialStore: Sendable {
    let directory: URL
    var profile = Profile.standard

    private static let (stem, ending) = ("credentials", ".json")

    private var file: OwnFile {
        let name = profile.isStandard ? Self.stem : "\(Self.stem).\(profile.name)"
        return OwnFile(directory: directory, name: name + Self.ending)
    }

    /// Whose credentials a file of this name holds; nil where it holds none.
    static func profile(ofFile name: String) -> Profile? {
        guard name != stem + ending else { return .standard }
        guard name.hasPrefix(stem + "."), name.hasSuffix(ending) else { return nil }
        let inner = String(name.dropFirst(stem.count + 1).dropLast(ending.count))
        do { return try Profile(named: inner) } catch { return nil }
    }

    /// Returns nil before the first login.
    func load() throws(StaffError) -> Credentials? {
        do {
            return try file.read().map { try JSONDecoder().decode(Credentials.self, from: $0) }
        } catch {
            throw .credentials(
                Label(
                    zh: "\(file.path) 无法读取；请重新运行 zhuqi login",
                    en: "\(file.path) can't be read; sign in again with zhuqi login"))
        }
    }

    func save(_ credentials: Credentials) throws(StaffError) {
        try file.write(Data(PrettyJSON.text(credentials).utf8))
    }

    /// Returns false where nobody was signed in.
    func remove() throws(StaffError) -> Bool { try file.remove() }
}
