import Languages
import Yams

/// Finds which lines of a text belong to which key; requires that no line belongs to two.
struct BlockReader {
    let lines: TextLines
    let log: FaultLog

    /// Refuses characters by which the parser and an editor would count lines differently.
    static func isPlain(_ text: String, log: FaultLog) -> Bool {
        guard let place = TextLines.oddity(in: text) else { return true }
        log.record(
            .badLayout, at: place,
            Label(zh: "这里有编辑器不显示的字符", en: "a character stands here that editors don't show"),
            Label(
                zh: "请存为不带 BOM 的 UTF-8，换行用普通换行",
                en: "save the file as UTF-8 without a mark, with plain ends of lines"))
        return false
    }

    /// Finds the lines of each pair of a mapping, which ends above a line.
    ///
    /// - Returns: one for each pair; none where a fault was recorded.
    func blocks(
        of pairs: [Mapping.Pair], in mapping: Entry, before end: Int
    ) -> [IncludedFile.Block] {
        let ends = pairs.dropFirst().map(\.key.place.line) + [end]
        guard pairs.allSatisfy({ isAlone($0.key, in: mapping) }) else { return [] }
        let found = zip(pairs, ends).map { pair, end in
            let block = lines.extent(of: pair.key.place, before: end)
            return IncludedFile.Block(
                lines: lines.comments(above: pair.key.place)...block.upperBound,
                place: pair.key.place)
        }
        return found.map(isDeep).contains(false) ? [] : found
    }

    /// Tells whether a key begins a line of its own, as it does where nothing is in brackets.
    func isAlone(_ key: Placed<String>, in mapping: Entry) -> Bool {
        let isFirst = lines.indentation(key.place.line) == key.place.column - 1
        if isFirst, mapping.node.mapping?.style != .flow { return true }
        log.record(
            .badLayout, at: key.place,
            Label(
                zh: "“\(key.value)”没有另起一行", en: "`\(key.value)` does not begin a line of its own"),
            Label(
                zh: "每个名称各占一行，不加括号",
                en: "write each name on a line of its own, without brackets around them"))
        return false
    }

    /// Tells whether all lines below a name stand deeper than it.
    private func isDeep(_ block: IncludedFile.Block) -> Bool {
        let first = block.place.line + 1
        guard first <= block.lines.upperBound else { return true }
        let outer = (first...block.lines.upperBound).first { line in
            !lines.isBlank(line) && !lines.isComment(line)
                && lines.indentation(line) < block.place.column
        }
        guard let outer else { return true }
        log.record(
            .badLayout, at: Place(line: outer, column: lines.indentation(outer) + 1),
            Label(
                zh: "这一行没有比所属名称缩进更多",
                en: "this line stands no deeper than the name that it belongs to"),
            Label(zh: "请多加空格", en: "begin it with more spaces"))
        return false
    }
}
