import APIModel
import APIText
import Hummingbird
import JSON

/// The body of a request, read when the handler's turn for it has come.
struct SentBody<Value: Decodable & Sendable>: Sendable {
    /// What was read, and the bytes it was read from.
    struct Read: Sendable {
        let value: Value
        let body: JSONBody

        var bytes: [UInt8] { body.bytes }
    }

    private let call: Call
    private let shape: Shape
    private let limits: BodyLimits
    private let mayBeEmpty: Bool

    init(_ call: Call, _ shape: Shape, _ limits: BodyLimits, mayBeEmpty: Bool) {
        self.call = call
        self.shape = shape
        self.limits = limits
        self.mayBeEmpty = mayBeEmpty
    }

    /// - Throws: `RequestFault` for what is no JSON or too much of it; `InputFault` for fields that
    ///   nobody reads and values of another form.
    func read() async throws -> Read {
        let body = try await JSONBody(call.request, call.context)
        let value = try body.decode(Value.self, shape, limits, mayBeEmpty: mayBeEmpty)
        return Read(value: value, body: body)
    }
}

/// How deep a body may be, and how many values it may hold.
struct BodyLimits: Sendable {
    static let usual = BodyLimits(json: SentJSON.limits)
    /// Forty values an item of many, where all are used.
    static let many = BodyLimits(json: JSONLimits(deepest: 32, mostValues: 20_000))

    let json: JSONLimits
}
