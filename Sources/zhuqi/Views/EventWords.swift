import APIModel
import Languages

/// Parts what came with an event into what somebody wrote, and short facts: choices, dates, quantities.
struct EventWords {
    struct Text: Hashable {
        /// Nil where the action says what it is.
        let label: String?
        let text: String
    }

    struct Items: Hashable {
        let label: String
        let items: [String]
    }

    let texts: [Text]
    /// Evidence, steps of a plan, decisions.
    let lists: [Items]
    let facts: [String]

    /// Whether anybody said anything.
    var areSaid: Bool { !texts.isEmpty || !lists.isEmpty }

    init(_ event: EventAnswer, in language: Language) {
        let details = EventDetails(event: event, language: language)
        var texts: [Text] = []
        var lists: [Items] = []
        var facts: [String] = []
        for (name, value) in event.fields.sorted(by: { $0.key < $1.key }) where value != .null {
            let label = details.label(ofField: name)
            switch Self.form(of: value, named: name, in: event) {
            case .text(let text): texts.append(Text(label: label, text: text))
            case .list(let items):
                let words = items.map { Self.evidence($0, language) ?? details.text.value($0) }
                lists.append(Items(label: label, items: words))
            case .fact:
                let said = details.text.value(value, of: name)
                facts.append(language("\(label)：\(said)", "\(label): \(said)"))
            }
        }
        if let only = texts.first, texts.count == 1, event.comment == nil {
            texts = [Text(label: nil, text: only.text)]
        }
        self.texts = (event.comment.map { [Text(label: nil, text: $0)] } ?? []) + texts
        self.lists = lists
        self.facts = facts + details.attention
    }

    private enum Form {
        case text(String)
        case list([JSONValue])
        case fact
    }

    private static func form(
        of value: JSONValue, named name: String, in event: EventAnswer
    ) -> Form {
        if event.valueLabels?[name] != nil || event.typed?[name] != nil { return .fact }
        switch value {
        case .text(let text):
            return isWritten(text) ? .text(text) : .fact
        case .list(let items):
            let isOfObjects = items.contains { if case .object = $0 { true } else { false } }
            return isOfObjects ? .list(items) : .fact
        case .null, .boolean, .integer, .number, .object: return .fact
        }
    }

    /// A piece of evidence, with its own line breaks; nil for anything else.
    private static func evidence(_ item: JSONValue, _ language: Language) -> String? {
        guard case .object(let members) = item, case .text(let kind)? = members["kind"] else {
            return nil
        }
        if case .text(let text)? = members["text"] {
            return language("\(kind)：\(text)", "\(kind): \(text)")
        }
        guard case .text(let digest)? = members["sha256"] else { return nil }
        return language(
            "\(kind)：文件，摘要 \(digest.prefix(8))…", "\(kind): a file, digest \(digest.prefix(8))…")
    }

    /// A date, a number and a code are no words; whatever holds a blank or a letter of no Latin alphabet is
    /// some.
    static func isWritten(_ text: String) -> Bool {
        text.contains { !$0.isASCII || $0.isWhitespace }
    }
}
