import AsyncHTTPClient
import Client
import CommandText
import Languages

/// Tells which version the tool is, and beside it that of the server that it would call.
struct VersionReport {
    let invocation: Invocation

    /// What `--version` does, as help says it.
    static let purpose = Label(
        zh: "显示版本，并问服务器的版本。", en: "Shows the version, and that of the server.")

    init(_ invocation: Invocation) { self.invocation = invocation }

    /// A server that is away leaves its version out: nothing was asked of it.
    func ending() async throws -> Ending {
        let own = "zhuqi \(ToolVersion.text)"
        let environment = invocation.environment
        let profiles = ProfileStore(directory: environment.configurationDirectory)
        let named = option("--profile")
        let profile = try profiles.chosen(option: named, environment: environment)
        let stored = try profiles.credentials(of: profile).load()
        let server =
            option("--server") ?? (named == nil ? environment.server : nil) ?? stored?.server
            ?? Credentials.defaultServer
        guard let address = ServerAddress(server) else {
            return Ending(status: .done, answer: [own])
        }
        return Ending(status: .done, answer: [own, await line(of: address)])
    }

    private func line(of server: ServerAddress) async -> String {
        let language = invocation.language
        let name = language("服务器 \(server)", "server \(server)")
        do {
            let version = try await version(of: server)
            return "\(name)  \(version?.plain ?? language("未告知版本", "tells no version"))"
        } catch {
            return "\(name)  \(language("连不上", "can't be reached"))"
        }
    }

    private func version(of server: ServerAddress) async throws -> String? {
        try await HTTPClient.withHTTPClient(configuration: APIClient.connection) { http in
            try await APIClient(
                server: server, token: nil, http: http, retries: RetryPolicy(attemptLimit: 1)
            ).serverVersion()
        }
    }

    /// What the command line gives an option.
    private func option(_ name: String) -> String? {
        let given = invocation.given
        return given.firstIndex(of: name).flatMap { place in
            given.indices.contains(place + 1) ? given[place + 1] : nil
        }
    }
}
