/// Counts the letters to add, leave out or change between two words; two neighbours that changed
/// places are one change.
///
/// Source: Damerau 1964, Levenshtein 1965.
package enum EditDistance {
    package static func between(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one), Array(other))
        var before: [Int] = []
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var next = [index + 1]
            for (column, otherLetter) in other.enumerated() {
                let changed = row[column] + (letter == otherLetter ? 0 : 1)
                var best = min(changed, row[column + 1] + 1, next[column] + 1)
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
