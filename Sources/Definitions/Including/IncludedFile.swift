import Languages
import Yams

/// Reads a file of which workflows take entries: which it has, and on which lines each stands.
struct IncludedFile {
    /// The sections whose entries can be taken; what else a workflow says is its own.
    static let shareable = [
        "categories", "classes", "counters", "clocks", "people", "fields", "groups", "actions",
    ]
    /// Stands in a workflow instead of what is taken.
    static let word = "included"

    /// Lines that are taken together.
    struct Block {
        /// With the comments right above.
        let lines: ClosedRange<Int>
        /// Where the name of it stands.
        let place: Place
    }

    struct Section {
        let whole: Block
        let entries: [(name: Placed<String>, block: Block)]

        func entry(_ name: String) -> Block? {
            entries.first { $0.name.value == name }?.block
        }
    }

    /// As people find it: beside the file that includes it.
    let file: String
    let lines: TextLines
    private(set) var sections: [String: Section] = [:]

    /// Finds the entries; nil where the text can't be read at all.
    init?(_ text: String, log: FaultLog) {
        file = log.file
        lines = TextLines(text)
        guard BlockReader.isPlain(text, log: log),
            let root = Document(text, log: log).root, let mapping = root.mapping()
        else { return nil }
        let blocks = BlockReader(lines: lines, log: log)
        let found = blocks.blocks(of: mapping.pairs, in: root, before: lines.count + 1)
        for (pair, block) in zip(mapping.pairs, found) where Self.isShareable(pair.key, log: log) {
            let pairs = pair.value.namedPairs()
            for pair in pairs { Self.check(pair, log: log) }
            let inner = blocks.blocks(
                of: pairs, in: pair.value, before: block.lines.upperBound + 1)
            sections[pair.key.value] = Section(
                whole: block, entries: zip(pairs, inner).map { ($0.key, $1) })
        }
    }

    private static func isShareable(_ key: Placed<String>, log: FaultLog) -> Bool {
        if shareable.contains(key.value) { return true }
        if key.value == Inclusion.key {
            log.record(
                .notShareable, at: key.place,
                Label(zh: "被引用的文件又引用别的文件", en: "an included file includes others itself"),
                Label(
                    zh: "请写在工作流文件自己的 `include` 里",
                    en: "name them in the `include` of the workflow's own file"))
        } else if WorkflowReader.keys.contains(key.value) {
            log.record(
                .notShareable, at: key.place,
                Label(zh: "“\(key.value)”不能共用", en: "`\(key.value)` can't be shared"),
                Label(zh: "请写在工作流文件里", en: "write it in the workflow's own file"))
        } else {
            log.recordUnknown(.unknownKey, key, Label(zh: "键", en: "key"), known: shareable)
        }
        return false
    }

    /// Refuses what would not read the same within another text.
    private static func check(_ pair: Mapping.Pair, log: FaultLog) {
        if pair.value.bareWord == word {
            log.record(
                .notShareable, at: pair.value.place,
                Label(
                    zh: "“\(pair.key.value)”写作 `\(word)`，而被引用的文件不再引用",
                    en:
                        "`\(pair.key.value)` is `\(word)`, and an included file takes nothing itself"
                ),
                Label(zh: "请写全", en: "write it out"))
        }
        if let mark = pair.value.node.blockText {
            log.record(
                .badLayout, at: Place(mark),
                Label(zh: "多行文字不能共用", en: "a text of several lines can't be shared"),
                Label(zh: "请加引号写成一行", en: "write it on one line, in quotes"))
        }
    }
}

extension Node {
    /// Where a text in it begins that is written with `|` or `>`; nil where none is.
    fileprivate var blockText: Mark? {
        switch self {
        case .scalar(let scalar):
            scalar.style == .literal || scalar.style == .folded ? scalar.mark : nil
        case .sequence(let items): items.lazy.compactMap(\.blockText).first
        case .mapping(let pairs): pairs.lazy.compactMap(\.value.blockText).first
        case .alias: nil
        }
    }
}
