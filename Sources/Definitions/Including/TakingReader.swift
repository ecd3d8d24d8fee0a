import Languages

/// Finds what a workflow takes from included files: where it says `included`.
struct TakingReader {
    /// Lines that give way to those of an included file, or to none.
    struct Edit {
        let lines: ClosedRange<Int>
        let taken: (file: IncludedFile, block: IncludedFile.Block)?
    }

    let root: Entry
    let files: [IncludedFile]
    let blocks: BlockReader
    let log: FaultLog

    private var lines: TextLines { blocks.lines }

    /// Takes away the lines of `include`.
    func removal(of key: Placed<String>, before end: Int) -> [Edit] {
        guard blocks.isAlone(key, in: root) else { return [] }
        return [Edit(lines: lines.extent(of: key.place, before: end), taken: nil)]
    }

    /// Reads what one section takes.
    func edits(of section: Mapping.Pair) -> [Edit] {
        guard IncludedFile.shareable.contains(section.key.value) else { return [] }
        if section.value.bareWord == IncludedFile.word { return whole(section) }
        guard section.value.isMapping, let mapping = section.value.mapping() else { return [] }
        return mapping.pairs.flatMap { entry($0, in: section) }
    }

    private func whole(_ section: Mapping.Pair) -> [Edit] {
        let name = section.key.value
        let found = files.compactMap { file in file.sections[name].map { (file, $0.whole) } }
        guard let (file, block) = found.first else {
            log.record(
                .unknownIncluded, at: section.key.place,
                Label(zh: "引用的文件都没有“\(name)”", en: "no included file has `\(name)`"),
                Label(zh: "请写全，或引用有它的文件", en: "write it out, or include a file that has it"))
            return []
        }
        guard found.count == 1 else {
            let places = found.map(\.0.file)
            log.record(
                .includedTwice, at: section.key.place,
                Label(
                    zh: "“\(name)”在 \(places.joined(separator: "、")) 都有",
                    en: "`\(name)` stands in \(places.joined(separator: " and "))"),
                Label(zh: "请逐个引用其中的名称", en: "take the names in it one by one"))
            return []
        }
        return edit(section, in: root, file, block)
    }

    private func entry(_ pair: Mapping.Pair, in section: Mapping.Pair) -> [Edit] {
        let (name, kind) = (pair.key.value, section.key.value)
        let found = files.compactMap { file in
            file.sections[kind]?.entry(name).map { (file, $0) }
        }
        guard pair.value.bareWord == IncludedFile.word else {
            for (file, block) in found { refuse(pair.key, file, block) }
            return []
        }
        guard let (file, block) = found.first else {
            let known = files.flatMap { $0.sections[kind]?.entries.map(\.name.value) ?? [] }
            log.record(
                .unknownIncluded, at: pair.key.place,
                Label(
                    zh: "引用的文件在“\(kind)”下都没有“\(name)”",
                    en: "no included file has `\(name)` under `\(kind)`"),
                NearestName.remedy(for: name, among: known))
            return []
        }
        return edit(pair, in: section.value, file, block)
    }

    /// Refuses a name that stands here and in an included file, at both places.
    private func refuse(_ name: Placed<String>, _ file: IncludedFile, _ block: IncludedFile.Block) {
        let remedy = Label(
            zh: "请写 `\(name.value): \(IncludedFile.word)`，或改名",
            en: "write `\(name.value): \(IncludedFile.word)`, or give one another name")
        log.record(
            .includedTwice, at: name.place,
            Label(
                zh: "“\(name.value)”在这里和 \(file.file):\(block.place.line) 都有",
                en: "`\(name.value)` stands here and at \(file.file):\(block.place.line)"), remedy)
        log.record(
            .includedTwice, in: file.file, at: block.place,
            Label(
                zh: "“\(name.value)”在这里和 \(log.file):\(name.place.line) 都有",
                en: "`\(name.value)` stands here and at \(log.file):\(name.place.line)"), remedy)
    }

    private func edit(
        _ pair: Mapping.Pair, in mapping: Entry, _ file: IncludedFile, _ block: IncludedFile.Block
    ) -> [Edit] {
        let (name, place) = (pair.key.value, pair.key.place)
        guard blocks.isAlone(pair.key, in: mapping), isAlone(pair.value, behind: pair.key) else {
            return []
        }
        guard block.place.column == place.column else {
            log.record(
                .badLayout, at: place,
                Label(
                    zh: "“\(name)”从第 \(place.column) 列起，在 \(file.file):\(block.place.line) "
                        + "则从第 \(block.place.column) 列起",
                    en: "`\(name)` begins in column \(place.column), and in column "
                        + "\(block.place.column) at \(file.file):\(block.place.line)"),
                Label(zh: "两处缩进请一致", en: "begin both with as many spaces"))
            return []
        }
        return [Edit(lines: place.line...place.line, taken: (file, block))]
    }

    /// Tells whether `included` stands on the line of its name, a comment behind it at most.
    private func isAlone(_ word: Entry, behind name: Placed<String>) -> Bool {
        let rest = lines.tail(word.place)
        if word.place.line == name.place.line,
            rest.wholeMatch(of: /included(?:[ \t]+(?:#.*)?)?\r?/) != nil
        {
            return true
        }
        log.record(
            .badLayout, at: word.place,
            Label(
                zh: "“\(name.value)”之后不只是 `\(IncludedFile.word)`",
                en: "`\(IncludedFile.word)` does not stand alone behind `\(name.value)`"),
            Label(
                zh: "请写 `\(name.value): \(IncludedFile.word)`，其后至多有注释",
                en: "write `\(name.value): \(IncludedFile.word)`, a comment behind it at most"))
        return false
    }
}
