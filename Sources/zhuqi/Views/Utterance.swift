import APIModel
import Languages

/// Shows what somebody said on an issue: who, when, by which step, and then the words.
struct Utterance {
    let event: EventAnswer
    let words: EventWords
    let now: String?
    let language: Language
    let layout: TextLayout

    var lines: [String] {
        let facts = words.facts.joined(separator: language("；", "; "))
        return layout.flow(head, hanging: 2) + words.texts.flatMap(paragraphs)
            + (facts.isEmpty ? [] : layout.text(facts, indent: 2))
            + words.lists.flatMap(items)
    }

    private var head: [Table.Cell] {
        let speaker = Speaker(event: event, language: language)
        return [
            Table.Cell(speaker.name, .bold), Table.Cell(speaker.post, .dim),
            Table.Cell(MomentWords(now: now, language: language).text(event.at)),
            Table.Cell(language(event.actionLabel)),
            Table.Cell(StateChange(event: event, language: language).text, .dim),
        ].filter { !$0.text.isEmpty }
    }

    private func paragraphs(_ text: EventWords.Text) -> [String] {
        let label = text.label.map { language("\($0)：", "\($0): ") } ?? ""
        return layout.text(label + text.text, indent: 2)
    }

    private func items(_ list: EventWords.Items) -> [String] {
        let label = language("\(list.label)：", "\(list.label):")
        return layout.text(label, indent: 2)
            + list.items.flatMap { layout.text($0, indent: 4) }
    }
}

/// Says who took an action, and as what.
struct Speaker {
    let event: EventAnswer
    let language: Language

    /// Whoever has no name is called by the role.
    var name: String {
        guard let person = event.by else { return language(event.roleLabel).plain }
        guard let absent = event.onBehalfOf else { return person.name.plain }
        return language(
            "\(person.name)（代\(absent.name)）", "\(person.name) (for \(absent.name))"
        ).plain
    }

    var post: String {
        guard event.by != nil else { return "" }
        return [event.byUnit?.name, language(event.roleLabel)].compactMap { $0?.plain }
            .joined(separator: " ")
    }
}

/// Says to which state an event led; nothing where it led to none.
struct StateChange {
    let event: EventAnswer
    let language: Language

    var text: String {
        guard event.from != event.to else { return "" }
        return "→ " + (event.toLabel.map { language($0) } ?? event.to).plain
    }
}
