import UseCases

/// Writes and reads the cursor of a list of pairings, opaque to callers.
extension PairingPlace {
    /// Reads what `cursor` wrote.
    init(cursor text: String) throws(InputFault) {
        let parts = (OpaqueText.plain(text) ?? "").split(
            separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        let numbers = parts.prefix(5).compactMap { Int64($0) }
        guard parts.count == 6, numbers.count == 5 else { throw .badCursor }
        self.init(
            person: numbers[0], kind: numbers[1], enterprise: numbers[2], level: numbers[3],
            from: numbers[4], code: String(parts[5]))
    }

    var cursor: String {
        OpaqueText.hidden("\(person):\(kind):\(enterprise):\(level):\(from):\(code)")
    }
}
