import APIModel
import Languages

/// Shows one issue on one page: head, people, clocks, texts, and what the reader may do next.
struct IssueSheet {
    let issue: IssueAnswer
    let actions: ActionsAnswer
    let language: Language
    let canvas: Canvas

    var lines: [String] {
        let sections = [
            head, IssuePeople(issue: issue, language: language).lines,
            ClockTable(clocks: issue.clocks, language: language).lines(on: canvas),
            paragraph(language("诉求", "Description"), issue.description),
            typed(language("需求", "Needs"), issue.needs),
            typed(language("成果", "Results"), issue.results), attributes,
            NextActions(issue: issue.number, actions: actions, language: language)
                .lines(on: canvas),
        ]
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private var head: [String] {
        let state = "\(language(issue.stateLabel)) (\(issue.state))".plain
        let parts = [
            canvas.paint(issue.number.plain, .bold),
            language("\(issue.class)类", "class \(issue.class)"),
            state, language("第 \(issue.version) 版", "version \(issue.version)"),
            issue.confidential ? language("保密投诉", "confidential") : nil,
            issue.isAttested ? nil : language("导入未核验", "imported, not attested"),
        ]
        let light = SignalLight(signal: issue.signal)
        let lightText = canvas.paint(light.text(in: language), light.paint)
        let first = ([lightText] + parts.compactMap { $0 }).joined(separator: "  ")
        return [first] + wrapping(indent: 0).lines(of: issue.title) + members
    }

    /// Whoever reviews must know that others get the same answer.
    private var members: [String] {
        guard let count = issue.memberCount else { return [] }
        return [
            language(
                "共性问题主件：办理结果同时用于 \(count) 件（zhuqi common \(issue.number)）",
                count == 1
                    ? "1 other issue gets its result: zhuqi common \(issue.number)"
                    : "\(count) other issues get its result: zhuqi common \(issue.number)"
            ).plain
        ]
    }

    /// What is needed, or what came of it, with its measure.
    private func typed(_ title: String, _ values: [TypedValue]?) -> [String] {
        guard let values, !values.isEmpty else { return [] }
        let text = ValueText(language: language)
        let said = values.map { value in
            let measure = value.quantity.map { " \(language($0).plain)" } ?? ""
            return "\(language(value.label).plain) \(text.value(value.value))\(measure)"
        }
        return paragraph(title, said.joined(separator: language("；", "; ")))
    }

    /// What the workflow recorded: short values on a line each, then the long texts.
    private var attributes: [String] {
        let text = ValueText(language: language, labels: issue.valueLabels ?? [:])
        let known = issue.attributes
            .filter { $0.value != .null && EventDetails.isTold($0.key) }.sorted { $0.key < $1.key }
        var short = LabelledLines(labelWidth: IssuePeople.labelWidth)
        var long: [[String]] = []
        for (name, value) in known {
            if case .text(let words) = value, words.displayWidth > 40 {
                long.append(paragraph(text.attribute(name), words))
            } else {
                short.add(text.attribute(name), text.value(value, of: name))
            }
        }
        return Array(([short.lines] + long).filter { !$0.isEmpty }.joined(separator: [""]))
    }

    /// A title, and below it the text, wrapped.
    private func paragraph(_ title: String, _ text: String) -> [String] {
        let lines = wrapping(indent: 2).lines(of: text)
        return [canvas.paint(title.plain, .bold)] + lines.map { $0.isEmpty ? "" : "  " + $0 }
    }

    private func wrapping(indent: Int) -> Wrapping {
        Wrapping(width: max(20, min(canvas.width ?? 100, 100) - indent))
    }
}
