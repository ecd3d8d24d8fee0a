import APIModel
import Languages

/// Writes a field as it is typed, its value left open: `--reply …`, or `--field NAME=…`.
struct FieldOption {
    let fields: [ActionsAnswer.Field]
    let language: Language

    /// People who read Chinese type a field by its label, where no other has the same.
    func text(_ field: ActionsAnswer.Field) -> String {
        if let shorthand = Shorthand(field: field.name) { return "--\(shorthand.rawValue) …" }
        let same = fields.count { $0.label.zh == field.label.zh }
        let name = language == .zh && same == 1 ? field.label.zh : field.name
        return "--field \(ShellWord.quoted(name.plain))=…"
    }
}
