import Casework

/// Writes into the text of a workflow what it takes from the files that it includes.
///
/// `include` names the files. `included` instead of an entry takes the lines of that entry, instead
/// of a section those of the section. Lines are taken as they stand, so that all columns stay.
struct Inclusion {
    static let key = "include"

    private let text: PublishedTexts.Text
    private let lines: TextLines
    private let takings: TakingReader

    /// Makes the whole text; the text itself where no files are at hand, or none is included.
    ///
    /// - Returns: nil where a fault was recorded that keeps it from being read.
    static func whole(
        _ text: PublishedTexts.Text, from source: IncludableFiles?, log: FaultLog
    ) -> PublishedTexts.Text? {
        guard let source, text.origins.isEmpty else { return text }
        guard let root = Document(text.source, log: log).root else { return nil }
        guard let mapping = root.mapping(), let include = mapping[key] else { return text }
        let before = log.faults.count
        guard BlockReader.isPlain(text.source, log: log) else { return nil }
        let files = IncludeReader(folder: text.file.folder, source: source, log: log).files(include)
        guard log.faults.count == before else { return nil }
        let lines = TextLines(text.source)
        let takings = TakingReader(
            root: root, files: files, blocks: BlockReader(lines: lines, log: log), log: log)
        let inclusion = Inclusion(text: text, lines: lines, takings: takings)
        let edits = inclusion.edits(mapping)
        return log.faults.count == before ? inclusion.whole(edits) : nil
    }

    private func edits(_ mapping: Mapping) -> [TakingReader.Edit] {
        let ends = mapping.pairs.dropFirst().map(\.key.place.line) + [lines.count + 1]
        return zip(mapping.pairs, ends).flatMap { pair, end in
            pair.key.value == Self.key
                ? takings.removal(of: pair.key, before: end) : takings.edits(of: pair)
        }
    }

    private func whole(_ edits: [TakingReader.Edit]) -> PublishedTexts.Text {
        var whole = WholeText()
        var next = 1
        for edit in edits.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
            whole.add(lines, next..<edit.lines.lowerBound, of: text.file, takenAt: nil)
            if let (file, block) = edit.taken {
                whole.add(
                    file.lines, Range(block.lines), of: file.file, takenAt: edit.lines.lowerBound)
            }
            next = edit.lines.upperBound + 1
        }
        whole.add(lines, next..<lines.count + 1, of: text.file, takenAt: nil)
        return whole.text(file: text.file)
    }
}
