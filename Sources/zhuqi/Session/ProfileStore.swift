import Foundation
import Languages

/// Finds the logins that are kept, and remembers which of them is used.
struct ProfileStore: Sendable {
    let directory: URL

    private var choice: OwnFile { OwnFile(directory: directory, name: "profile") }

    func credentials(of profile: Profile) -> CredentialStore {
        CredentialStore(directory: directory, profile: profile)
    }

    /// The login that the command line names, else the environment, else the one that was chosen.
    func chosen(option: String?, environment: Environment) throws(StaffError) -> Profile {
        if let name = option ?? environment.profile { return try Profile(named: name) }
        return try current()
    }

    func current() throws(StaffError) -> Profile {
        do {
            guard let content = try choice.read() else { return .standard }
            return try Profile(named: String(decoding: content, as: UTF8.self).line)
        } catch {
            throw .credentials(
                Label(
                    zh: "\(choice.path) 无法读取；请运行 zhuqi profile use 登录配置",
                    en: "\(choice.path) can't be read; choose again with zhuqi profile use"))
        }
    }

    func use(_ profile: Profile) throws(StaffError) {
        try choice.write(Data((profile.name + "\n").utf8))
    }

    /// Those that are signed in, the standard one first.
    func all() -> [Profile] {
        // Without the folder nobody was ever signed in.
        let names = FileManager.default.enumerator(atPath: directory.path(percentEncoded: false))
        let profiles = (names?.compactMap { $0 as? String } ?? []).compactMap {
            CredentialStore.profile(ofFile: $0)
        }
        return profiles.sorted { ($0.isStandard ? "" : $0.name) < ($1.isStandard ? "" : $1.name) }
    }

    /// Forgets a login; where it was the chosen one, the standard one is from now on.
    ///
    /// Returns: false where nobody was signed in.
    func delete(_ profile: Profile) throws(StaffError) -> Bool {
        let wasSignedIn = try credentials(of: profile).remove()
        if try current() == profile { _ = try choice.remove() }
        return wasSignedIn
    }
}

extension String {
    fileprivate var line: String { String(prefix { !$0.isNewline }) }
}
