import WorkingTime

extension CalendarDate {
    /// Reads a date where a text that is none is an answer, not a fault.
    static func read(_ text: String) -> CalendarDate? {
        do {
            return try CalendarDate(text)
        } catch {
            return nil
        }
    }
}
