import Testing

@testable import WorkingTime

@Suite("A date in a table")
struct WrittenDateTests {
    @Test(
        "is read in each known form, full-width digits too",
        arguments: [
            "2027-10-09", "2027-10-9", "2027/10/9", "2027.10.9", "2027年10月9日", "2027年10月09日",
            "２０２７／１０／９", "２０２７年１０月９日", "46669", "４６６６９",
        ])
    func known(text: String) throws {
        #expect(try WrittenDate.date(text).description == "2027-10-09")
    }

    @Test(
        "is refused where its year is not told apart, or is none that a record can be about",
        arguments: [
            ("10/9/27", WrittenDate.Fault.shortYear), ("27-10-09", .shortYear),
            ("10/9/2027", .shortYear), ("9.10.2027", .shortYear), ("27年10月9日", .shortYear),
            ("x-2027-10-9", .form), ("2027/-10/9", .form), ("2027-10/9", .form),
            ("2027--10-9", .form), ("2027-10", .form), ("2027-10-9-1", .form), ("", .form),
            ("2027-10-09 00:00", .form), ("2027-010-09", .form), ("202-10-09", .form),
            ("+2027-10-09", .form), ("2027年10月9", .form), ("2027年10日9月", .form), ("1.5", .form),
            ("1.39E+10", .form), ("二〇二七年十月九日", .form), ("２０２７-１０/９", .form),
            ("2027-02-29", .noSuchDay), ("2027-13-01", .noSuchDay), ("2027-00-10", .noSuchDay),
            ("1989-12-31", .outsideYears), ("2101-01-01", .outsideYears),
            ("0010-09-27", .outsideYears),
            ("20271009", .outsideYears), ("0", .outsideYears), ("32873", .outsideYears),
            ("99999999999999999999", .form), ("9223372036854775807", .outsideYears),
        ])
    func refused(text: String, fault: WrittenDate.Fault) {
        #expect(throws: fault) { try WrittenDate.date(text) }
    }

    @Test(
        "may have a time where one is asked for",
        arguments: [
            "2027-10-09 18:05", "2027/10/9 18:05", "2027年10月9日 18:05", "2027-10-09T18:05:00",
            "２０２７-１０-０９　１８：０５", "46669.753472222",
        ])
    func times(text: String) throws {
        let zone = try ZoneTable(identifier: "Asia/Shanghai")
        #expect(
            try WrittenDate.instant(text, in: zone) == Instant(rfc3339: "2027-10-09T18:05:00+08:00")
        )
    }

    @Test(
        "is no time where hours and minutes are none",
        arguments: [
            "2027-10-09", "2027-10-09 24:00", "2027-10-09 18", "2027-10-09 18:60",
            "2027-10-09 18:-5", "2027-10-09 18:00 x", "2027-10-09 018:00",
        ])
    func noTimes(text: String) throws {
        let zone = try ZoneTable(identifier: "Asia/Shanghai")
        #expect(throws: WrittenDate.Fault.noTime) { try WrittenDate.instant(text, in: zone) }
    }
}
