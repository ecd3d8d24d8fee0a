import Workflow

extension StateDiagram {
    /// Writes the picture as Mermaid text, for where no Graphviz is installed.
    package var mermaid: String {
        var lines = ["---", "title: \(title)", "---", "stateDiagram-v2"]
        for node in nodes {
            lines.append("    \(node.id) : \(plain(node.title))")
            lines += node.staying.map { "    \(node.id) : \(inline($0))" }
        }
        for way in ways {
            let from = way.from == StateDefinition.unborn ? "[*]" : way.from
            for step in way.steps { lines.append("    \(from) --> \(way.to) : \(inline(step))") }
        }
        lines += nodes.filter { $0.kind == .terminal }.map { "    \($0.id) --> [*]" }
        let words = LegendWords(language: language)
        if let first = nodes.first, !(anywhere + (fromAnywhere + fromMany).flatMap(\.steps)).isEmpty
        {
            lines.append("    note left of \(first.id)")
            for way in fromAnywhere {
                let target = nodes.first { $0.id == way.to }?.title ?? way.to
                lines += way.steps.map {
                    "        \(words.anyOpen): \(inline($0)) → \(plain(target))"
                }
            }
            for way in fromMany {
                let target = nodes.first { $0.id == way.to }?.title ?? way.to
                lines += way.steps.map {
                    "        \(plain(way.from)): \(inline($0)) → \(plain(target))"
                }
            }
            lines += anywhere.map { "        \(words.anyOpen): \(inline($0))" }
            lines.append("    end note")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func inline(_ step: Step) -> String {
        let clock = step.isAutomatic ? "※ " : ""
        let condition = step.condition.isEmpty ? "" : " - \(plain(step.condition))"
        let takers = step.takers.isEmpty ? "" : " (\(plain(step.takers)))"
        return clock + plain(step.name) + condition + takers
    }

    /// A colon, a semicolon or a number sign would end a line of Mermaid.
    private func plain(_ text: String) -> String {
        text.replacing(":", with: "：").replacing(";", with: "；").replacing("#", with: "＃")
            .replacing("\n", with: " ")
    }
}
