import APIModel
import Languages
import Workflow

/// Says values of fields and attributes in words. The words of choices are the server's.
///
/// What the server sent no word for is shown as it is.
struct ValueText {
    let language: Language
    /// Names of units by code.
    var names: [String: String] = [:]
    /// What people call values that are one of a choice, by the names of what has them.
    var labels: [String: LabelAnswer] = [:]
    /// Values that a category types, by the names of what has them.
    var typed: [String: [TypedValue]] = [:]

    /// What people call an attribute.
    func attribute(_ name: String) -> String {
        Attribute(name: name)?.label.text(in: language) ?? name.plain
    }

    /// Says what a field or an attribute holds, on one line.
    func value(_ value: JSONValue, of name: String) -> String {
        if let values = typed[name] { return TypedText(language: language).text(values) }
        return labels[name].map { language($0).plain } ?? self.value(value)
    }

    func value(_ value: JSONValue) -> String {
        switch value {
        case .null: language("无", "none")
        case .boolean(let isTrue): isTrue ? language("是", "yes") : language("否", "no")
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .text(let text):
            text.count > 19 && isInstant(text)
                ? Timestamp.text(text) : (names[text] ?? text).plain
        case .list(let values): language.list(values.map { self.value($0) })
        case .object(let members): object(members)
        }
    }

    private func isInstant(_ text: String) -> Bool {
        let characters = Array(text)
        return characters[4] == "-" && characters[7] == "-" && characters[10] == "T"
            && characters[13] == ":"
    }

    /// Units and people by name, new issues by title, evidence and plan as they are typed, the rest key
    /// by key.
    private func object(_ members: [String: JSONValue]) -> String {
        for key in ["name", "title"] {
            if case .text(let text)? = members[key] { return text.plain }
        }
        if case .text(let day)? = members["on"], case .text(let what)? = members["what"] {
            guard case .text(let unit)? = members["leadUnit"] else {
                return "\(day.plain) \(what.plain)"
            }
            let lead = names[unit] ?? unit
            return language(
                "\(day.plain) \(what.plain)（\(lead.plain)）",
                "\(day.plain) \(what.plain) (\(lead.plain))")
        }
        if case .text(let kind)? = members["kind"], members.count == 2 {
            let rest = members.filter { $0.key != "kind" }.values.map { value($0) }.joined()
            return "\(kind.plain): \(rest)"
        }
        return members.sorted { $0.key < $1.key }
            .map { "\(attribute($0.key)) \(value($0.value))" }
            .joined(separator: language("，", ", "))
    }
}
