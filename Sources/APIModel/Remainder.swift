/// How much of a clock is left, or by how much it was passed, in the unit of its limit.
package struct Remainder: Decodable, Hashable, Sendable {
    package enum Unit: String, Codable, ShapeChoice, Hashable, Sendable {
        case workingDays, calendarDays, workingSeconds, clockSeconds
    }

    package let unit: Unit
    /// Never below zero: whether it is left or over, `isOverdue` says.
    package let count: Int64

    package init(unit: Unit, count: Int64) {
        self.unit = unit
        self.count = count
    }
}
