package import Casework
package import Hummingbird
import Logging
package import NIOCore

/// Carries what middleware found out about a request to the handlers.
package struct APIContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Set by authentication; nil on the routes that need none.
    package var person: Person?
    package var language = Language.chinese
    /// What bodies may hold together; nil where nothing bounds it.
    var bodies: BodyBudget?
    package let remoteAddress: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    package var maxUploadSize: Int { 1 << 20 }
}

/// The language of names, titles and hints in answers.
package enum Language: Sendable, Hashable {
    case chinese, english

    /// Chooses by Accept-Language; Chinese unless English is preferred.
    init(acceptLanguage: String?) {
        let first = acceptLanguage?.split(separator: ",").first
            .map { $0.trimmingPrefix(while: \.isWhitespace).lowercased() }
        self = first?.hasPrefix("en") == true ? .english : .chinese
    }
}
