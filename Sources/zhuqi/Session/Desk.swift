import AsyncHTTPClient
import Client
import Languages

/// Holds what a signed-in member of staff works with while one command runs.
struct Desk: Sendable {
    let client: APIClient
    let console: Console
    let language: Language
    let form: OutputForm

    /// Opens a desk for as long as the work takes.
    static func open(
        _ options: SharedOptions, in surroundings: Surroundings,
        work: (Desk) async throws -> Void
    ) async throws {
        let store = CredentialStore(directory: surroundings.configurationDirectory)
        let credentials = try Credentials.chosen(
            option: options.server, surroundings: surroundings, stored: store.load())
        try await open(options, credentials, in: surroundings, work: work)
    }

    /// Opens a desk with credentials that are not stored yet.
    static func open(
        _ options: SharedOptions, _ credentials: Credentials, in surroundings: Surroundings,
        work: (Desk) async throws -> Void
    ) async throws {
        let server = try credentials.serverAddress()
        let language = options.language(in: surroundings)
        try await HTTPClient.withHTTPClient(configuration: APIClient.connection) { http in
            let client = APIClient(
                server: server, token: credentials.token, language: language.rawValue, http: http)
            let desk = Desk(
                client: client, console: .live(surroundings), language: language,
                form: options.outputForm)
            try await work(desk)
        }
    }
}

/// Names what the answer of a command is written for.
enum OutputForm: Sendable {
    case people
    case programs
}
