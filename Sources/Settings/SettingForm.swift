import Languages

/// Says how a setting is written and what may be given.
struct SettingForm<Value: Sendable>: Sendable {
    /// Nil where any text may be given.
    let bounds: Label?
    /// Nil where the text may not be given.
    let parse: @Sendable (String) -> Value?
    /// Nil where there is nothing to write.
    let text: @Sendable (Value) -> String?
}

extension SettingForm where Value == String {
    static var text: SettingForm {
        SettingForm(bounds: nil, parse: { $0 }, text: { $0.isEmpty ? nil : $0 })
    }

    static func oneOf(_ words: [String]) -> SettingForm {
        let list = words.joined(separator: ", ")
        return SettingForm(
            bounds: Label(zh: list, en: list), parse: { words.contains($0) ? $0 : nil },
            text: { $0 })
    }
}

extension SettingForm where Value == String? {
    static var text: SettingForm {
        SettingForm(bounds: nil, parse: { .some($0) }, text: { $0 })
    }
}

extension SettingForm where Value == Int {
    static func number(_ range: ClosedRange<Int>) -> SettingForm {
        let (least, most) = (range.lowerBound, range.upperBound)
        return SettingForm(
            bounds: Label(zh: "\(least) 至 \(most)", en: "\(least) to \(most)"),
            parse: { text in Int(text).flatMap { range.contains($0) ? $0 : nil } },
            text: { "\($0)" })
    }
}

extension SettingForm where Value == Double {
    static func positive(atMost most: Int) -> SettingForm {
        SettingForm(
            bounds: Label(zh: "大于 0，至多 \(most)", en: "more than 0, at most \(most)"),
            parse: { text in
                Double(text).flatMap { $0 > 0 && $0 <= Double(most) ? $0 : nil }
            },
            text: { "\($0)" })
    }
}

extension SettingForm where Value == Bool {
    /// On or off: on the command line `--name` and `--no-name`.
    static var toggle: SettingForm {
        SettingForm(
            bounds: Label(zh: "true 或 false", en: "true or false"),
            parse: { ["true": true, "false": false][$0] }, text: { "\($0)" })
    }

    /// On where anything is given.
    static var presence: SettingForm {
        SettingForm(bounds: nil, parse: { _ in true }, text: { _ in nil })
    }
}

extension SettingForm where Value == [String] {
    /// Several, with commas between; on the command line the option is repeated.
    static var list: SettingForm {
        SettingForm(
            bounds: nil,
            parse: { text in
                text.split(separator: ",").map { part in
                    String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
                }.filter { !$0.isEmpty }
            },
            text: { $0.isEmpty ? nil : $0.joined(separator: ",") })
    }
}
