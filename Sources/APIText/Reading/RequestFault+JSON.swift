import Casework
import JSON
import Languages
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
            InputFault.wrongType(JSONPointer.text(context.codingPath + [key]), .isRequired)
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            InputFault.wrongType(
                JSONPointer.text(context.codingPath), Self.demand(of: type))
        // The text is JSON: what can't be read of it is a number that does not fit.
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            InputFault.wrongType(
                JSONPointer.text(context.codingPath), zh: "须为整数", en: "must be a whole number")
        default: RequestFault.noJSON
        }
    }

    private static func demand(of type: any Any.Type) -> Label {
        switch type {
        case is String.Type: Label(zh: "须为文本", en: "must be text")
        case is Bool.Type: Label(zh: "须为 true 或 false", en: "must be true or false")
        case is Int.Type, is Int64.Type, is Double.Type: Label(zh: "须为数", en: "must be a number")
        case is [String: Any].Type: Label(zh: "须为对象", en: "must be an object")
        case is [Any].Type: Label(zh: "须为列表", en: "must be a list")
        default: Label(zh: "须为另一类型的值", en: "must be a value of another type")
        }
    }
}

extension JSONPointer {
    fileprivate static func text(_ path: [any CodingKey]) -> String {
        path.map { step($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
}
