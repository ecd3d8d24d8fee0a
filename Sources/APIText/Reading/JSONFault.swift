import Casework
import JSON
import UseCases

extension RequestFault {
    static let noJSON = RequestFault.malformed(
        zh: "不是合法的 JSON。", en: "This is not valid JSON.")

    /// What is wrong with a text before anybody looks at its values.
    init(_ fault: JSONText.Fault, within limits: JSONLimits) {
        self =
            switch fault {
            case .notJSON(at: nil): .noJSON
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
                    zh: "“\(JSONPointer.text(path))”出现了两次。",
                    en: "\(JSONPointer.text(path)) stands twice.")
            case .tooLarge(let path):
                .malformed(
                    zh: "“\(JSONPointer.text(path))”的数值超过 2^53。",
                    en: "\(JSONPointer.text(path)) is a number past 2^53.")
            case .unboundedNumber(let place):
                .malformed(
                    zh: "第 \(place + 1) 个字节处的数值过大。",
                    en: "The number at byte \(place + 1) is too large.")
            case .noMemory: .bodyTooLarge
            }
    }
}

extension DecodingError {
    /// What is wrong with a value, and where it stands.
    var fault: any Error {
        switch self {
        case .keyNotFound(let key, let context):
            InputFault.wrongType(JSONPointer.text(context.codingPath + [key]), "is required")
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            InputFault.wrongType(
                JSONPointer.text(context.codingPath), "must be \(Self.name(of: type))")
        // The text is JSON: what can't be read of it is a number that does not fit.
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            InputFault.wrongType(JSONPointer.text(context.codingPath), "must be a whole number")
        default: RequestFault.noJSON
        }
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

extension JSONPointer {
    fileprivate static func text(_ path: [any CodingKey]) -> String {
        path.map { step($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
}
