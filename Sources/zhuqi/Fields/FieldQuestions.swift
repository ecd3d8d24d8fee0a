import APIModel
import Languages

/// Asks a person for the fields that are missing.
struct FieldQuestions {
    let console: Console
    let language: Language

    /// Asks again after a text of the wrong form.
    ///
    /// Throws: `missingFields` where the input ends or nobody can be asked.
    func complete(
        _ fields: FieldCollection, for action: String
    ) throws(StaffError) -> FieldCollection {
        var fields = fields
        while let field = fields.missing.first {
            guard console.isInteractive, let text = answer(to: field) else {
                throw .missingFields(action: action, fields.missing)
            }
            guard !text.isEmpty else { continue }
            do {
                try fields.set(field, to: text)
            } catch {
                console.warn(lines: ErrorText(language: language).lines(error))
            }
        }
        return fields
    }

    private func answer(to field: ActionsAnswer.Field) -> String? {
        console.warn(FieldForm(field).description(in: language) + language("：", ": "))
        return console.readLine()
    }
}
