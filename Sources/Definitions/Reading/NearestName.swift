/// Finds the known name that somebody most likely meant.
enum NearestName {
    /// Says what would be right instead of an unknown name.
    static func remedy(for name: String, among known: [String]) -> String {
        if let nearest = nearest(to: name, among: known) { return "did you mean `\(nearest)`?" }
        guard !known.isEmpty else { return "nothing is known here yet" }
        let listed = known.prefix(30).map { "`\($0)`" }.joined(separator: ", ")
        return "known: \(listed)\(known.count > 30 ? ", …" : "")"
    }

    static func nearest(to name: String, among known: [String]) -> String? {
        guard name.count <= 60 else { return nil }
        let folded = Array(name.lowercased())
        let ranked = known.map { (distance(folded, Array($0.lowercased())), $0) }
        guard let best = ranked.min(by: { $0.0 < $1.0 }) else { return nil }
        return best.0 < folded.count && best.0 <= max(1, folded.count / 3) ? best.1 : nil
    }

    /// Counts the insertions, deletions, replacements and swaps of neighbours between two texts.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var before: [Int] = []
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var next = [index + 1]
            for (column, otherLetter) in other.enumerated() {
                let replaced = row[column] + (letter == otherLetter ? 0 : 1)
                var best = min(replaced, row[column + 1] + 1, next[column] + 1)
                if index > 0, column > 0, letter == other[column - 1],
                    one[index - 1] == otherLetter
                {
                    best = min(best, before[column - 1] + 1)
                }
                next.append(best)
            }
            (before, row) = (row, next)
        }
        return row[other.count]
    }
}
