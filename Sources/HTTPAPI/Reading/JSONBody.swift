import APIModel
import Casework
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Reads request bodies; fields that nobody asked for are refused, with their place.
struct JSONBody {
    let bytes: [UInt8]
    /// Held as long as the bytes.
    private let share: BodyBudget.Share?

    init(bytes: [UInt8]) {
        self.bytes = bytes
        share = nil
    }

    /// - Throws: `bodyTooLarge`; `notJSON` where it says that it is something else, or nothing;
    ///   `brokenBody` where the sender left, or wrote no HTTP.
    init(_ request: Request, _ context: APIContext) async throws {
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        guard announced ?? 0 <= context.maxUploadSize else { throw RequestFault.bodyTooLarge }
        let isJSON = ContentType.isPlainJSON(request.headers)
        guard isJSON || announced ?? 0 == 0 else { throw RequestFault.notJSON }
        share = context.bodies.map(BodyBudget.Share.init)
        var read: [UInt8] = []
        do {
            for try await part in request.body {
                guard read.count + part.readableBytes <= context.maxUploadSize else {
                    throw RequestFault.bodyTooLarge
                }
                guard isJSON || part.readableBytes == 0 else { throw RequestFault.notJSON }
                try share?.take(part.readableBytes)
                read.append(contentsOf: part.readableBytesView)
            }
        } catch let fault as RequestFault {
            throw fault
        } catch {
            throw RequestFault.brokenBody
        }
        guard announced ?? read.count == read.count else { throw RequestFault.brokenBody }
        bytes = read
    }

    /// The same, where leaving the body out says that nothing is wanted otherwise.
    var orEmptyObject: JSONBody { bytes.isEmpty ? JSONBody(bytes: Array("{}".utf8)) : self }

    /// - Parameter shape: the fields that may stand at each place.
    func decode<Value: Decodable>(_ type: Value.Type, shape: BodyShape) throws -> Value {
        let value = try value()
        if case .object = shape {
            guard case .object = value else {
                throw RequestFault.wrongType(pointer: "", expected: "must be an object")
            }
        }
        let unknown = shape.unknownFields(in: value)
        guard unknown.isEmpty else { throw RequestFault.unknownField(unknown) }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw Self.fault(error)
        }
    }

    /// What no JSON value can be read from is malformed, wherever it stops. Nothing is decoded before
    /// its nesting and its number of values are known to be small.
    private func value() throws(RequestFault) -> JSONValue {
        do throws(JSONScan.Fault) {
            try JSONScan.check(bytes)
        } catch {
            throw Self.fault(error)
        }
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        } catch {
            throw Self.malformed
        }
    }

    private static func fault(_ fault: JSONScan.Fault) -> RequestFault {
        switch fault {
        case .notJSON: malformed
        case .tooDeep:
            .malformed(
                zh: "嵌套不得超过 \(JSONScan.deepest) 层。",
                en: "At most \(JSONScan.deepest) levels may be nested.")
        case .tooMany:
            .malformed(
                zh: "一次最多 \(JSONScan.mostValues) 个值。",
                en: "At most \(JSONScan.mostValues) values may be sent at once.")
        }
    }

    private static let malformed = RequestFault.malformed(
        zh: "不是合法的 JSON。", en: "This is not valid JSON.")

    /// Reads an action in one pass: it is the body that comes most.
    func action() throws(RequestFault) -> ActionBody {
        let value = try value()
        guard case .object(let members) = value else {
            throw .wrongType(pointer: "", expected: "must be an object")
        }
        let unknown = BodyShape.object(["action": .open, "comment": .open, "fields": .open])
            .unknownFields(in: value)
        guard unknown.isEmpty else { throw .unknownField(unknown) }
        return ActionBody(
            action: try Self.requiredText(members["action"], at: "/action"),
            comment: try Self.text(members["comment"], at: "/comment"),
            fields: try Self.members(members["fields"], at: "/fields"))
    }

    private static func requiredText(
        _ value: JSONValue?, at pointer: String
    ) throws(RequestFault) -> String {
        guard let text = try text(value, at: pointer) else {
            throw .wrongType(pointer: pointer, expected: "is required")
        }
        return text
    }

    private static func text(
        _ value: JSONValue?, at pointer: String
    ) throws(RequestFault) -> String? {
        switch value {
        case nil, .null: return nil
        case .text(let text): return text
        default: throw .wrongType(pointer: pointer, expected: "must be text")
        }
    }

    private static func members(
        _ value: JSONValue?, at pointer: String
    ) throws(RequestFault) -> [String: JSONValue]? {
        switch value {
        case nil, .null: return nil
        case .object(let members): return members
        default: throw .wrongType(pointer: pointer, expected: "must be an object")
        }
    }

    private static func fault(_ error: DecodingError) -> RequestFault {
        switch error {
        case .keyNotFound(let key, let context):
            .wrongType(
                pointer: pointer(context.codingPath + [key]), expected: "is required")
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            .wrongType(pointer: pointer(context.codingPath), expected: "must be \(name(of: type))")
        // The text is JSON: what can't be read of it is a number that does not fit.
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            .wrongType(pointer: pointer(context.codingPath), expected: "must be a whole number")
        default: malformed
        }
    }

    private static func pointer(_ path: [any CodingKey]) -> String {
        path.map { JSONPointer.step($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text"
        case is Bool.Type: "true or false"
        case is Int.Type, is Int64.Type, is Double.Type: "a number"
        case is [String: Any].Type: "an object"
        case is [Any].Type: "a list"
        default: "a value of another type"
        }
    }
}

/// Says which fields a JSON object may have, and what lies below them.
indirect enum BodyShape: Sendable {
    /// Anything goes: the workflow decides.
    case open
    case object([String: BodyShape])
    case list(BodyShape)

    func unknownFields(in value: JSONValue, at pointer: String = "") -> [Problem.FieldProblem] {
        switch (self, value) {
        case (.object(let known), .object(let fields)):
            fields.sorted { $0.key < $1.key }.flatMap { name, value in
                let place = pointer + JSONPointer.step(name)
                return known[name].map { $0.unknownFields(in: value, at: place) }
                    ?? [.init(pointer: place, detail: "unknown field")]
            }
        case (.list(let shape), .list(let items)):
            items.enumerated().flatMap { index, item in
                shape.unknownFields(in: item, at: "\(pointer)/\(index)")
            }
        default: []
        }
    }
}
