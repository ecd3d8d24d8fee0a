import APIModel
import Languages

extension Vocabulary {
    /// Says a value of a field, an attribute or a change in words, on one line.
    func value(_ value: JSONValue) -> String {
        switch value {
        case .null: language("无", "none")
        case .boolean(let isTrue): isTrue ? language("是", "yes") : language("否", "no")
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .text(let text):
            text.count > 19 && isInstant(text)
                ? Timestamp.text(text) : names[text]?.plain ?? choice(text)
        case .list(let values): language.list(values.map(self.value))
        case .object(let members): object(members)
        }
    }

    private func isInstant(_ text: String) -> Bool {
        let characters = Array(text)
        return characters[4] == "-" && characters[7] == "-" && characters[10] == "T"
            && characters[13] == ":"
    }

    /// Units and people by name, evidence and plan as they are typed, the rest key by key.
    private func object(_ members: [String: JSONValue]) -> String {
        if case .text(let name)? = members["name"] { return name.plain }
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
            let rest = members.filter { $0.key != "kind" }.values.map(value).joined()
            return "\(kind.plain): \(rest)"
        }
        return members.sorted { $0.key < $1.key }
            .map { "\(field($0.key)) \(value($0.value))" }.joined(separator: language("，", ", "))
    }
}
