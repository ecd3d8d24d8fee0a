import APIModel
import Languages

/// Shows drafts, how each came to be one, and what was said then.
struct DraftSheet {
    struct Draft {
        let duty: DutyAnswer
        /// Nil where its history does not tell.
        let origin: EventAnswer?
    }

    /// What time it is for the issues, RFC 3339.
    let now: String?
    let language: Language
    let canvas: Canvas

    private var layout: TextLayout { TextLayout(canvas: canvas) }

    func lines(of drafts: [Draft]) -> [String] {
        guard !drafts.isEmpty else { return [language("没有草稿。", "There is no draft.")] }
        return drafts.flatMap(lines)
            + [language("共 \(drafts.count) 件", "\(drafts.count) in all")]
    }

    private func lines(_ draft: Draft) -> [String] {
        let number = ShortNumber(year: now.map { String($0.prefix(4)) }).text(draft.duty.issue)
        let cells = [number, draft.duty.title, draft.duty.about].compactMap(\.self)
        return layout.flow(cells.map { Table.Cell($0) }, hanging: 4)
            + (draft.origin.map(origin) ?? [])
            + layout.command(["zhuqi", "draft", "send", ShellWord.quoted(number)], indent: 2)
    }

    /// What stands further in has less room.
    private var inner: Canvas {
        Canvas(width: canvas.width.map { $0 - 2 }, hasColour: canvas.hasColour)
    }

    /// What it was born with stands in the issue itself.
    private func origin(_ event: EventAnswer) -> [String] {
        guard event.sequence > 1 else {
            let moment = MomentWords(now: now, language: language).text(event.at)
            return layout.flow(
                [event.actionLabel].map { Table.Cell(language($0)) }
                    + [Table.Cell(moment)], indent: 2)
        }
        return Utterance(
            event: event, words: EventWords(event, in: language), now: now, language: language,
            layout: TextLayout(canvas: inner)
        ).lines.map { "  " + $0 }
    }
}
