import AsyncHTTPClient
import Client
import Languages

/// Holds what one command of a signed-in member of staff works with.
struct Session: Sendable {
    let client: APIClient
    var console: Console
    let language: Language
    let form: OutputForm
    /// The filters that are kept under names; nil where nothing is kept.
    var contexts: ContextStore?

    /// Opens a session for as long as the work takes.
    static func open(
        _ options: SharedOptions, in environment: Environment,
        work: (Session) async throws -> Void
    ) async throws {
        let profiles = ProfileStore(directory: environment.configurationDirectory)
        let profile = try profiles.chosen(option: options.profile, environment: environment)
        let stored = try profiles.credentials(of: profile).load()
        guard stored != nil || options.profile == nil else {
            throw StaffError.noProfile(profile, known: profiles.all())
        }
        let credentials = try Credentials.chosen(
            option: options.server, environment: environment, stored: stored,
            isNamed: options.profile != nil)
        try await open(options, credentials, in: environment, work: work)
    }

    /// Opens a session with credentials that are not stored yet.
    static func open(
        _ options: SharedOptions, _ credentials: Credentials, in environment: Environment,
        work: (Session) async throws -> Void
    ) async throws {
        let server = try credentials.serverAddress()
        let language = options.language(in: environment)
        let profiles = ProfileStore(directory: environment.configurationDirectory)
        let profile = try profiles.chosen(option: options.profile, environment: environment)
        let console = Console.live(environment, pages: !options.noPager)
        let waiting = waiting(for: server, language)
        let tellWaiting: APIClient.WhenSlow = { console.warn(lines: [waiting]) }
        try await HTTPClient.withHTTPClient(configuration: APIClient.connection) { http in
            let client = APIClient(
                server: server, token: credentials.token, language: language.rawValue, http: http,
                whenSlow: console.showsProgress ? tellWaiting : nil, deadline: options.deadline)
            let session = Session(
                client: client, console: console, language: language,
                form: options.outputForm,
                contexts: ContextStore(
                    directory: environment.configurationDirectory, profile: profile))
            try await work(session)
        }
    }

    private static func waiting(for server: ServerAddress, _ language: Language) -> String {
        language(
            "正在等待服务器 \(server) 回答……（Ctrl-C 停止）",
            "waiting for the server \(server) … (Ctrl-C stops)")
    }
}

/// Names what the answer of a command is written for.
enum OutputForm: Sendable {
    case people
    case programs
}
