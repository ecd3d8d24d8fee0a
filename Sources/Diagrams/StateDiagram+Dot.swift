import Languages
import Workflow

extension StateDiagram {
    /// Writes the picture in Graphviz's language, sized for one A3 page.
    package var dot: String {
        var lines = [
            "digraph workflow {",
            "  graph [rankdir=TB, size=\"16.1,11.3\", margin=0.1, nodesep=0.18, ranksep=0.18,",
            "         splines=true, fontname=\"\(Self.font)\", labelloc=t, fontsize=13,",
            "         label=<\(heading)>];",
            "  node [shape=box, style=\"rounded,filled\", fontname=\"\(Self.font)\", fontsize=16,",
            "        margin=\"0.12,0.07\", color=\"#44546a\"];",
            "  edge [fontname=\"\(Self.font)\", fontsize=12, color=\"#5b6b80\", arrowsize=0.7];",
            "  unborn [shape=circle, label=\"\", width=0.22, style=filled, fillcolor=\"#222222\"];",
        ]
        lines += nodes.filter(isReached).map(line)
        lines += ways.map(line)
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    /// An end to which no arrow is drawn stands in the heading, with what leads there.
    private func isReached(_ node: Node) -> Bool {
        node.kind != .terminal || ways.contains { $0.from == node.id || $0.to == node.id }
    }

    private static let font = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"

    private func line(_ node: Node) -> String {
        let staying = node.staying.map { "<br/><font point-size=\"12\">\(inline($0))</font>" }
        let label = "<b>\(escaped(node.title))</b>" + staying.joined()
        return
            "  \(quoted(node.id)) [label=<\(label)>, fillcolor=\"\(colour(node.kind))\"\(shape(node.kind))];"
    }

    private func line(_ way: Way) -> String {
        let label = way.steps.map(inline).joined(separator: "<br/>")
        let isAutomatic = way.steps.allSatisfy(\.isAutomatic)
        return "  \(quoted(way.from)) -> \(quoted(way.to)) [label=<\(label)>"
            + (isAutomatic ? ", style=dashed];" : "];")
    }

    /// One action in one line: its name, when it leads this way, and who takes it.
    private func inline(_ step: Step) -> String {
        let clock = step.isAutomatic ? "※ " : ""
        let colon = LegendWords(language: language).colon
        let condition = step.condition.isEmpty ? "" : "\(colon)\(escaped(step.condition))"
        let takers =
            step.takers.isEmpty
            ? "" : " <font color=\"#7a8797\">\(escaped(step.takers))</font>"
        return clock + escaped(step.name) + condition + takers
    }

    private func colour(_ kind: StateDefinition.Kind) -> String {
        switch kind {
        case .initial: "#fff4d6"
        case .active: "#dcebff"
        case .waiting: "#f1e4ff"
        case .terminal: "#e6e6e6"
        }
    }

    private func shape(_ kind: StateDefinition.Kind) -> String {
        kind == .terminal ? ", peripheries=2" : ""
    }

    /// The title, and below it what the colours mean and what may happen in any open state.
    private var heading: String {
        let words = LegendWords(language: language)
        let kinds = StateDefinition.Kind.allCases.map { kind in
            "<td bgcolor=\"\(colour(kind))\" border=\"1\">  \(words.kind(kind))  </td>"
        }
        var rows = [
            "<tr><td colspan=\"5\"><font point-size=\"26\"><b>\(escaped(title))</b></font></td></tr>",
            "<tr>\(kinds.joined())<td>※ \(words.automatic)</td></tr>",
        ]
        let steps = anywhere.filter { !$0.isAutomatic }.map(inline) + fromAnywhere.flatMap(arrows)
        let alarms = anywhere.filter(\.isAutomatic).map(inline)
        for part in [steps, alarms] where !part.isEmpty {
            let lines = lines(of: part)
            rows.append(
                "<tr><td colspan=\"5\">\(states(words.anyOpen))\(words.colon)"
                    + lines.joined(separator: "<br/>") + "</td></tr>")
        }
        for shared in shared {
            let items = shared.staying.map(inline) + shared.ways.flatMap(arrows)
            let first = states(shared.states) + words.colon + (items.first ?? "")
            rows.append(
                "<tr><td colspan=\"5\">"
                    + lines(of: [first] + items.dropFirst()).joined(separator: "<br/>")
                    + "</td></tr>")
        }
        return "<table border=\"0\" cellborder=\"0\" cellspacing=\"1\">\(rows.joined())</table>"
    }

    /// Puts as much into a line as lets the legend be no wider than the picture below it.
    private func lines(of items: [String]) -> [String] {
        let separator = " · "
        return items.reduce(into: []) { lines, item in
            guard let last = lines.last,
                Self.width(last + separator + item) <= Self.longestLine
            else { return lines.append(item) }
            lines[lines.count - 1] = last + separator + item
        }
    }

    /// Units: Latin letters; a Chinese one takes the room of two.
    private static let longestLine = 230

    private static func width(_ markup: String) -> Int {
        markup.replacing(#/<[^>]*>/#, with: "").unicodeScalars.reduce(0) {
            $0 + ($1.value < 0x2E80 ? 1 : 2)
        }
    }

    /// The states that a line of the legend is about. Bold letters would be wider than Graphviz takes
    /// them for.
    private func states(_ titles: String) -> String {
        "<font color=\"#1f4e79\">\(escaped(titles))</font>"
    }

    private func arrows(_ way: Way) -> [String] {
        let target = nodes.first { $0.id == way.to }?.title ?? way.to
        return way.steps.map { "\(inline($0)) → \(escaped(target))" }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

/// The words of the legend.
struct LegendWords {
    let language: Language

    func kind(_ kind: StateDefinition.Kind) -> String {
        switch kind {
        case .initial: language("受理之前", "before acceptance")
        case .active: language("行政机关办理", "the administration acts")
        case .waiting: language("等待企业", "the enterprise acts")
        case .terminal: language("终结", "ended")
        }
    }

    var automatic: String {
        language("由系统自动执行", "done by the system")
    }

    var colon: String { language("：", ": ") }

    var anyOpen: String { language("任何未结状态", "in any open state") }
}
