/// Counts the letters to add, leave out or change between two words.
///
/// Source: Levenshtein 1965.
package enum EditDistance {
    package static func between(_ one: String, _ other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (place, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (index, otherLetter) in other.enumerated() {
                let change = diagonal + (letter == otherLetter ? 0 : 1)
                diagonal = row[index + 1]
                row[index + 1] = min(change, row[index] + 1, row[index + 1] + 1)
            }
        }
        return row[other.count]
    }
}
