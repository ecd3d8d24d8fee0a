/// Reads dates as people say them: `明天`, `下周五`, `11月10日`, `3个工作日后`, and as they write them.
///
/// Full-width digits and blanks make no difference. What has two meanings has none here.
package struct SpokenDate: Sendable {
    package let today: CalendarDate
    let calendar: WorkingCalendar

    /// - Parameter calendar: the one by which working days count.
    package init(today: CalendarDate, calendar: WorkingCalendar) {
        self.today = today
        self.calendar = calendar
    }

    /// On the day that an instant has in the calendar's zone.
    package init(at instant: Instant, by calendar: WorkingCalendar) {
        self.init(today: calendar.zone.date(at: instant), calendar: calendar)
    }

    /// - Returns: nil for what is no date, or one of other years than records can be about.
    package func date(_ text: String) -> CalendarDate? {
        guard text.utf8.count <= 60 else { return nil }
        let plain = Self.plain(text)
        let date = written(plain) ?? day(plain) ?? weekday(plain) ?? moved(plain) ?? ofMonth(plain)
        return date.flatMap { WrittenDate.years.contains($0.year) ? $0 : nil }
    }

    static func plain(_ text: String) -> String {
        HalfWidth.text(text).lowercased().filter { !$0.isWhitespace }
    }

    /// A date with its year, or of the year in which it lies nearest to today.
    private func written(_ text: String) -> CalendarDate? {
        if let match = text.wholeMatch(of: /(?:(.+)年)?(.+)月(.+)[日号]/) {
            guard let month = SpokenNumber.read(match.output.2),
                let day = SpokenNumber.read(match.output.3)
            else { return nil }
            guard let year = match.output.1 else { return nearest(month: month, day: day) }
            return self.year(year).flatMap { Self.date($0, month, day) }
        }
        // A number alone is none that anybody says.
        guard text.contains(where: { "-/.".contains($0) }) else { return nil }
        do {
            return try WrittenDate.date(text)
        } catch {
            return nil
        }
    }

    private func year(_ text: Substring) -> Int? {
        if let offset = Self.years[text] { return today.year + offset }
        return text.count == 4 ? SpokenNumber.read(text) : nil
    }

    private func nearest(month: Int, day: Int) -> CalendarDate? {
        (today.year - 1...today.year + 1).compactMap { Self.date($0, month, day) }
            .min { distance($0) < distance($1) }
    }

    private func distance(_ date: CalendarDate) -> Int64 {
        abs(date.dayNumber - today.dayNumber)
    }

    private func day(_ text: String) -> CalendarDate? {
        Self.days[text].flatMap { adding(days: $0) }
    }

    private static let days: [String: Int] = [
        "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "yesterday": -1, "今天": 0, "今日": 0,
        "当天": 0, "today": 0, "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3,
    ]

    static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        do {
            return try CalendarDate(year: year, month: month, day: day)
        } catch {
            return nil
        }
    }

    func adding(days: Int) -> CalendarDate? {
        do {
            return try today.adding(days: Int64(days))
        } catch {
            return nil
        }
    }

    func adding(months: Int) -> CalendarDate? { Self.moved(today, months: months) }

    static func moved(_ date: CalendarDate, months: Int) -> CalendarDate? {
        do {
            return try date.adding(months: Int64(months))
        } catch {
            return nil
        }
    }
}
