import APIModel
import Languages

/// What somebody answered to the question for a field.
enum FieldAnswer {
    case nothing
    /// As they would be typed.
    case texts([String])
    /// What a category types.
    case typed(JSONValue)
}

/// Asks a person for one field, as its form has it.
struct FieldQuestion {
    let field: ActionsAnswer.Field
    let console: Console
    let language: Language

    private var form: FieldForm { FieldForm(field) }

    /// Nil where the input ends.
    var answer: FieldAnswer? {
        if form.isRepeatable { return several }
        if field.values?.isEmpty == false { return typed }
        if field.choices != nil { return choice }
        return field.form == "text" ? text : line(form.description(in: language))
    }

    private func line(_ question: String) -> FieldAnswer? {
        read(question).map { $0.isEmpty ? .nothing : .texts([$0]) }
    }

    private func read(_ question: String) -> String? {
        console.warn(question + language("：", ": "))
        return console.readLine()
    }

    /// What may be chosen stands below each other, with a number that may be typed as well.
    private var choice: FieldAnswer? {
        let choices = form.choices.entries
        console.warn(
            lines: [language(field.label).plain]
                + choices.enumerated().map { "  \($0 + 1)  \($1.label.text(in: language).plain)" })
        guard let text = read(language("请选择", "choose")) else { return nil }
        guard let number = Int(text), (1...max(1, choices.count)).contains(number),
            field.choices?.contains(text) == false
        else { return text.isEmpty ? .nothing : .texts([text]) }
        return .texts([choices[number - 1].name])
    }

    /// A line, a file, or with an empty line the person's own editor.
    private var text: FieldAnswer? {
        let label = language(field.label).plain
        guard let editText = console.editText else { return line(label) }
        guard
            let text = read(
                language(
                    "\(label)（直接回车用编辑器写，@文件名 读文件）",
                    "\(label) (Enter opens the editor, @file reads a file)"))
        else { return nil }
        guard text.isEmpty else { return .texts([text]) }
        do {
            var written = try editText()
            while written.last?.isWhitespace == true { written.removeLast() }
            // A text that begins with the sign for files is meant as it stands.
            return written.isEmpty
                ? .nothing : .texts([(written.hasPrefix("@") ? "@" : "") + written])
        } catch {
            console.warn(lines: [language("编辑器没有正常结束", "the editor failed")])
            return .nothing
        }
    }

    /// One after the other, until an empty line.
    private var several: FieldAnswer? {
        guard let first = read(form.description(in: language)) else { return nil }
        guard !first.isEmpty else { return .nothing }
        var texts = [first]
        while let next = read(language("再加一项，直接回车结束", "another, or Enter to end")), !next.isEmpty {
            texts.append(next)
        }
        return .texts(texts)
    }

    /// Each value that the category types; what is not required may be left empty.
    private var typed: FieldAnswer? {
        console.warn(lines: [language(field.label).plain])
        var values: [String: JSONValue] = [:]
        for value in field.values ?? [] {
            guard let text = read("  " + measured(value)) else { return nil }
            if !text.isEmpty { values[value.name] = form.typedValue(text, of: value.name) }
        }
        return values.isEmpty ? .nothing : .typed(.object(values))
    }

    private func measured(_ value: ActionsAnswer.Value) -> String {
        let demand = value.isRequired ? language("必填", "required") : language("可留空", "optional")
        let notes = [value.quantity.map { language($0) }, demand].compactMap(\.self)
        let (label, list) = (language(value.label), language.list(notes))
        return language("\(label)（\(list)）", "\(label) (\(list))").plain
    }
}
