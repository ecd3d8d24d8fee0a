import Workflow
import Yams

/// Gives every state, action, clock and counter of a workflow's file another name.
///
/// It knows where the language names them: whatever it missed, the validators would refuse.
struct Renaming {
    enum Kind: String, CaseIterable {
        case states, actions, clocks, counters
    }

    /// What the engine itself means by these.
    private static let kept: Set = ["file", StateDefinition.unborn, "anyOpen", "same"]

    /// The same name of two kinds becomes two names.
    static func name(_ name: String, _ kind: Kind) -> String {
        kept.contains(name) ? name : "x\(kind.rawValue)\(name)"
    }

    private let names: [Kind: Set<String>]

    static func text(_ text: String) throws -> String {
        guard let root = try Yams.compose(yaml: text), let mapping = root.mapping else {
            return text
        }
        let names = Kind.allCases.map { kind in
            (kind, Set(mapping[Node(kind.rawValue)]?.mapping?.compactMap { $0.key.string } ?? []))
        }
        let renaming = Renaming(names: Dictionary(uniqueKeysWithValues: names))
        return try Yams.serialize(node: renaming.root(root), allowUnicode: true)
    }

    private func root(_ root: Node) -> Node {
        root.changed { section, node in
            switch section {
            case "states": keys(node, .states) { $0.member("leftBy") { word($0, .actions) } }
            case "clocks": keys(node, .clocks) { $0.member("marks", marks) }
            case "counters": keys(node, .counters) { $0 }
            case "classes":
                node.changed { _, issueClass in
                    issueClass.member("limits") { keys($0, .clocks) { $0 } }
                        .member("marks") { keys($0, .clocks, marks) }
                }
            case "people": node.changed { _, rights in self.rights(rights) }
            case "groups": node.changed { _, effects in self.effects(effects) }
            case "roles": node.changed(role)
            case "duties": node.changed(duties)
            case "actions": keys(node, .actions, action)
            default: node
            }
        }
    }

    private func role(_ section: String, _ node: Node) -> Node {
        let kind = section == "link" ? .actions : Kind(rawValue: section)
        guard let kind else { return node }
        return node.changed { _, names in word(names, kind) }
    }

    private func duties(_ section: String, _ node: Node) -> Node {
        keys(node, section == "clocks" ? .clocks : .states) { each($0, asked) }
    }

    /// An action, an action with people, or `{any, before}`.
    private func asked(_ node: Node) -> Node {
        guard let mapping = node.mapping else { return word(node, .actions) }
        guard mapping[Node("any")] == nil else {
            return node.member("any") { each($0, asked) }.member("before") { word($0, .clocks) }
        }
        return Node(mapping.map { (word($0, .actions), $1) }, node.tag, mapping.style)
    }

    private func action(_ node: Node) -> Node {
        node.changed { key, value in
            switch key {
            case "by": rights(value)
            case "from", "to": word(value, .states)
            case "guards": each(value, condition)
            case "effects": effects(value)
            case "transitions": each(value, transition)
            default: value
            }
        }
    }

    private func transition(_ node: Node) -> Node {
        node.changed { key, value in
            switch key {
            case "from", "to": word(value, .states)
            case "when": value.member("state") { word($0, .states) }
            case "effects": effects(value)
            default: value
            }
        }
    }

    private func rights(_ node: Node) -> Node {
        each(node) { right in
            right.member("in") { word($0, .states) }
                .member("notSamePersonAs") { word($0, .actions) }
        }
    }

    private func marks(_ node: Node) -> Node {
        node.changed { _, mark in mark.member("action") { word($0, .actions) } }
    }

    private func condition(_ node: Node) -> Node {
        node.changed { name, value in
            switch name {
            case "withinLimit", "limitPassed": word(value, .clocks)
            case "beforeAny", "reopenedWithin":
                value.member("action") { word($0, .actions) }
                    .member("since") { word($0, .actions) }
            default: parameters(value)
            }
        }
    }

    private func effects(_ node: Node) -> Node {
        each(node) { effect in
            effect.changed { name, value in
                switch name {
                case "start", "startUnlessRunning", "startForNew", "continue", "stop", "cancel",
                    "hold", "release", "pause", "resume", "stopOwn":
                    each(value) { $0.mapping == nil ? word($0, .clocks) : parameters($0) }
                case "count":
                    each(value) {
                        $0.mapping == nil ? word($0, .counters) : parameters($0)
                    }
                case "joinCommon", "mergeInto", "shareResult":
                    value.mapping == nil
                        ? word(value, .actions) : value.changed { word($1, .actions) }
                case "set": value.changed { _, source in parameters(source) }
                case "tell", "clear", "do", "giveCard": value
                default: parameters(value)
                }
            }
        }
    }

    private func parameters(_ node: Node) -> Node {
        node.member("clock") { word($0, .clocks) }.member("counter") { word($0, .counters) }
    }

    private func keys(_ node: Node, _ kind: Kind, _ value: (Node) -> Node) -> Node {
        guard let mapping = node.mapping else { return node }
        return Node(
            mapping.map { key, entry in (word(key, kind), value(entry)) }, node.tag, .block)
    }

    private func word(_ node: Node, _ kind: Kind) -> Node {
        each(node) { name in
            guard let text = name.string, names[kind]?.contains(text) == true else { return name }
            return Node(Self.name(text, kind))
        }
    }

    private func each(_ node: Node, _ change: (Node) -> Node) -> Node {
        guard let items = node.sequence else { return change(node) }
        return Node(items.map(change), node.tag, .flow)
    }
}

extension Node {
    /// The same mapping with other values; what is none stays.
    fileprivate func changed(_ change: (String, Node) -> Node) -> Node {
        guard let mapping else { return self }
        return Node(mapping.map { ($0, change($0.string ?? "", $1)) }, tag, mapping.style)
    }

    fileprivate func member(_ key: String, _ change: (Node) -> Node) -> Node {
        changed { $0 == key ? change($1) : $1 }
    }
}
