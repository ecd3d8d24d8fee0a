import Yams

/// Makes every single-fault change of a workflow file, or of one that such files include, by walking
/// through what the parser saw.
struct Mutations {
    /// The sections to which anything may be added.
    static let sections: Set = [
        "states", "counters", "clocks", "people", "fields", "groups", "actions",
    ]
    /// The keys under which people choose the names themselves: another name is no fault.
    private static let free: Set = [
        "states", "categories", "classes", "counters", "clocks", "people", "groups", "actions",
        "needs", "results", "choice", "marks",
    ]
    /// Keys whose texts people choose themselves; only an empty one is a fault.
    private static let texts: Set = ["zh", "en", "workflow", "calendar", "value"]
    /// What each thing must have; the thing is known by the keys above it.
    private static let required: Set = [
        "workflow", "version", "label", "calendar", "defaultClass", "kind", "rank", "amber",
        "limits", "party", "at", "action", "zh", "en", "role", "relation", "from", "to", "clock",
        "counter", "times", "reaches", "days", "since", "quantity", "text", "form", "choice",
        "step", "by", "roles",
    ]

    private let source: EditableText
    private let root: Node
    private let sections: Set<String>
    private var made: [Mutation] = []

    /// Makes the changes of one file.
    ///
    /// - Parameter sections: those of which a workflow takes the whole: what is added to another
    ///   section of an included file, nobody takes.
    static func all(
        of text: String, addingTo sections: Set<String> = sections
    ) throws -> [Mutation] {
        guard let root = try Yams.compose(yaml: text) else { return [] }
        var mutations = Mutations(source: EditableText(text), root: root, sections: sections)
        mutations.walk(root, [], holder: 1)
        mutations.addStructural()
        return mutations.made
    }

    private init(source: EditableText, root: Node, sections: Set<String>) {
        self.source = source
        self.root = root
        self.sections = sections
    }

    /// - Parameter holder: the line of the key under which the node stands.
    private mutating func walk(_ node: Node, _ path: [String], holder: Int) {
        switch node {
        case .scalar(let scalar): change(scalar, path)
        case .sequence(let sequence):
            collapse(node, path, holder)
            for (index, item) in sequence.enumerated() {
                walk(item, path + ["\(index)"], holder: item.mark?.line ?? holder)
            }
        case .mapping(let mapping):
            collapse(node, path, holder)
            for (index, pair) in mapping.enumerated() {
                guard let key = pair.key.scalar, let mark = pair.key.mark else { continue }
                changeKey(key, at: mark, mapping, index, path, holder)
                walk(pair.value, path + [key.string], holder: mark.line)
            }
        case .alias: break
        }
    }

    private mutating func add(
        _ kind: String, _ path: [String], _ text: EditableText, _ lines: Set<Int>
    ) {
        made.append(
            Mutation(
                kind: kind, path: path.joined(separator: "."), text: text.text, lines: lines))
    }

    // MARK: Words

    private mutating func change(_ scalar: Node.Scalar, _ path: [String]) {
        guard let mark = scalar.mark, let key = path.last(where: { Int($0) == nil }) else { return }
        let length = rawLength(scalar, mark)
        let isText = Self.texts.contains(key)
        add(
            isText ? "emptied text" : "misspelt word", path,
            source.replacing(mark.line, mark.column, length, with: isText ? "\"\"" : "zzz"),
            [mark.line])
        add(
            "mapping for a word", path,
            source.replacing(mark.line, mark.column, length, with: "{zzz: 1}"), [mark.line])
    }

    private func rawLength(_ scalar: Node.Scalar, _ mark: Mark) -> Int {
        let tail = source.tail(mark.line, mark.column)
        guard scalar.style == .doubleQuoted || scalar.style == .singleQuoted else {
            return scalar.string.unicodeScalars.count
        }
        return (tail.dropFirst().firstIndex(of: tail[0]) ?? 0) + 1
    }

    // MARK: Collections

    private mutating func collapse(_ node: Node, _ path: [String], _ holder: Int) {
        guard let mark = node.mark, ["{", "["].contains(source.tail(mark.line, mark.column).first),
            let length = source.flowLength(mark.line, mark.column)
        else { return }
        let isEmpty = length == 2
        add(
            isEmpty ? "word for an empty collection" : "word for a collection", path,
            source.replacing(mark.line, mark.column, length, with: "zzz"), [mark.line, holder])
    }

    // MARK: Keys

    private mutating func changeKey(
        _ key: Node.Scalar, at mark: Mark, _ mapping: Node.Mapping, _ index: Int, _ path: [String],
        _ holder: Int
    ) {
        let whole = path + [key.string]
        let count = key.string.unicodeScalars.count
        if !isFree(path, mapping, index) || mapping[index].value.string == "included" {
            add(
                "misspelt key", whole,
                source.replacing(mark.line, mark.column, count, with: key.string + "zz"),
                [mark.line, holder])
        }
        duplicate(key, mark, mapping, index, whole)
        if isRequired(key.string, path, mapping) {
            remove(key, mark, mapping, index, whole, holder)
        }
        if isBlock(mark, mapping), mark.column > 1 {
            add(
                "tab", whole, source.replacing(mark.line, 1, 2, with: "\t"),
                [mark.line - 1, mark.line, mark.line + 1])
        }
    }

    /// Tells whether the name of a pair is its author's own, so that another would be as good.
    private func isFree(_ path: [String], _ mapping: Node.Mapping, _ index: Int) -> Bool {
        guard let parent = path.last, path.first != "roles", path.first != "duties" else {
            return false
        }
        if parent == "marks" { return path.first != "classes" }
        if path.count == 4, path[0] == "classes", path[2] == "marks" { return true }
        if Self.free.contains(parent) { return !(parent == "actions" && path.count > 1) }
        guard parent == "fields" else { return false }
        return path.count == 1 || mapping[index].value.mapping != nil
    }

    private func isRequired(_ key: String, _ path: [String], _ mapping: Node.Mapping) -> Bool {
        guard let parent = path.last else { return Self.required.contains(key) }
        if parent == "limits" || path.first == "roles" { return true }
        if path.first == "duties" { return key == "any" }
        if isFree(path, mapping, 0) || ["when", "set", "fields", "marks"].contains(parent) {
            return false
        }
        // The dates and names of these may be left out, or something else says them.
        if parent == "start" { return key == "clock" }
        if ["beforeDue", "atMostTimes", "beforeAny"].contains(parent) {
            return key != "perUnit" && key != "since"
        }
        if ["requestExtension", "approveTracking"].contains(parent), key == "effects" {
            return false
        }
        if key == "plan" || key == "field" { return parent != "start" }
        if key == "by", path.count == 2, path.first == "actions" {
            return !mapping.contains { $0.key.string == "automatic" }
        }
        return Self.required.contains(key)
    }

    private mutating func duplicate(
        _ key: Node.Scalar, _ mark: Mark, _ mapping: Node.Mapping, _ index: Int, _ path: [String]
    ) {
        if isBlock(mark, mapping) {
            let line = String(repeating: " ", count: mark.column - 1) + key.string + ": zzz"
            add(
                "duplicate key", path, source.inserting(line, before: mark.line),
                [mark.line, mark.line + 1])
        } else if isFlow(mapping) {
            add(
                "duplicate key", path,
                source.replacing(mark.line, mark.column, 0, with: key.string + ": zzz, "),
                [mark.line])
        }
    }

    private mutating func remove(
        _ key: Node.Scalar, _ mark: Mark, _ mapping: Node.Mapping, _ index: Int, _ path: [String],
        _ holder: Int
    ) {
        let first = mapping.first?.key.mark?.line ?? mark.line
        let expected: Set = [holder, first, first + 1, owner(of: path)]
        if isBlock(mark, mapping) {
            let last = lastLine(of: mark)
            add("missing key", path, source.removing(mark.line...last), expected)
        } else if isFlow(mapping), let length = pairLength(mapping, index) {
            add(
                "missing key", path, source.replacing(mark.line, mark.column, length, with: ""),
                expected.union([mark.line]))
        }
    }

    private func isFlow(_ mapping: Node.Mapping) -> Bool {
        mapping.mark.map { source.tail($0.line, $0.column).first == "{" } ?? false
    }

    /// Tells whether a key stands first on a line of its own, in block style.
    private func isBlock(_ mark: Mark, _ mapping: Node.Mapping) -> Bool {
        !isFlow(mapping) && source.indentation(mark.line) == mark.column - 1
    }

    /// The line of the named thing that a path leads into: a missing limit is told at its class.
    private func owner(of path: [String]) -> Int {
        guard path.count > 2, let things = root.mapping?[Node(path[0])]?.mapping else { return 1 }
        return things.first { $0.key.string == path[1] }?.key.mark?.line ?? 1
    }

    /// The last line of a pair in block style: all that is indented deeper belongs to it.
    private func lastLine(of mark: Mark) -> Int {
        var line = mark.line
        while line < source.lines.count {
            let next = source.lines[line]
            let isBlank = next.allSatisfy { $0 == " " }
            let indentation = source.indentation(line + 1)
            guard !isBlank, indentation > mark.column - 1 else { break }
            line += 1
        }
        return line
    }

    /// How many characters a pair of a flow mapping has, with one of the commas beside it.
    private func pairLength(_ mapping: Node.Mapping, _ index: Int) -> Int? {
        guard let start = mapping[index].key.mark else { return nil }
        if index + 1 < mapping.count, let next = mapping[index + 1].key.mark {
            return next.line == start.line
                ? next.column - start.column : source.tail(start.line, start.column).count
        }
        let tail = source.tail(start.line, start.column)
        var depth = 0
        for (offset, scalar) in tail.enumerated() {
            if scalar == "{" || scalar == "[" { depth += 1 }
            if scalar == "}" || scalar == "]" {
                if depth == 0 { return offset }
                depth -= 1
            }
        }
        return nil
    }

    // MARK: The whole

    private mutating func addStructural() {
        for (name, entry) in things("actions") {
            guard let action = entry.mapping, let line = name.mark?.line else { continue }
            let isAutomatic = action.contains { $0.key.string == "automatic" }
            if isAutomatic {
                add(
                    "people for an automatic action", ["actions", name.string ?? ""],
                    source.inserting("    by: office", before: line + 1),
                    [line, line + 1, line + 2])
            }
            leaveTerminal(name.string ?? "", action)
            twin(name.string ?? "", action, "actions")
        }
        for section in ["states", "clocks", "classes"] {
            for (name, entry) in things(section) {
                entry.mapping.map { twin(name.string ?? "", $0, section) }
            }
        }
        for mark in marks() { ringPeople(mark) }
        addUseless()
    }

    private func things(_ section: String) -> [(Node, Node)] {
        root.mapping?[Node(section)]?.mapping.map { Array($0) }?.map { ($0.key, $0.value) } ?? []
    }

    /// Lets an action that leads somewhere leave a terminal state that does not name it.
    private mutating func leaveTerminal(_ name: String, _ action: Node.Mapping) {
        guard let from = action[Node("from")]?.scalar, let mark = from.mark,
            from.string != "unborn"
        else { return }
        add(
            "leaves a terminal state", ["actions", name, "from"],
            source.replacing(
                mark.line, mark.column, from.string.unicodeScalars.count, with: "merged"),
            [mark.line])
    }

    /// Gives a thing the Chinese label of another of its kind.
    private mutating func twin(_ name: String, _ thing: Node.Mapping, _ section: String) {
        guard let label = thing[Node("label")]?.mapping?[Node("zh")]?.scalar, let mark = label.mark,
            let other = things(section).first(where: { $0.0.string != name }),
            let zh = other.1.mapping?[Node("label")]?.mapping?[Node("zh")]?.string,
            let line = other.0.mark?.line
        else { return }
        let own = things(section).first { $0.0.string == name }?.0.mark?.line ?? mark.line
        add(
            "label of another", [section, name],
            source.replacing(mark.line, mark.column, rawLength(label, mark), with: zh),
            [own, line])
    }

    /// Every action that a mark names, with its place.
    private func marks() -> [Node.Scalar] {
        let ofClocks = things("clocks").compactMap { $0.1.mapping?[Node("marks")] }
        let ofClasses = things("classes").compactMap { $0.1.mapping?[Node("marks")]?.mapping }
            .flatMap { $0.map(\.value) }
        return (ofClocks + ofClasses).flatMap { $0.mapping.map { Array($0) } ?? [] }
            .compactMap { $0.value.mapping?[Node("action")]?.scalar }
    }

    private mutating func ringPeople(_ action: Node.Scalar) {
        guard let mark = action.mark else { return }
        add(
            "mark that rings people", ["marks", action.string],
            source.replacing(
                mark.line, mark.column, action.string.unicodeScalars.count, with: "note"),
            [mark.line])
    }

    /// Adds things that nothing leads to, ends, rings, counts or uses.
    private mutating func addUseless() {
        let label = "label: {zh: 多余之物, en: Needless}"
        let additions = [
            ("states", "  needless: {kind: active, \(label)}", "unreachable state"),
            ("counters", "  needless: {zh: 多余之物, en: Needless}", "idle counter"),
            (
                "clocks", "  needless: {\(label), party: office, limit: 1wd, marks: {}}",
                "clock that nothing starts"
            ),
            ("people", "  needless: [{role: caller, relation: any}]", "people that nobody names"),
            ("fields", "  needless: {text: 9, \(label)}", "field that nobody asks for"),
            ("groups", "  needless: [askEvaluation]", "group that nobody does"),
            (
                "actions", "  needless: {\(label), automatic: true, from: anyOpen, to: same}",
                "alarm without a mark"
            ),
            (
                "actions", "  moveVersion: {\(label), by: office, from: anyOpen, to: same}",
                "reserved name"
            ),
            (
                "actions",
                "  needless: {\(label), by: [{role: caller, relation: office}], from: anyOpen, to: same}",
                "nobody by this relation"
            ),
            (
                "actions",
                "  needless: {\(label), by: office, from: anyOpen, to: merged, effects: [{start: accept}]}",
                "clock started at the end"
            ),
        ]
        for (section, text, kind) in additions where sections.contains(section) {
            guard
                let pair = root.mapping?.first(where: { $0.key.string == section }),
                pair.value.mapping != nil, let line = pair.key.mark?.line
            else { continue }
            add(kind, [section], source.inserting(text, before: line + 1), [line + 1])
        }
    }
}
