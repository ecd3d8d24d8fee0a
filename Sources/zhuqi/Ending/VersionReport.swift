import AsyncHTTPClient
import Client
import CommandText
import Languages

/// Tells which version the tool is, and beside it that of the server that it would call.
struct VersionReport {
    let invocation: Invocation

    init(_ invocation: Invocation) { self.invocation = invocation }

    /// A server that is away leaves its version out: nothing was asked of it.
    func ending() async throws -> Ending {
        let own = "zhuqi \(ToolVersion.text)"
        let stored = try CredentialStore(
            directory: invocation.environment.configurationDirectory
        ).load()
        let server =
            option ?? invocation.environment.server ?? stored?.server ?? Credentials.defaultServer
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

    /// The server that the command line names.
    private var option: String? {
        let given = invocation.given
        return given.firstIndex(of: "--server").flatMap { place in
            given.indices.contains(place + 1) ? given[place + 1] : nil
        }
    }
}
