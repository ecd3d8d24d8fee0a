import APIModel
import Languages

/// Writes a JSON value in one cell: what people are told in two languages in the one that is asked for.
struct JSONCell {
    let language: Language

    func text(_ value: JSONValue) throws(StaffError) -> String {
        switch value {
        case .null: ""
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): "\(number)"
        case .text(let text): text
        case .list(let items) where items.allSatisfy { word($0) != nil }:
            language.list(items.compactMap(word))
        case .object(let members):
            if let label = label(members) { label } else { try PrettyJSON.line(value) }
        case .number, .list: try PrettyJSON.line(value)
        }
    }

    /// Nil for what is no text and no label.
    private func word(_ value: JSONValue) -> String? {
        switch value {
        case .text(let text): text
        case .object(let members): label(members)
        case .null, .boolean, .integer, .number, .list: nil
        }
    }

    private func label(_ members: [String: JSONValue]) -> String? {
        guard members.count == 2, case .text(let zh) = members["zh"],
            case .text(let en) = members["en"]
        else { return nil }
        return language(zh, en)
    }
}
