import Languages
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
            .wrongType, at: place, Label(zh: "`\(word)` 不带内容", en: "`\(word)` takes nothing"),
            Label(zh: "请只写 `\(word)`", en: "write `\(word)` alone"))
        return false
    }

    /// The text of it, unchecked, where it is no collection.
    var bareWord: String? { node.scalar?.string }

    func text() -> Placed<String>? {
        guard let scalar = node.scalar else { return refuse(Label(zh: "文字", en: "a text")) }
        guard !scalar.string.allSatisfy(\.isWhitespace) else {
            log.record(
                .badText, at: place, Label(zh: "\(subject.zh)是空的", en: "\(subject.en) is empty"),
                Label(zh: "请填写", en: "write something"))
            return nil
        }
        return Placed(value: scalar.string, place: place)
    }

    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let scalar = node.scalar, let number = Int(scalar.string) else {
            return refuse(Label(zh: "整数", en: "a whole number"))
        }
        guard range.contains(number) else {
            log.record(
                .outOfRange, at: place,
                Label(zh: "\(subject.zh)为 \(number)", en: "\(subject.en) is \(number)"),
                Label(
                    zh: "须为 \(range.lowerBound) 至 \(range.upperBound)",
                    en: "it must be from \(range.lowerBound) to \(range.upperBound)"))
            return nil
        }
        return number
    }

    func boolean() -> Bool? {
        switch node.scalar?.string {
        case "true": true
        case "false": false
        default: refuse(Label(zh: "`true` 或 `false`", en: "`true` or `false`"))
        }
    }

    /// Reads one of the words of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(
        _ what: Label, of type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let text = text() else { return nil }
        if let word = Word(rawValue: text.value) { return word }
        log.recordUnknown(.unknownWord, text, what, known: Word.allCases.map(\.rawValue))
        return nil
    }

    /// Reads a list; nil where it is none.
    func list() -> [Entry]? {
        guard let sequence = node.sequence else {
            return refuse(Label(zh: "列表 `[…]`", en: "a list `[…]`"))
        }
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
        _ expected: Label, _ parse: (String) throws -> Value
    ) -> Value? {
        guard let text = text() else { return nil }
        do {
            return try parse(text.value)
        } catch {
            log.record(
                .badText, at: place,
                Label(
                    zh: "“\(text.value.prefix(80))”读不懂",
                    en: "`\(text.value.prefix(80))` cannot be read"),
                Label(zh: "请写\(expected.zh)", en: "write \(expected.en)"))
            return nil
        }
    }

    var subject: Label {
        name.isEmpty ? Label(zh: "此处", en: "this") : Label(zh: "“\(name)”", en: "`\(name)`")
    }

    func refuse<Value>(_ expected: Label) -> Value? {
        log.record(
            .wrongType, at: place,
            Label(zh: "\(subject.zh)是\(kind.zh)", en: "\(subject.en) is \(kind.en)"),
            Label(zh: "须为\(expected.zh)", en: "it must be \(expected.en)"))
        return nil
    }

    private var kind: Label {
        switch node {
        case .scalar(let scalar):
            Label(
                zh: "“\(scalar.string.prefix(40))”", en: "`\(scalar.string.prefix(40))`")
        case .mapping: Label(zh: "一组键值", en: "a mapping")
        case .sequence: Label(zh: "列表", en: "a list")
        case .alias: Label(zh: "别名", en: "an alias")
        }
    }
}
