/// Days that are told from today.
extension SpokenDate {
    /// A day of a week, which begins on Monday; without a word for the week the next such day, today
    /// included.
    func weekday(_ text: String) -> CalendarDate? {
        if let match = text.wholeMatch(of: /(上上|上|本|这|下|下下)?个?(?:周|星期|礼拜)(.)/) {
            return Self.weekdays[match.output.2].flatMap { weekday($0, of: match.output.1) }
        }
        guard let match = text.wholeMatch(of: /(last|this|next)?([a-z]+)/) else { return nil }
        return Self.englishWeekdays.firstIndex(of: match.output.2)
            .flatMap { weekday($0, of: match.output.1) }
    }

    private func weekday(_ day: Int, of week: Substring?) -> CalendarDate? {
        let passed = Weekday.allCases.firstIndex(of: today.weekday) ?? 0
        guard let week else { return adding(days: (day - passed + 7) % 7) }
        return Self.weeks[week].flatMap { adding(days: day - passed + 7 * $0) }
    }

    private static let weeks: [Substring: Int] = [
        "上上": -2, "上": -1, "last": -1, "本": 0, "这": 0, "this": 0, "下": 1, "next": 1, "下下": 2,
    ]
    private static let weekdays: [Substring: Int] = [
        "一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
        "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
    ]
    private static let englishWeekdays: [Substring] = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// So many days, weeks or months after today or before; today itself is not counted.
    func moved(_ text: String) -> CalendarDate? {
        guard
            let match = text.wholeMatch(
                of: /(.+?)(个?工作日|天|日|周|个?星期|个?礼拜|个月)(之后|以后|后|以内|之内|内|之前|以前|前)?/),
            let count = SpokenNumber.read(match.output.1)
        else { return movedInEnglish(text) }
        let (unit, side) = (match.output.2, match.output.3)
        // `3日` alone is a day of some month.
        guard side != nil || unit.hasSuffix("工作日") else { return nil }
        let moved = side?.hasSuffix("前") == true ? -count : count
        if unit.hasSuffix("工作日") { return workingDay(moved) }
        if unit.hasSuffix("月") { return adding(months: moved) }
        return adding(days: unit == "天" || unit == "日" ? moved : 7 * moved)
    }

    private func movedInEnglish(_ text: String) -> CalendarDate? {
        guard let match = text.wholeMatch(of: /in([0-9]{1,4})(workingday|day|week|month)s?/),
            let count = Int(match.output.1)
        else { return nil }
        return switch match.output.2 {
        case "workingday": workingDay(count)
        case "day": adding(days: count)
        case "week": adding(days: 7 * count)
        default: adding(months: count)
        }
    }

    private static let mostWorkingDays = 400

    /// The working day that is so many from today; nil where that is further than calendars go.
    private func workingDay(_ count: Int) -> CalendarDate? {
        guard abs(count) <= Self.mostWorkingDays else { return nil }
        var left = abs(count)
        var offset = 0
        while left > 0, abs(offset) < 3 * Self.mostWorkingDays {
            offset += count.signum()
            guard let day = adding(days: offset) else { return nil }
            if calendar.isWorkingDay(day) { left -= 1 }
        }
        return left == 0 ? adding(days: offset) : nil
    }

    /// A day of the month before, of this one or of the next; the last day of a month or of a year.
    func ofMonth(_ text: String) -> CalendarDate? {
        if let match = text.wholeMatch(of: /(去|今|本|明)?年[底末]/) {
            let year = match.output.1.map { Self.years[$0] ?? 0 } ?? 0
            return Self.date(today.year + year, 12, 31)
        }
        guard let match = text.wholeMatch(of: /(上|本|这|下)?个?月(?:([底末])|(.+)[日号])/),
            let first = Self.date(today.year, today.month, 1),
            let month = Self.moved(first, months: match.output.1.map { Self.months[$0] ?? 0 } ?? 0)
        else { return nil }
        if match.output.2 != nil {
            let last = CalendarDate.dayCount(month: month.month, year: month.year)
            return Self.date(month.year, month.month, last)
        }
        guard match.output.1 != nil, let day = match.output.3.flatMap({ SpokenNumber.read($0) })
        else { return nil }
        return Self.date(month.year, month.month, day)
    }

    private static let months: [Substring: Int] = ["上": -1, "本": 0, "这": 0, "下": 1]
    static let years: [Substring: Int] = ["去": -1, "今": 0, "本": 0, "明": 1]
}
