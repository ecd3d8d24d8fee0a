import APIModel
import Languages

/// Shows actions as commands to type: what must be given with them, and what may be.
struct NextActions {
    let issue: String
    let actions: ActionsAnswer?
    let language: Language
    let layout: TextLayout

    /// What leads on comes first, what ends an issue otherwise last; else as the workflow has them.
    static func likeliestFirst(_ items: [ActionsAnswer.Item]) -> [ActionsAnswer.Item] {
        let ranked = items.enumerated().map { (rank: rank(of: $1), place: $0, item: $1) }
        return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.item)
    }

    private static func rank(of item: ActionsAnswer.Item) -> Int {
        switch item.course {
        case .onward: 0
        case .aside, .other, nil: 1
        case .right: 2
        case .away: 3
        }
    }

    /// A label, and beside it the command; below it where that would be too narrow.
    func lines(of items: [ActionsAnswer.Item], indent: Int) -> [String] {
        let labels = items.map { language($0.label).plain }
        let column = indent + (labels.map(\.displayWidth).max() ?? 0) + Table.gap.count
        let margin = String(repeating: " ", count: indent)
        return zip(items, labels).flatMap { item, label in
            let command = layout.command(words(of: item), indent: column)
            guard command.count <= 2, command.allSatisfy(layout.fits) else {
                return [margin + label] + layout.command(words(of: item), indent: indent + 2)
                    + notes(item, indent: indent + 2)
            }
            let first = (margin + label).padded(toWidth: column) + command[0].dropFirst(column)
            return [first] + command.dropFirst() + notes(item, indent: column)
        }
    }

    private func words(of item: ActionsAnswer.Item) -> [String] {
        ["zhuqi", "do", ShellWord.quoted(name(of: item)), ShellWord.quoted(issue)]
            + item.fields.filter(\.isRequired).map { option($0, of: item) }
    }

    /// People who read Chinese type an action by its label, where no other has the same.
    private func name(of item: ActionsAnswer.Item) -> String {
        let same = actions?.items.count { $0.label.zh == item.label.zh } ?? 2
        return language == .zh && same == 1 ? item.label.zh.plain : item.action.plain
    }

    private func option(_ field: ActionsAnswer.Field, of item: ActionsAnswer.Item) -> String {
        FieldOption(fields: item.fields, language: language).text(field)
    }

    /// What is to be chosen from, and what may be given beside.
    private func notes(_ item: ActionsAnswer.Item, indent: Int) -> [String] {
        let choices = item.fields.filter(\.isRequired).compactMap(hint)
        let optional = item.fields.filter { !$0.isRequired }.map { option($0, of: item) }
        let label = language("可加", "also")
        let also = optional.isEmpty ? [] : ([label] + optional).map { Table.Cell($0, .dim) }
        return choices.flatMap { layout.text($0, indent: indent) }
            + layout.flow(also, indent: indent)
    }

    private func hint(_ field: ActionsAnswer.Field) -> String? {
        let label = language(field.label).plain
        guard let words = choices(of: field) ?? typed(field) else { return nil }
        return language("\(label)：\(words)", "\(label): \(words)").plain
    }

    private func choices(of field: ActionsAnswer.Field) -> String? {
        guard let choices = field.choices, !choices.isEmpty else { return nil }
        return language.list(
            choices.map { choice in
                field.choiceLabels?[choice].map { language($0.zh, "\(choice) (\($0.en))") }
                    ?? choice
            })
    }

    /// The values that a category types, each with its measure.
    private func typed(_ field: ActionsAnswer.Field) -> String? {
        guard language == .zh, let values = field.values, !values.isEmpty else {
            return FieldForm(field).typedHint(in: language)
        }
        return language.list(
            values.map { value in
                let notes = [value.quantity?.zh, value.isRequired ? "必填" : nil].compactMap(\.self)
                return "\(value.label.zh)=…"
                    + (notes.isEmpty ? "" : "（\(notes.joined(separator: "，"))）")
            })
    }
}
