package import Languages
package import Workflow

/// What a picture of a workflow shows: its states, the ways between them, and what may happen
/// without leaving a state.
package struct StateDiagram: Sendable {
    /// One action as it stands on a way.
    struct Step: Hashable {
        let name: String
        /// Who takes it; empty for the system.
        let takers: String
        let isAutomatic: Bool
        /// The choice that leads this way, e.g. `满意、基本满意`; empty where there is none.
        let condition: String
    }

    struct Node {
        let id: String
        let title: String
        let kind: StateDefinition.Kind
        /// What may happen without leaving the state, but not everywhere.
        let staying: [Step]
    }

    struct Way {
        let from: String
        let to: String
        let steps: [Step]
    }

    /// What many states have in common, said once.
    struct Shared {
        /// The titles of the states; all open ones but a few are told by these.
        let states: String
        /// What stays in each of them.
        let staying: [Step]
        /// What leaves each of them for one and the same.
        let ways: [Way]
    }

    let title: String
    let nodes: [Node]
    let ways: [Way]
    /// What may happen in every open state without leaving it.
    let anywhere: [Step]
    /// What leaves every open state for one and the same, by that state.
    let fromAnywhere: [Way]
    /// What many states have in common, those first that the definition names first.
    let shared: [Shared]
    let language: Language

    package init(_ definition: WorkflowDefinition, in language: Language) {
        let version = definition.version
        let words = DiagramWords(definition: definition, language: language)
        self.language = language
        title =
            "\(words.text(definition.label)) · \(language("第 \(version) 版", "version \(version)"))"
        let open = Set(definition.states.filter(\.isOpen).map(\.name))
        let general = definition.actions.filter { Self.isGeneral($0, open) }
        let common = definition.actions.filter { action in
            (Self.gathers(action) || Self.staysInMany(action))
                && !general.contains { $0.name == action.name }
        }
        let special = definition.actions.filter { action in
            !action.isAdoption
                && !(general + common).contains { $0.name == action.name }
        }
        nodes = definition.states.map { state in
            Node(
                id: state.name, title: words.text(state.label), kind: state.kind,
                staying: special.filter {
                    $0.transitions(from: state.name).contains { $0.to == state.name }
                }
                .map { words.step($0, nil) })
        }
        anywhere = general.filter { $0.transitions.allSatisfy { $0.from == $0.to } }
            .map { words.step($0, nil) }
        fromAnywhere = general.filter { !$0.transitions.allSatisfy { $0.from == $0.to } }.compactMap
        { action in
            action.transitions.first.map {
                Way(from: "", to: $0.to, steps: [words.step(action, nil)])
            }
        }
        shared = Self.shared(common, words)
        ways = Self.ways(special, words)
    }

    /// Tells whether an action may be taken in every open state alike.
    private static func isGeneral(_ action: ActionDefinition, _ open: Set<String>) -> Bool {
        let targets = Set(action.transitions.map { $0.from == $0.to ? "" : $0.to })
        return targets.count == 1 && Set(action.transitions.map(\.from)) == open
    }

    /// Tells whether an action leads from so many states to one that its arrows would hide the rest.
    static func gathers(_ action: ActionDefinition) -> Bool {
        let targets = Set(action.transitions.map(\.to))
        return !action.isAdoption && targets.count == 1
            && action.transitions.allSatisfy { $0.from != $0.to }
            && Set(action.transitions.map(\.from)).count >= most
    }

    /// Tells whether an action may be taken in so many states, all of which it leaves as they are, that
    /// saying it in each would fill the page.
    static func staysInMany(_ action: ActionDefinition) -> Bool {
        !action.isAdoption && action.transitions.allSatisfy { $0.from == $0.to }
            && Set(action.transitions.map(\.from)).count >= most
    }

    private static let most = 5

    private static func shared(_ actions: [ActionDefinition], _ words: DiagramWords) -> [Shared] {
        var order: [Set<String>] = []
        var actionsOf: [Set<String>: [ActionDefinition]] = [:]
        for action in actions {
            let states = Set(action.transitions.map(\.from))
            if actionsOf[states] == nil { order.append(states) }
            actionsOf[states, default: []].append(action)
        }
        return order.map { states in
            let own = actionsOf[states] ?? []
            return Shared(
                states: words.states(states),
                staying: own.filter(staysInMany).map { words.step($0, nil) },
                ways: own.filter(gathers).compactMap { action in
                    action.transitions.first.map {
                        Way(from: "", to: $0.to, steps: [words.step(action, nil)])
                    }
                })
        }
    }

    private static func ways(_ actions: [ActionDefinition], _ words: DiagramWords) -> [Way] {
        struct Ends: Hashable { let from: String, to: String }
        var order: [Ends] = []
        var steps: [Ends: [Step]] = [:]
        for action in actions {
            for transition in action.transitions where transition.from != transition.to {
                let ends = Ends(from: transition.from, to: transition.to)
                if steps[ends] == nil { order.append(ends) }
                steps[ends, default: []].append(words.step(action, transition))
            }
        }
        return order.map { Way(from: $0.from, to: $0.to, steps: steps[$0] ?? []) }
    }
}

/// Finds the words of a picture in one language.
struct DiagramWords {
    let definition: WorkflowDefinition
    let language: Language

    func text(_ label: Label) -> String { label.text(in: language) }

    private var several: String { language("、", ", ") }

    /// The titles of some states, in the order of the definition; of nearly all open ones those that are
    /// left out.
    func states(_ names: Set<String>) -> String {
        let open = definition.states.filter(\.isOpen)
        let others = open.filter { !names.contains($0.name) }.map { text($0.label) }
        guard others.count <= 2, names.allSatisfy({ name in open.contains { $0.name == name } })
        else {
            return definition.states.filter { names.contains($0.name) }.map { text($0.label) }
                .joined(separator: several)
        }
        let left = others.joined(separator: several)
        return language("除\(left)外的未结状态", "any open state but \(left)")
    }

    /// Who takes an action, in as few words as say it: both roles of the lead unit are the unit.
    private func takers(of action: ActionDefinition, in state: String?) -> [String] {
        let held = action.rights.filter { right in
            right.states.isEmpty || state.map(right.states.contains) ?? true
        }
        let both: [(Right.Relation, Set<Right.Role>, Label)] = [
            (.leadUnit, [.handler, .unitHead], Label(zh: "主办单位", en: "lead unit")),
            (.supportingUnit, [.handler, .unitHead], Label(zh: "协办单位", en: "supporting unit")),
            (.office, [.districtOffice, .cityOffice], Label(zh: "活动办", en: "office")),
            (.levelHolder, [], Label(zh: "提级责任人", en: "named officer")),
        ]
        var seen = Set<String>()
        return held.map { right in
            let holders = Set(held.filter { $0.relation == right.relation }.map(\.role))
            let whole = both.first { $0.0 == right.relation && $0.1.isSubset(of: holders) }
            return text(whole?.2 ?? right.role.label)
        }.filter { seen.insert($0).inserted }
    }

    func step(
        _ action: ActionDefinition, _ transition: ActionDefinition.Transition?
    ) -> StateDiagram.Step {
        let condition = (transition?.when ?? [:]).sorted { $0.key < $1.key }
            .flatMap { field, values in
                values.sorted().map { value in
                    action.field(field)?.choiceLabels[value].map(text) ?? value
                }
            }
        return StateDiagram.Step(
            name: text(action.label),
            takers: takers(of: action, in: transition?.from).joined(separator: several),
            isAutomatic: action.isAutomatic, condition: condition.joined(separator: several))
    }
}
