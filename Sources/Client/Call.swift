/// Describes one call, to be made once or several times the same.
struct Call: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    let method: Method
    let url: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]?
    /// How long one attempt may take.
    var limit: Duration = .seconds(30)

    static func get(_ url: String) -> Call {
        Call(method: .get, url: url, limit: .seconds(15))
    }

    static func post(
        _ url: String, body: [UInt8], headers: [(name: String, value: String)] = []
    ) -> Call {
        let type = (name: "Content-Type", value: "application/json")
        return Call(method: .post, url: url, headers: [type] + headers, body: body)
    }
}
