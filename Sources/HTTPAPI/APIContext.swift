package import Casework
package import Hummingbird
package import Languages
import Logging
package import NIOCore

/// Carries what middleware found out about a request to the handlers.
package struct APIContext: RequestContext, RemoteAddressRequestContext, Sendable {
    package var coreContext: CoreRequestContextStorage
    /// Set by authentication; nil on the routes that need none.
    package var person: Person?
    package var language = Language.zh
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
