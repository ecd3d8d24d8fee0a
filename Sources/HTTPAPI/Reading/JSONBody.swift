import APIModel
import Casework
import HTTPTypes
import Hummingbird
import JSON
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

    /// - Parameters:
    ///   - shape: the fields that may stand at each place.
    ///   - limits: how deep it may be, and how many values it may hold.
    func decode<Value: Decodable>(
        _ type: Value.Type, shape: BodyShape, within limits: JSONLimits = Self.limits
    ) throws -> Value {
        try read(within: limits) { whole in
            if case .object = shape {
                guard case .object = whole.kind else {
                    throw RequestFault.wrongType(pointer: "", expected: "must be an object")
                }
            }
            let unknown = shape.unknownFields(in: whole)
            guard unknown.isEmpty else { throw RequestFault.unknownField(unknown) }
            do {
                return try whole.decode(type)
            } catch let error as DecodingError {
                throw Self.fault(error)
            }
        }
    }

    /// What is deep, or holds very many values, may cost whoever reads it more than it is worth.
    static let limits = JSONLimits(deepest: 32, mostValues: 10_000)

    private func read<Value>(
        within limits: JSONLimits, _ body: (JSONElement) throws -> Value
    ) throws -> Value {
        do {
            return try JSONText.read(bytes, within: limits, body)
        } catch let fault as JSONText.Fault {
            throw Self.fault(fault, limits)
        }
    }

    private static func fault(_ fault: JSONText.Fault, _ limits: JSONLimits) -> RequestFault {
        switch fault {
        case .notJSON(at: nil): malformed
        case .notJSON(at: let place?):
            .malformed(
                zh: "第 \(place + 1) 个字节处不是合法的 JSON。",
                en: "This is not valid JSON at byte \(place + 1).")
        case .tooDeep:
            .malformed(
                zh: "嵌套不得超过 \(limits.deepest) 层。",
                en: "At most \(limits.deepest) levels may be nested.")
        case .tooMany:
            .malformed(
                zh: "一次最多 \(limits.mostValues) 个值。",
                en: "At most \(limits.mostValues) values may be sent at once.")
        case .repeated(let path):
            .malformed(
                zh: "“\(pointer(path))”出现了两次。", en: "\(pointer(path)) stands twice.")
        case .tooLarge(let path):
            .malformed(
                zh: "“\(pointer(path))”的数值超过 2^53。",
                en: "\(pointer(path)) is a number past 2^53.")
        case .unboundedNumber(let place):
            .malformed(
                zh: "第 \(place + 1) 个字节处的数值过大。",
                en: "The number at byte \(place + 1) is too large.")
        case .noMemory: .bodyTooLarge
        }
    }

    private static let malformed = RequestFault.malformed(
        zh: "不是合法的 JSON。", en: "This is not valid JSON.")

    func action() throws -> ActionBody {
        try decode(
            ActionBody.self,
            shape: .object(["action": .open, "comment": .open, "fields": .open]))
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

    func unknownFields(in value: JSONElement, at pointer: String = "") -> [Problem.FieldProblem] {
        var unknown: [Problem.FieldProblem] = []
        switch self {
        case .open: break
        case .object(let known):
            guard case .object = value.kind else { break }
            value.forEachMember { name, value in
                let place = pointer + JSONPointer.step(name.text)
                unknown +=
                    known[name.text].map { $0.unknownFields(in: value, at: place) }
                    ?? [.init(pointer: place, detail: "unknown field")]
            }
            unknown.sort { $0.pointer < $1.pointer }
        case .list(let shape):
            guard case .list = value.kind else { break }
            var index = 0
            value.forEachItem { item in
                unknown += shape.unknownFields(in: item, at: "\(pointer)/\(index)")
                index += 1
            }
        }
        return unknown
    }
}
