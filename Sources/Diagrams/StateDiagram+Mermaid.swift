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
        let isPlain = anywhere.isEmpty && fromAnywhere.isEmpty && shared.isEmpty
        if let first = nodes.first, !isPlain {
            lines.append("    note left of \(first.id)")
            lines += fromAnywhere.flatMap { arrows($0, from: words.anyOpen) }
            for shared in shared {
                lines += shared.ways.flatMap { arrows($0, from: plain(shared.states)) }
                lines += shared.staying.map { "        \(plain(shared.states)): \(inline($0))" }
            }
            lines += anywhere.map { "        \(words.anyOpen): \(inline($0))" }
            lines.append("    end note")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func arrows(_ way: Way, from: String) -> [String] {
        let target = nodes.first { $0.id == way.to }?.title ?? way.to
        return way.steps.map { "        \(from): \(inline($0)) → \(plain(target))" }
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
