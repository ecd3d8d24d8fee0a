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
    /// What the log is told of the request; nil where none of its lines are written.
    package var trace: RequestTrace?
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

    /// Chooses by Accept-Language, the weights as RFC 9110 has them; Chinese unless English weighs
    /// more, or as much and comes first.
    init(acceptLanguage: String?) {
        var best: (language: Language, weight: Double) = (.chinese, 0)
        for range in (acceptLanguage ?? "").split(separator: ",") {
            let parts = range.split(separator: ";").map {
                $0.trimmingPrefix(while: \.isWhitespace).lowercased().split(separator: " ").joined()
            }
            guard let name = parts.first?.split(separator: "-").first,
                let language: Language =
                    name == "en" ? .english : name == "zh" || name == "*" ? .chinese : nil
            else { continue }
            let given = parts.dropFirst().first { $0.hasPrefix("q=") }.map { $0.dropFirst(2) }
            let weight = given.map { Double($0) ?? 0 } ?? 1
            if weight > best.weight { best = (language, min(weight, 1)) }
        }
        self = best.language
    }
}
