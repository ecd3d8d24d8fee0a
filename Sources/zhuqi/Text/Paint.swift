/// Names the colours of the output, each with its ANSI code.
enum Paint: Int {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33

    func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}

/// Says what the place that is written to can show.
struct Canvas: Hashable, Sendable {
    /// Columns; nil where lines may be of any length, as in a file.
    var width: Int?
    var hasColour: Bool

    func paint(_ text: String, _ paint: Paint?) -> String {
        guard hasColour, let paint else { return text }
        return paint.applied(to: text)
    }
}
