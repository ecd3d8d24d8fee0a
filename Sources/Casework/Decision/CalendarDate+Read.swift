package import WorkingTime

extension CalendarDate {
    /// Reads a date of the years that a record can be about; a text that is none is an answer, not
    /// a fault.
    package static func read(_ text: String) -> CalendarDate? {
        do {
            let date = try CalendarDate(text)
            return WrittenDate.years.contains(date.year) ? date : nil
        } catch {
            return nil
        }
    }
}
