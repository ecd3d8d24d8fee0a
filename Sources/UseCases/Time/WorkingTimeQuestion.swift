/// Asks one thing about working time, as it was sent; nil where it was left out.
///
/// Either `start` and `target`: when is it due; or `end` and `before`: when must it begin; or `start`
/// and `end`: how much working time lies between.
package struct WorkingTimeQuestion: Hashable, Sendable {
    package struct Limit: Hashable, Sendable {
        /// Nil where it is no whole number.
        package let value: Int64?
        package let unit: String
        package let ending: String?

        package init(value: Int64?, unit: String, ending: String?) {
            self.value = value
            self.unit = unit
            self.ending = ending
        }
    }

    package let start: String?
    package let end: String?
    package let target: Limit?
    package let before: Limit?
    /// Pairs of begin and end; nil for an end that is not known yet.
    package let pauses: [[String?]]
    package let isExplained: Bool

    package init(
        start: String?, end: String?, target: Limit?, before: Limit?, pauses: [[String?]],
        isExplained: Bool
    ) {
        self.start = start
        self.end = end
        self.target = target
        self.before = before
        self.pauses = pauses
        self.isExplained = isExplained
    }
}
