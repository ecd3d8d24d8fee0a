import Yams

/// Reads one node of a file, recording a fault where it is not what is asked for.
struct Entry {
    let node: Node
    /// The key under which it stands, for messages; empty for the file itself.
    let name: String
    let log: FaultLog

    var place: Place { Place(node.mark) }

    /// Tells whether it is a plain word or text rather than a collection.
    var isScalar: Bool { node.scalar != nil }

    var isMapping: Bool { node.mapping != nil }

    /// Tells whether a word that takes nothing stands alone; records what it has where it has.
    func isBare(_ word: String) -> Bool {
        if bareWord == word { return true }
        log.record(
            .wrongType, at: place, "`\(word)` takes nothing", "write `\(word)` alone")
        return false
    }

    /// The text of it, unchecked, where it is no collection.
    var bareWord: String? { node.scalar?.string }

    func text() -> Placed<String>? {
        guard let scalar = node.scalar else { return refuse("a text") }
        guard !scalar.string.allSatisfy(\.isWhitespace) else {
            log.record(
                .badText, at: place, "\(subject) is empty", "write something")
            return nil
        }
        return Placed(value: scalar.string, place: place)
    }

    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let scalar = node.scalar, let number = Int(scalar.string) else {
            return refuse("a whole number")
        }
        guard range.contains(number) else {
            log.record(
                .outOfRange, at: place, "\(subject) is \(number)",
                "it must be from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    func boolean() -> Bool? {
        switch node.scalar?.string {
        case "true": true
        case "false": false
        default: refuse("`true` or `false`")
        }
    }

    /// Reads one of the words of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(
        _ what: String, of type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = text() else { return nil }
        if let word = Word(rawValue: text.value) { return word }
        log.recordUnknown(.unknownWord, text, what, known: Word.allCases.map(\.rawValue))
        return nil
    }

    /// Reads a list; nil where it is none.
    func list() -> [Entry]? {
        guard let sequence = node.sequence else { return refuse("a list `[…]`") }
        return sequence.map { Entry(node: $0, name: name, log: log) }
    }

    /// Reads one item, or a list of them.
    func oneOrMore() -> [Entry] {
        isScalar || node.mapping != nil ? [self] : list() ?? []
    }

    func texts() -> [Placed<String>] {
        oneOrMore().compactMap { $0.text() }
    }

    /// Reads a value by an initialiser that throws when the text has not its form.
    func parsed<Value>(
        _ expected: String, _ parse: (String) throws -> Value
    ) -> Value? {
        guard let text = text() else { return nil }
        do {
            return try parse(text.value)
        } catch {
            log.record(
                .badText, at: place, "`\(text.value.prefix(80))` cannot be read",
                "write \(expected)")
            return nil
        }
    }

    var subject: String { name.isEmpty ? "this" : "`\(name)`" }

    func refuse<Value>(_ expected: String) -> Value? {
        log.record(
            .wrongType, at: place, "\(subject) is \(kind)", "it must be \(expected)")
        return nil
    }

    private var kind: String {
        switch node {
        case .scalar(let scalar): "`\(scalar.string.prefix(40))`"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
