import APIModel
import Languages

/// Tells what was said on an issue since it was filed, the newest last; what happened without words is a
/// line, and alarms that follow upon each other are one.
struct Conversation {
    let events: [EventAnswer]
    let now: String?
    let language: Language
    let layout: TextLayout

    private enum Turn {
        case said(EventAnswer, EventWords)
        case moved(EventAnswer, EventWords)
        case rang([EventAnswer])
    }

    var lines: [String] {
        let turns = turns
        guard !turns.isEmpty else { return [] }
        let blocks = turns.enumerated().map { place, turn in
            let isApart = place > 0 && (isSaid(turn) || isSaid(turns[place - 1]))
            return (isApart ? [""] : []) + lines(of: turn)
        }
        return [layout.heading(language("办理往来", "What was said"))] + blocks.flatMap(\.self)
    }

    /// The last thing that anybody said.
    var lastWord: [String] {
        turns.last(where: isSaid).map(lines) ?? []
    }

    /// The filing is what was asked, and stands above.
    private var turns: [Turn] {
        events.filter { $0.from != "unborn" }.reduce(into: []) { turns, event in
            let words = EventWords(event, in: language)
            if words.areSaid { return turns.append(.said(event, words)) }
            guard event.by == nil, event.role == "system" else {
                return turns.append(.moved(event, words))
            }
            guard case .rang(let before)? = turns.last else { return turns.append(.rang([event])) }
            turns[turns.count - 1] = .rang(before + [event])
        }
    }

    private func isSaid(_ turn: Turn) -> Bool {
        switch turn {
        case .said: true
        case .moved, .rang: false
        }
    }

    private func lines(of turn: Turn) -> [String] {
        switch turn {
        case .said(let event, let words):
            Utterance(event: event, words: words, now: now, language: language, layout: layout)
                .lines
        case .moved(let event, let words): moved(event, words)
        case .rang(let events): rang(events)
        }
    }

    private func moved(_ event: EventAnswer, _ words: EventWords) -> [String] {
        let facts = words.facts.joined(separator: language("；", "; "))
        let step = language(event.actionLabel).plain
        let said = facts.isEmpty ? step : language("\(step)（\(facts)）", "\(step) (\(facts))")
        let parts = [
            "· " + moments.text(event.at), said,
            StateChange(event: event, language: language).text,
            Speaker(event: event, language: language).name,
        ]
        return layout.flow(parts.filter { !$0.isEmpty }.map { Table.Cell($0, .dim) })
    }

    private func rang(_ events: [EventAnswer]) -> [String] {
        guard let first = events.first, let last = events.last else { return [] }
        let (from, until) = (moments.day(first.at), moments.day(last.at))
        let time = events.count == 1 ? moments.text(first.at) : from
        let span = from == until ? time : "\(from)–\(until)"
        var steps: [(text: String, count: Int)] = []
        for text in events.map(step) {
            if let place = steps.firstIndex(where: { $0.text == text }) {
                steps[place].count += 1
            } else {
                steps.append((text, 1))
            }
        }
        let said = language.list(steps.map { $0.count > 1 ? "\($0.text)×\($0.count)" : $0.text })
        let who = Speaker(event: first, language: language).name
        return layout.flow(
            [Table.Cell("· " + span, .dim), Table.Cell(who, .dim), Table.Cell(said, .dim)])
    }

    /// What rang, with what it gave and where it led.
    private func step(_ event: EventAnswer) -> String {
        let change = StateChange(event: event, language: language).text
        let notes = EventWords(event, in: language).facts + (change.isEmpty ? [] : [change])
        let label = language(event.actionLabel).plain
        guard !notes.isEmpty else { return label }
        let list = notes.joined(separator: language("；", "; "))
        return language("\(label)（\(list)）", "\(label) (\(list))")
    }

    private var moments: MomentWords { MomentWords(now: now, language: language) }
}
