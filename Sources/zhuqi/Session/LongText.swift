import APIModel
import Languages

/// Asks a person for a text: a line, a file, or with an empty line the person's own editor.
struct LongText {
    let console: Console
    let language: Language

    init(_ session: Session) {
        console = session.console
        language = session.language
    }

    /// - Returns: nil where nothing was written.
    func asked(_ question: String) throws(StaffError) -> String? {
        let field = ActionsAnswer.Field(
            name: "text", label: LabelAnswer(zh: question, en: question), form: "text",
            isRequired: false, choices: nil)
        let answer = FieldQuestion(field: field, console: console, language: language).answer
        guard case .texts(let texts)? = answer, let text = texts.first else { return nil }
        return try FieldAssignment.text(text, readFile: console.readFile)
    }
}
