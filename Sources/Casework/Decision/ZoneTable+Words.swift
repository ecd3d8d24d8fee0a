package import WorkingTime

extension ZoneTable {
    /// Writes an instant as people read it: `2026-10-09 17:30`.
    package func words(_ instant: Instant) -> String {
        let text = instant.rfc3339(in: self)
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
    }
}
