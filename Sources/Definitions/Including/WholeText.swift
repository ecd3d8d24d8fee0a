import Casework

/// Puts a text together from lines of several, and keeps where each was written.
struct WholeText {
    private var lines: [String] = []
    private var origins: [LineOrigin] = []

    /// Adds lines of a file.
    ///
    /// - Parameter line: where the text's own file takes them; nil for lines of that file.
    mutating func add(_ text: TextLines, _ range: Range<Int>, of file: String, takenAt line: Int?) {
        guard !range.isEmpty else { return }
        origins.append(
            LineOrigin(
                line: lines.count + 1, file: file, lineInFile: range.lowerBound, takenAt: line))
        lines += text[ClosedRange(range)]
    }

    func text(file: String) -> PublishedTexts.Text {
        PublishedTexts.Text(
            file: file, source: lines.joined(separator: "\n"), origins: origins)
    }
}
