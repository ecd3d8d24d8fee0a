import APIModel
import Languages

extension FieldForm {
    /// Says what the field is, and how its value is typed.
    func description(in language: Language) -> String {
        let form = choices(in: language) ?? hint(in: language)
        let label = language(field.label).plain
        return form.map { language("\(label)（\($0)）", "\(label) (\($0))") } ?? label
    }

    /// What to choose from: labels in Chinese, identifiers in English; nil where anything may be typed.
    func choices(in language: Language) -> String? {
        guard let choices = field.choices, !choices.isEmpty else { return nil }
        guard language == .zh else { return language.list(choices) }
        return language.list(
            choices.map { choice in
                field.choiceLabels?[choice].map { language($0) } ?? choice
            })
    }

    /// The values that the category types, each with what it is measured in.
    ///
    /// - Returns: nil for fields of other forms, and where the category types none.
    func typedHint(in language: Language) -> String? {
        guard let values = field.values, !values.isEmpty else { return nil }
        let list = language.list(
            values.map { value in
                let measure = value.quantity.map { language($0) } ?? value.kind
                let demand = value.isRequired ? language("，必填", ", required") : ""
                return "\(value.name)=\(language(value.label)) [\(measure)\(demand)]"
            })
        return takesAny && values.count > 1
            ? language("至少一项：", "at least one of: ") + list : list
    }

    /// Whether one of the values is enough, whichever it is.
    private var takesAny: Bool {
        field.isRequired && field.values?.contains(where: \.isRequired) == false
    }

    private func hint(in language: Language) -> String? {
        switch field.form {
        case "count": language("整数", "a whole number")
        case "boolean": language("是、否", "yes, no")
        case "date": language("如 2026-10-15、11月10日、下周五、3个工作日后", "e.g. 2026-10-15, 下周五")
        case "unit": language("单位名称或代码", "a unit's name or code")
        case "units": language("单位名称或代码，用逗号分隔", "units' names or codes, separated by commas")
        case "person": language("姓名或登录名", "a name or login")
        case "class": "U, D, C, B, A"
        case "category": language("类别名称或代码，如 FIN", "a category's label or code, e.g. FIN")
        case "division": language("区县名称或六位区划代码", "a division's name, or six digits")
        case "evidence": language("类型:文字，可重复", "kind:text, repeatable")
        case "plan": language("2026-10-15:事项，可重复", "2026-10-15:what, repeatable")
        case "decisions":
            language(
                "2026-10-15:牵头单位代码:事项，可重复", "2026-10-15:lead unit's code:what, repeatable")
        case "newIssues", "object", "objects", "list": "JSON"
        case "needs", "results": typedHint(in: language) ?? "JSON"
        case "issue": language("问题编号", "an issue's number")
        default: nil
        }
    }
}
