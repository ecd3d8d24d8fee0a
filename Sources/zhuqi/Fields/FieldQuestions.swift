import APIModel
import Languages

/// Asks a person for the fields that are missing.
struct FieldQuestions {
    let console: Console
    let language: Language

    /// Asks again after a text of the wrong form, and says why after none.
    ///
    /// Throws: `missingFields` where the input ends or nobody can be asked.
    func complete(
        _ fields: FieldCollection, for action: LabelAnswer
    ) throws(StaffError) -> FieldCollection {
        var fields = fields
        while let field = fields.missing.first {
            guard console.isInteractive, let answer = question(field).answer else {
                // What was being typed stands on a line of its own.
                if console.isInteractive { console.warn("\n") }
                throw .missingFields(action: action, fields.missing)
            }
            do {
                try take(answer, for: field, in: &fields)
            } catch {
                console.warn(lines: ErrorText(language: language).words(error).lines)
            }
        }
        return fields
    }

    private func take(
        _ answer: FieldAnswer, for field: ActionsAnswer.Field, in fields: inout FieldCollection
    ) throws(StaffError) {
        switch answer {
        case .nothing: throw .usage(empty(field))
        case .texts(let texts):
            var read: [String] = []
            for text in texts {
                read.append(try FieldAssignment.text(text, readFile: console.readFile))
            }
            try fields.set(field, to: read)
        case .typed(let values): try fields.set(field, to: values)
        }
    }

    private func question(_ field: ActionsAnswer.Field) -> FieldQuestion {
        FieldQuestion(field: field, console: console, language: language)
    }

    private func empty(_ field: ActionsAnswer.Field) -> Label {
        Label(
            zh: "“\(field.label.zh)”必填，不能留空",
            en: "“\(field.label.en)” is required and can't be left empty")
    }
}
