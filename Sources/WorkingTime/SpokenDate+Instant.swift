/// Instants as people say them.
extension SpokenDate {
    /// Reads a date with a time, `明天17:30`, `11月10日下午5点半`; without a time the day's first instant,
    /// without a day that time of today. RFC 3339 is read as well.
    package func instant(_ text: String) -> Instant? {
        do {
            return try Instant(rfc3339: text)
        } catch {
            return spoken(text)
        }
    }

    private func spoken(_ text: String) -> Instant? {
        guard text.utf8.count <= 80 else { return nil }
        if let date = date(text) { return calendar.zone.midnight(of: date) }
        let plain = Self.plain(text)
        if let match = plain.wholeMatch(of: /(.*)下班前?/) {
            return day(match.output.1).flatMap { calendar.closing(onOrAfter: $0) }
        }
        guard
            let match = plain.wholeMatch(
                of:
                    /(.*?)(凌晨|早上|上午|中午|下午|晚上)?([0-9]{1,2})(?::([0-9]{2})|[点时](?:([0-9]{1,2})分?|(半)|整)?)/
            ),
            let date = day(match.output.1),
            let second = Self.secondOfDay(
                match.output.3, minute: match.output.4 ?? match.output.5,
                isHalf: match.output.6 != nil, part: match.output.2)
        else { return nil }
        return calendar.zone.instant(of: date, secondOfDay: second)
    }

    private func day(_ text: Substring) -> CalendarDate? {
        text.isEmpty ? today : date(String(text))
    }

    private static func secondOfDay(
        _ hour: Substring, minute: Substring?, isHalf: Bool, part: Substring?
    ) -> Int64? {
        guard var hour = Int64(hour), let minute = minute.map({ Int64($0) }) ?? (isHalf ? 30 : 0),
            hour < 24, minute < 60
        else { return nil }
        let isLate = part == "下午" || part == "晚上" || part == "中午" && hour < 3
        if isLate, hour < 12 { hour += 12 }
        // Twelve at night is midnight: of which day, people differ.
        if part == "晚上" || part == "凌晨", hour == 12 { return nil }
        return hour * 3600 + minute * 60
    }
}
