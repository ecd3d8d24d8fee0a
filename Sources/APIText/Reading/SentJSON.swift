package import APIModel
package import JSON
import UseCases

/// JSON that somebody sent: read within limits, and only where nobody has to wonder at its fields.
package struct SentJSON: Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The same, where leaving it out says that nothing is wanted otherwise.
    package var orEmptyObject: SentJSON { bytes.isEmpty ? SentJSON(bytes: Array("{}".utf8)) : self }

    /// - Parameters:
    ///   - shape: the type's own, which says what fields may stand at each place.
    ///   - limits: how deep it may be, and how many values it may hold.
    package func decode<Value: Decodable>(
        _ type: Value.Type, shape: Shape, within limits: JSONLimits = Self.limits
    ) throws -> Value {
        try read(within: limits) { whole in
            if case .record = shape {
                guard case .object = whole.kind else {
                    throw InputFault.wrongType("", zh: "须为对象", en: "must be an object")
                }
            }
            let unknown = shape.unknownFields(in: whole)
            guard unknown.isEmpty else { throw InputFault.unknownField(unknown) }
            do {
                return try whole.decode(type)
            } catch let error as DecodingError {
                throw error.fault
            }
        }
    }

    /// What is deep, or holds very many values, may cost whoever reads it more than it is worth.
    package static let limits = JSONLimits(deepest: 32, mostValues: 10_000)

    private func read<Value>(
        within limits: JSONLimits, _ body: (JSONElement) throws -> Value
    ) throws -> Value {
        do {
            return try JSONText.read(bytes, within: limits, body)
        } catch let fault as JSONText.Fault {
            throw RequestFault(fault, within: limits)
        }
    }
}
