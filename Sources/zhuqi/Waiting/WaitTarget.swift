import APIModel
import Languages

/// What is waited for: that an issue is in a state, or that an action is taken on it.
struct WaitTarget {
    /// As it was typed.
    let word: String
    /// By name, whichever workflow calls them so.
    let states: Set<String>
    let actions: Set<String>
    /// The states in which issues have ended.
    let endings: Set<String>

    /// Throws: `usage` for what no workflow calls a state or an action, with what is near.
    init(_ word: String, in workflows: [WorkflowAnswer]) throws(StaffError) {
        let words = workflows.map { workflow in
            (
                Vocabulary(workflow.states.map { Self.entry($0.name, $0.label) }),
                Vocabulary(workflow.actions.map { Self.entry($0.name, $0.label) })
            )
        }
        self.word = word
        states = Set(words.flatMap { Self.names(of: word, among: $0.0) })
        actions = Set(words.flatMap { Self.names(of: word, among: $0.1) })
        endings = Set(
            workflows.flatMap(\.states).filter { $0.kind == "terminal" }.map(\.name)
        ).subtracting(
            workflows.flatMap(\.states).filter { $0.kind != "terminal" }.map(\.name))
        guard states.isEmpty, actions.isEmpty else { return }
        throw Self.unknown(word, words.flatMap { $0.0.near(word) + $0.1.near(word) })
    }

    private static func entry(_ name: String, _ label: LabelAnswer) -> Vocabulary.Entry {
        Vocabulary.Entry(name: name, label: Label(zh: label.zh, en: label.en))
    }

    /// More than one where two are called the same: each of them will do.
    private static func names(of word: String, among words: Vocabulary) -> [String] {
        switch words.meaning(of: word) {
        case .name(let name): [name]
        case .several(let entries): entries.map(\.name)
        case .unknown: []
        }
    }

    private static func unknown(_ word: String, _ near: [Vocabulary.Entry]) -> StaffError {
        func list(_ language: Language) -> String {
            var labels: [String] = []
            for entry in near where !labels.contains(entry.label.text(in: language)) {
                labels.append(entry.label.text(in: language))
            }
            return language.list(labels)
        }
        return .usage(
            zh: "没有叫“\(word)”的状态或动作" + (near.isEmpty ? "" : "，是否指\(list(.zh))"),
            en: "no state and no action is called “\(word)”"
                + (near.isEmpty ? "" : "; did you mean \(list(.en))?"))
    }
}
