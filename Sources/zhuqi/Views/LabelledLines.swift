/// Collects lines of a label and a text, the texts aligned.
struct LabelledLines {
    let labelWidth: Int
    private(set) var lines: [String] = []

    init(labelWidth: Int) { self.labelWidth = labelWidth }

    /// Leaves out what there is no text for.
    mutating func add(_ label: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        lines.append(label.padded(toWidth: labelWidth) + text.plain)
    }
}
