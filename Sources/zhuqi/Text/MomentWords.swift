import Languages

/// Says when something was done: `今09:00`, `昨16:20`, `10月9日 09:00`, with the year where it is another.
struct MomentWords {
    /// What time it is for the issues, RFC 3339; nil where that is not known.
    let now: String?
    let language: Language

    func text(_ instant: String) -> String {
        let whole = Timestamp.text(instant)
        guard let now, whole.count == 16, now.prefix(4) == whole.prefix(4) else { return whole }
        let near = DueWords(now: now, language: language).text(instant)
        return isNear(instant, now) ? near : day(instant) + " " + whole.suffix(5)
    }

    /// The day alone.
    func day(_ instant: String) -> String {
        let parts = instant.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let now, now.prefix(4) == instant.prefix(4) else {
            return String(Timestamp.text(instant).prefix(10))
        }
        return language("\(parts[1])月\(parts[2])日", String(instant.prefix(10).suffix(5)))
    }

    /// Today or yesterday.
    private func isNear(_ instant: String, _ now: String) -> Bool {
        DueWords(now: now, language: language).days(until: instant).map { (-1...0).contains($0) }
            ?? false
    }
}
