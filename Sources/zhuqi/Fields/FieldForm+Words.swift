import APIModel
import Languages
import WorkingTime

/// What the values of a field are called.
extension FieldForm {
    /// Whether it is given piece by piece.
    var isRepeatable: Bool { ["evidence", "plan", "decisions"].contains(field.form) }

    /// What may be chosen, and what it is called.
    var choices: Vocabulary {
        Vocabulary(
            (field.choices ?? []).map { name in
                let label = field.choiceLabels?[name]
                return .init(name: name, label: Label(zh: label?.zh ?? name, en: label?.en ?? name))
            })
    }

    var typedValues: Vocabulary {
        Vocabulary(
            (field.values ?? []).map {
                .init(name: $0.name, label: Label(zh: $0.label.zh, en: $0.label.en))
            })
    }

    /// A number where one is measured; what is written otherwise, such as 3万, the server understands.
    func typedValue(_ text: String, of name: String) -> JSONValue {
        let isNumber = field.values?.first { $0.name == name }?.quantity != nil
        let number = isNumber ? Int64(HalfWidth.text(text)) : nil
        return number.map(JSONValue.integer) ?? .text(text)
    }
}
