import Testing

@testable import WorkingTime

/// Said on Wednesday, 2026-09-23, before 中秋 and 国庆, where it is not said otherwise.
@Suite("A date as people say it")
struct SpokenDateTests {
    private func read(_ text: String, on day: String = "2026-09-23") throws -> String? {
        try SpokenDate(today: CalendarDate(day), calendar: cn.get()).date(text)?.description
    }

    @Test(
        "is told from today",
        arguments: [
            ("今天", "2026-09-23"), ("明天", "2026-09-24"), (" 明　日 ", "2026-09-24"),
            ("后天", "2026-09-25"), ("大后天", "2026-09-26"), ("昨天", "2026-09-22"),
            ("前天", "2026-09-21"), ("tomorrow", "2026-09-24"), ("Today", "2026-09-23"),
        ])
    func days(text: String, date: String) throws { #expect(try read(text) == date) }

    @Test(
        "is a day of a week that begins on Monday",
        arguments: [
            ("本周一", "2026-09-21"), ("这周五", "2026-09-25"), ("本周日", "2026-09-27"),
            ("下周五", "2026-10-02"), ("下星期天", "2026-10-04"), ("下个礼拜三", "2026-09-30"),
            ("上周五", "2026-09-18"), ("上上周一", "2026-09-07"), ("下下周一", "2026-10-05"),
            ("周5", "2026-09-25"), ("next friday", "2026-10-02"), ("last Monday", "2026-09-14"),
        ])
    func weeks(text: String, date: String) throws { #expect(try read(text) == date) }

    @Test("is the next such day without a word for the week, today included")
    func nextDay() throws {
        #expect(try read("周三") == "2026-09-23")
        #expect(try read("星期五") == "2026-09-25")
        #expect(try read("周一") == "2026-09-28")
        #expect(try read("周日", on: "2026-09-27") == "2026-09-27")
        #expect(try read("下周一", on: "2026-09-27") == "2026-09-28")
        #expect(try read("friday") == "2026-09-25")
    }

    @Test(
        "counts working days by the calendar, the first day not among them",
        arguments: [
            // 09-25 to 09-27 and 10-01 to 10-07 are rest days; 10-10 is worked.
            ("1个工作日后", "2026-09-24"), ("2个工作日后", "2026-09-28"), ("三个工作日内", "2026-09-29"),
            ("3个工作日", "2026-09-29"), ("５工作日后", "2026-10-08"), ("十个工作日之后", "2026-10-14"),
            ("1个工作日前", "2026-09-22"), ("in 2 working days", "2026-09-28"),
        ])
    func workingDays(text: String, date: String) throws { #expect(try read(text) == date) }

    @Test("takes a Sunday that is worked for a working day")
    func makeUp() throws {
        #expect(try read("1个工作日后", on: "2026-09-18") == "2026-09-20")
    }

    @Test(
        "is so many days, weeks or months away",
        arguments: [
            ("3天后", "2026-09-26"), ("十五日内", "2026-10-08"), ("2周后", "2026-10-07"),
            ("两个星期以后", "2026-10-07"), ("一个月后", "2026-10-23"), ("两个月之内", "2026-11-23"),
            ("7天前", "2026-09-16"), ("in 3 weeks", "2026-10-14"),
        ])
    func counted(text: String, date: String) throws { #expect(try read(text) == date) }

    @Test("a month on ends with the month")
    func monthEnd() throws {
        #expect(try read("一个月后", on: "2026-01-31") == "2026-02-28")
        #expect(try read("本月底") == "2026-09-30")
        #expect(try read("月末") == "2026-09-30")
        #expect(try read("下月底", on: "2027-01-31") == "2027-02-28")
        #expect(try read("下个月10号") == "2026-10-10")
        #expect(try read("上月五日") == "2026-08-05")
        #expect(try read("年底") == "2026-12-31")
        #expect(try read("明年底") == "2027-12-31")
    }

    @Test(
        "is written in each known form",
        arguments: [
            "2026-11-10", "2026-11-1０", "2026/11/10", "2026.11.10", "2026年11月10日",
            "２０２６年１１月１０号", "11月10日", "十一月十日", "11 月 10 号", "今年11月10日", "二〇二六年十一月十日",
        ])
    func written(text: String) throws { #expect(try read(text) == "2026-11-10") }

    @Test("without a year is the nearest to today")
    func nearest() throws {
        #expect(try read("1月5日", on: "2026-12-28") == "2027-01-05")
        #expect(try read("12月28日", on: "2027-01-05") == "2026-12-28")
        #expect(try read("9月20日") == "2026-09-20")
        #expect(try read("明年1月5日") == "2027-01-05")
        #expect(try read("2月29日", on: "2027-12-01") == "2028-02-29")
        #expect(try read("2月29日") == nil)
    }

    @Test(
        "is none where it has two meanings, or is not said so",
        arguments: [
            "", " ", "46669", "20261110", "10日", "10号", "3天", "3月后", "周八", "下周", "周", "工作日后",
            "13月1日", "2月30日", "0月1日", "10/11", "10/11/26", "1989年1月1日", "2101-01-01", "soon",
            "nextnextfriday", "明天后", "500个工作日后", "-3天后", "99999天后",
            String(repeating: "下", count: 500) + "周五",
        ])
    func none(text: String) throws { #expect(try read(text) == nil) }

    @Test(
        "with a time is an instant",
        arguments: [
            ("明天17:30", "2026-09-24T17:30"), ("明天 17：30", "2026-09-24T17:30"),
            ("11月10日下午5点半", "2026-11-10T17:30"), ("2026-11-10 08:05", "2026-11-10T08:05"),
            ("2026-11-10T08:05", nil), ("下周五上午9点", "2026-10-02T09:00"),
            ("今天12点15分", "2026-09-23T12:15"), ("17:30", "2026-09-23T17:30"),
            ("中午12点", "2026-09-23T12:00"), ("明天", "2026-09-24T00:00"),
            ("明天下班前", "2026-09-24T17:30"), ("9月26日下班", "2026-09-28T17:30"),
            ("2026-11-10T08:05:00+08:00", "2026-11-10T08:05"), ("明天25:00", nil),
            ("明天17:60", nil), ("今天晚上12点", nil), ("凌晨12点", nil), ("17", nil), ("某天17:30", nil),
        ])
    func instants(text: String, wall: String?) throws {
        let calendar = try cn.get()
        let spoken = try SpokenDate(at: calendar.at("2026-09-23T10:00:00"), by: calendar)
        #expect(spoken.instant(text).map(calendar.wall) == wall)
    }
}
