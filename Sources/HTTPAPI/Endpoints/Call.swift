import APIText
import Casework
import Engine
import Hummingbird
import Languages

/// One request on its way through the handler of its route.
struct Call: Sendable {
    let request: Request
    let context: APIContext

    init(_ request: Request, _ context: APIContext) {
        self.request = request
        self.context = context
    }

    var language: Language { context.language }
    var parameters: Parameters { request.uri.queryParameters }

    /// The person whose token it is.
    ///
    /// - Throws: `unauthenticated` on a route that asks for no token.
    func person() throws(RequestFault) -> Person { try context.requirePerson() }

    /// What makes the request count once, where it names a key.
    ///
    /// - Throws: `keyMalformed`.
    func requestKey(_ body: [UInt8]) throws(RequestFault) -> RequestKey? {
        try RequestHeaders.requestKey(request, body: body, of: try person())
    }

    /// What stands in the address for a name of the route's path.
    func step(_ name: String) throws -> String { try context.parameters.require(name) }
}
