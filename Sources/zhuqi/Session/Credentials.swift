import Client
import Settings

/// Says whom to call, and as whom.
struct Credentials: Codable, Hashable, Sendable {
    static let defaultServer = StaffSettings.server.standard

    let server: String
    let token: String

    /// Chooses among what the command line, the environment and the last login say.
    ///
    /// Invariant: a stored token goes to the server that it was stored for, and to no other.
    /// Throws: `notSignedIn` where no token fits.
    static func chosen(
        option: String?, environment: Environment, stored: Credentials?
    ) throws(StaffError) -> Credentials {
        let server = option ?? environment.server ?? stored?.server ?? defaultServer
        let storedToken = stored?.isFor(server) == true ? stored?.token : nil
        guard let token = environment.token ?? storedToken else { throw .notSignedIn }
        return Credentials(server: server, token: try validated(token: token))
    }

    /// Throws: `usage` for what is no address of a server.
    func serverAddress() throws(StaffError) -> ServerAddress {
        guard let address = ServerAddress(server) else {
            throw .usage(
                zh: "不是服务器的 http(s) 地址：\(server)",
                en: "not an http(s) address of a server: \(server)")
        }
        return address
    }

    /// Throws: `usage` for what can't be a token.
    static func validated(token: String) throws(StaffError) -> String {
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw .usage(
                zh: "不是令牌：须为不含空格的可见字符，形如 zq_…",
                en: "not a token: it must be visible ASCII without blanks, like zq_…")
        }
        return token
    }

    private func isFor(_ other: String) -> Bool {
        ServerAddress(server) != nil && ServerAddress(server) == ServerAddress(other)
    }
}
