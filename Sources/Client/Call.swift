/// Describes one call, to be made once or several times the same.
struct Call: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
        case head = "HEAD"
    }

    var method: Method
    let url: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]?
    /// How long one attempt may take.
    var limit: Duration = .seconds(30)

    static func get(_ url: String) -> Call {
        Call(method: .get, url: url, limit: .seconds(15))
    }

    static func delete(_ url: String) -> Call { Call(method: .delete, url: url) }

    static func post(
        _ url: String, body: [UInt8], headers: [(name: String, value: String)] = []
    ) -> Call {
        sending(.post, url, body, headers)
    }

    static func put(_ url: String, body: [UInt8]) -> Call { sending(.put, url, body, []) }

    private static func sending(
        _ method: Method, _ url: String, _ body: [UInt8],
        _ headers: [(name: String, value: String)]
    ) -> Call {
        let type = (name: "Content-Type", value: "application/json")
        return Call(method: method, url: url, headers: [type] + headers, body: body)
    }
}
