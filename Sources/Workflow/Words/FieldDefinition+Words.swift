package import Languages

extension FieldDefinition.Form {
    /// Says in words which values a field takes.
    package var words: Label {
        switch self {
        case .text(let maximum):
            Label(zh: "至多 \(maximum) 字", en: "text of at most \(maximum) characters")
        case .choice(let values):
            Label { language in
                language("选一：", "one of ")
                    + language.list(values.map { Label.name($0).text(in: language) })
            }
        case .count: Label(zh: "个数", en: "a count")
        case .boolean: Label(zh: "是或否", en: "yes or no")
        case .date: Label(zh: "日期", en: "a date")
        case .unit: Label(zh: "单位", en: "a unit")
        case .units: Label(zh: "单位（可多个）", en: "units")
        case .person: Label(zh: "人员", en: "a person")
        case .issueClass: Label(zh: "分类", en: "a class")
        case .category: Label(zh: "类别", en: "a category")
        case .division: Label(zh: "属地", en: "a division")
        case .evidence: Label(zh: "佐证", en: "evidence")
        case .plan: Label(zh: "带日期的计划", en: "a dated plan")
        case .decisions:
            Label(zh: "议定内容，各有主办单位与日期", en: "decisions, each with a lead unit and a date")
        case .newIssues: Label(zh: "新问题", en: "new issues")
        case .issue: Label(zh: "另一问题", en: "another issue")
        case .state: Label(zh: "在办状态", en: "an open state")
        case .needs: Label(zh: "类别的需求", en: "the needs of the category")
        case .results: Label(zh: "类别的结果", en: "the results of the category")
        case .project: Label(zh: "项目", en: "a project")
        }
    }
}

extension FieldDefinition {
    /// Says in words what the field is, without its name.
    package var words: Label {
        Label { language in
            language(isRequired ? "必填，" : "可不填，", isRequired ? "required, " : "optional, ")
                + form.words.text(in: language)
                + (sets.map { language("，记为“\($0)”", ", becomes `\($0)`") } ?? "")
                + bounds(language("不早于", "not before "), notBefore, in: language)
                + bounds(language("不晚于", "not after "), notAfter, in: language)
        }
    }

    private func bounds(_ words: String, _ bounds: [DayBound], in language: Language) -> String {
        guard !bounds.isEmpty else { return "" }
        let days = bounds.map { $0.words.text(in: language) }
        return language("，", ", ") + words + days.joined(separator: language("、", " and "))
    }
}

extension FieldDefinition.DayBound {
    package var words: Label {
        switch self {
        case .today: Label(zh: "今天", en: "today")
        case .field(let name): .name(name)
        }
    }
}

extension ValueDefinition {
    /// Says in words what the value is, without its name.
    package var words: Label {
        let measure =
            switch kind {
            case .quantity(let quantity): quantity.label
            case .date: Label(zh: "日期", en: "a date")
            case .text(let maximum):
                Label(zh: "至多 \(maximum) 字", en: "text of at most \(maximum) characters")
            }
        return Label(
            zh: "\(isRequired ? "必填" : "可不填")，\(measure.zh)",
            en: "\(isRequired ? "required" : "optional"), \(measure.en)")
    }
}

extension Label {
    /// Both languages, as diffs print them.
    var words: String { "\(zh), \(en)" }

    /// A name as definitions write it.
    static func name(_ name: String) -> Label { Label(zh: "“\(name)”", en: "`\(name)`") }

    /// What is written alike in both languages.
    init(_ text: String) { self.init(zh: text, en: text) }
}
