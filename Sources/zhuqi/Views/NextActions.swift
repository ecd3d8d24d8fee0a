import APIModel
import Languages

/// Shows what the reader may do to an issue now, as commands to type.
struct NextActions {
    let issue: String
    let actions: ActionsAnswer
    let language: Language

    func lines(on canvas: Canvas) -> [String] {
        let allowed = actions.items.filter(\.isAllowed)
        guard !allowed.isEmpty else {
            return [language("您现在没有可办的动作。", "There is nothing for you to do here now.")]
        }
        let labelWidth = allowed.map { language($0.label).plain.displayWidth }.max() ?? 0
        let title = canvas.paint(language("您可以", "You may"), .bold)
        return [title]
            + allowed.flatMap { item in
                let label = language(item.label).plain.padded(toWidth: labelWidth)
                return ["  \(label)  \(command(item))"] + choices(item, indent: labelWidth + 6)
            }
    }

    private func command(_ item: ActionsAnswer.Item) -> String {
        let fields = item.fields.filter(\.isRequired).flatMap { field in
            let placeholder = field.name.uppercased()
            return Shorthand(field: field.name).map { ["--\($0.rawValue)", placeholder] }
                ?? ["--field", "\(field.name)=\(placeholder)"]
        }
        return ShellWord.line((["zhuqi", "do", item.action, issue] + fields).map(\.plain))
    }

    private func choices(_ item: ActionsAnswer.Item, indent: Int) -> [String] {
        item.fields.filter(\.isRequired).compactMap { field in
            let form = FieldForm(field)
            guard let choices = form.choices(in: language) ?? form.typedHint(in: language) else {
                return nil
            }
            let padding = String(repeating: " ", count: indent)
            return "\(padding)\(field.name.uppercased()): \(choices.plain)"
        }
    }
}
