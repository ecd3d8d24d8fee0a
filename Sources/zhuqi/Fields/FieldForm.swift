import APIModel
import Foundation
import JSON
import Languages
import WorkingTime

/// Turns what was typed for one field of an action into the JSON that the API takes.
struct FieldForm {
    let field: ActionsAnswer.Field

    init(_ field: ActionsAnswer.Field) { self.field = field }

    /// A field that the server did not describe; its text is sent as it is.
    init(undescribed name: String) {
        field = ActionsAnswer.Field(
            name: name, label: LabelAnswer(zh: name, en: name), form: "text", isRequired: false,
            choices: nil)
    }

    /// Throws: `usage` where the texts don't have the form, or are several where one is taken.
    func value(of texts: [String]) throws(StaffError) -> JSONValue {
        switch field.form {
        case "units":
            return .list(texts.flatMap(Self.codes).map { .text($0) })
        case "evidence": return .list(try texts.map(evidence))
        case "plan": return .list(try texts.map(step))
        case "decisions": return .list(try texts.map(decision))
        case "needs", "results": return try complete(typed(texts))
        default:
            guard let text = texts.first, texts.count == 1 else {
                throw wrong(
                    zh: "只取一个值，却给出了 \(texts.count) 次",
                    en: "is given \(texts.count) times, and takes one value")
            }
            return try value(of: text)
        }
    }

    /// Codes of units, with commas.
    static func codes(_ text: String) -> [String] {
        text.split(whereSeparator: { ",，、".contains($0) })
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func value(of text: String) throws(StaffError) -> JSONValue {
        switch field.form {
        case "count": return try count(text)
        case "boolean": return try boolean(text)
        case "newIssues", "object", "objects", "list": return try json(text)
        default:
            guard let choices = field.choices else { return .text(text) }
            guard let choice = self.choices.name(of: text) else {
                throw wrong(
                    zh: "须为以下之一：" + choices.map { shown($0, \.zh) }.joined(separator: "、"),
                    en: "is one of: " + choices.map { shown($0, \.en) }.joined(separator: ", "))
            }
            return .text(choice)
        }
    }

    /// `paid=1200,acknowledged=1500`, by names or labels, or JSON.
    private func typed(_ texts: [String]) throws(StaffError) -> JSONValue {
        if let text = texts.first, texts.count == 1, text.hasPrefix("{") { return try json(text) }
        var values: [String: JSONValue] = [:]
        var parts: [String] = []
        for part in texts.flatMap({ $0.split(whereSeparator: { ",，、 ".contains($0) }) }) {
            // Digits are grouped by commas, too: amount=1,200.
            if let last = parts.indices.last, part.allSatisfy(\.isNumber), part.count == 3 {
                parts[last] += part
            } else {
                parts.append(String(part))
            }
        }
        for part in parts {
            let pair = part.split(maxSplits: 1, whereSeparator: { $0 == "=" || $0 == "＝" })
                .map(String.init)
            guard pair.count == 2 else {
                throw wrong(
                    zh: "的写法如 \(typedExample)，不是：\(part)",
                    en: "is written like \(typedExample), not: \(part)")
            }
            let value = typedValues.name(of: pair[0]) ?? pair[0]
            values[value] = typedValue(pair[1], of: value)
        }
        return .object(values)
    }

    /// Throws: `usage` where a value is left out without which the server takes none.
    func complete(_ typed: JSONValue) throws(StaffError) -> JSONValue {
        guard field.isRequired, case .object(let given) = typed else { return typed }
        let missing = field.values?.filter { $0.isRequired && given[$0.name] == nil } ?? []
        guard missing.isEmpty else {
            throw wrong(
                zh: "缺少必填项："
                    + missing.map { "\($0.label.zh)（\($0.name)）" }.joined(separator: "、"),
                en: "lacks what is required: "
                    + missing.map { "\($0.label.en) (\($0.name))" }.joined(separator: ", "))
        }
        return typed
    }

    var typedExample: String {
        let names = field.values?.map(\.name) ?? []
        return names.isEmpty ? "persons=30" : names.map { "\($0)=…" }.joined(separator: ",")
    }

    private func count(_ text: String) throws(StaffError) -> JSONValue {
        let plain = HalfWidth.text(text)
        if let number = Int64(plain), number >= 0 { return .integer(number) }
        guard plain.utf8.contains(where: { (48...57).contains($0) }), !plain.hasPrefix("-") else {
            throw wrong(zh: "须为整数，不是：\(text)", en: "takes a whole number, not: \(text)")
        }
        return .text(text)
    }

    private func boolean(_ text: String) throws(StaffError) -> JSONValue {
        switch text.lowercased() {
        case "true", "yes", "y", "是": return .boolean(true)
        case "false", "no", "n", "否": return .boolean(false)
        default:
            throw wrong(zh: "须为 是 或 否，不是：\(text)", en: "takes yes or no, not: \(text)")
        }
    }

    func json(_ text: String) throws(StaffError) -> JSONValue {
        do {
            return try JSONText.decode(JSONValue.self, from: Array(text.utf8))
        } catch {
            throw wrong(zh: "须为 JSON", en: "takes JSON, and this is none")
        }
    }

    /// `kind:text`, or `kind:sha256:` and 64 hexadecimal digits.
    private func evidence(_ text: String) throws(StaffError) -> JSONValue {
        let (kind, content) = try pair(
            text, zh: "photo:修好的变压器", en: "photo:the repaired transformer")
        if let digest = content.wholeMatch(of: /sha256:([0-9a-f]{64})/) {
            return .object(["kind": .text(kind), "sha256": .text(String(digest.1))])
        }
        return .object(["kind": .text(kind), "text": .text(content)])
    }

    /// `2026-10-15:what`.
    private func step(_ text: String) throws(StaffError) -> JSONValue {
        let (day, what) = try pair(
            text, zh: "2026-10-15:电缆敷设完成", en: "2026-10-15:the cable is laid")
        return .object(["on": .text(day), "what": .text(what)])
    }

    /// `2026-10-15:industry:what`.
    private func decision(_ text: String) throws(StaffError) -> JSONValue {
        let zh = "2026-10-15:industry:电缆敷设完成"
        let en = "2026-10-15:industry:the cable is laid"
        let (day, rest) = try pair(text, zh: zh, en: en)
        let (unit, what) = try pair(rest, zh: zh, en: en)
        return .object([
            "on": .text(day), "leadUnit": .text(unit), "what": .text(what),
        ])
    }

    /// - Parameters: how it is written, as an example.
    private func pair(
        _ text: String, zh: String, en: String
    ) throws(StaffError) -> (String, String) {
        let parts = text.split(maxSplits: 1, whereSeparator: { $0 == ":" || $0 == "：" })
        guard parts.count == 2 else {
            throw wrong(
                zh: "的写法如 \(zh)，不是：\(text)", en: "is written like \(en), not: \(text)")
        }
        return (String(parts[0]), String(parts[1]))
    }

    private func shown(_ choice: String, _ language: KeyPath<LabelAnswer, String>) -> String {
        field.choiceLabels?[choice]?[keyPath: language] ?? choice
    }

    /// - Parameters: what is wrong, as words that follow the label of the field.
    private func wrong(zh: String, en: String) -> StaffError {
        .usage(zh: "“\(field.label.zh)”\(zh)", en: "“\(field.label.en)” \(en)")
    }
}
