import Auditing
import Casework
import Languages
import Workflow

/// Says in Chinese what an action was given: reasons, choices, people, dates.
struct FieldWords {
    let directory: Directory
    let month: AuditMonth

    /// `理由：材料不全；期限：2026-10-20`, in the order of the action's fields.
    func text(_ step: HistoryStep) -> String? {
        let parts = step.fields.compactMap { field -> String? in
            // They have lines of their own.
            guard field.form != .newIssues, let value = step.event.body.fields[field.name],
                value != .null
            else { return nil }
            return "\(field.label.zh)：\(words(value, field))"
        }
        return parts.isEmpty ? nil : parts.joined(separator: "；")
    }

    private func words(_ value: FieldValue, _ field: FieldDefinition) -> String {
        switch value {
        case .null: ""
        case .boolean(let holds): holds ? "是" : "否"
        case .integer(let number): String(number)
        case .text(let text): words(text, field)
        case .list(let items): items.map { words($0, field) }.joined(separator: "、")
        case .object(let members):
            members.sorted { $0.key < $1.key }.map { words($0.value, field) }
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private func words(_ text: String, _ field: FieldDefinition) -> String {
        if let label = field.choiceLabels[text] { return label.zh }
        if directory.unit(code: text) != nil { return Wording.unit(text, in: directory, of: month) }
        return PhoneRedaction.masked(text)
    }
}
