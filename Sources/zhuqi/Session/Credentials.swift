import Client
import Settings

/// Says whom to call, and as whom.
struct Credentials: Codable, Hashable, Sendable {
    static let defaultServer = StaffSettings.server.standard

    let server: String
    let token: String

    /// Chooses among what the command line, the environment and a login say.
    ///
    /// Invariant: a stored token goes to the server that it was stored for, and to no other.
    /// - Parameter isNamed: whether the command line names the login, which is then nearer than the
    ///   environment's server and token.
    /// - Throws: `notSignedIn` where no token fits.
    static func chosen(
        option: String?, environment: Environment, stored: Credentials?, isNamed: Bool = false
    ) throws(StaffError) -> Credentials {
        let (givenServer, givenToken) =
            isNamed ? (nil, nil) : (environment.server, environment.token)
        let server = option ?? givenServer ?? stored?.server ?? defaultServer
        let storedToken = stored?.isFor(server) == true ? stored?.token : nil
        guard let token = givenToken ?? storedToken else { throw .notSignedIn }
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
