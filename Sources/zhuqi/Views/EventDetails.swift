import APIModel

/// Says what came with an event: comment, fields, changes, clocks.
struct EventDetails {
    let event: EventAnswer
    let language: Language

    private var words: Vocabulary {
        Vocabulary(language: language, names: event.names ?? [:])
    }

    /// One line per kind of detail; nothing twice.
    var lines: [String] {
        let comment = event.comment.map { language("“\($0.plain)”", "“\($0.plain)”") }
        return [comment, fields, changes, clocks].compactMap { $0 }
    }

    /// A field that became an attribute of the issue is told as the change that it is.
    private var fields: String? {
        let own = event.fields.filter { event.changes[$0.key] == nil && $0.value != .null }
        return joined(own.sorted { $0.key < $1.key }.map(member))
    }

    var changes: String? {
        joined(event.changes.filter { Self.isTold($0.key) }.sorted { $0.key < $1.key }.map(change))
    }

    /// Counters serve rules and audits; `--json` has them.
    static func isTold(_ name: String) -> Bool { !name.hasPrefix("count.") }

    var clocks: String? {
        joined(ClockChanges(event: event, language: language).phrases)
    }

    private func change(_ name: String, _ value: JSONValue) -> String {
        switch (name, value) {
        case ("card", .text(let card)):
            language("给予\(words.card(card))", "\(words.card(card)) given")
        case ("card", .null): language("撤销黄红牌", "card taken back")
        case ("level", .integer(let level)):
            language("提级至\(level)级", "raised to level \(level)")
        case (_, .null): language("清除\(words.field(name))", "\(words.field(name)) cleared")
        default: member(name, value)
        }
    }

    private func member(_ name: String, _ value: JSONValue) -> String {
        language(
            "\(words.field(name))：\(words.value(value))",
            "\(words.field(name)): \(words.value(value))")
    }

    private func joined(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.joined(separator: language("；", "; "))
    }
}
