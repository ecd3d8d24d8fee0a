import Testing

@testable import Exports

@Suite("CSV for spreadsheets and programs")
struct CSVTests {
    @Test(
        "cells that a spreadsheet would run are neutralised",
        arguments: [
            ("=1+1", "'=1+1"), ("+86", "'+86"), ("-3", "'-3"), ("@SUM", "'@SUM"),
            ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("＝1", "'＝1"),
            ("=A1,\"B\"", "\"'=A1,\"\"B\"\"\""),
        ])
    func neutralised(text: String, encoded: String) {
        #expect(CSVCell.text(text).encoded == encoded)
    }

    @Test(
        "commas, quotes and line ends are quoted",
        arguments: [
            ("a,b", "\"a,b\""), ("说\"好\"", "\"说\"\"好\"\"\""), ("a\r\nb", "\"a\r\nb\""),
            ("a\nb", "\"a\nb\""), ("普通", "普通"), ("", ""),
        ])
    func quoted(text: String, encoded: String) {
        #expect(CSVCell.text(text).encoded == encoded)
    }

    @Test(
        "names that look like numbers stay as they are written",
        arguments: [
            ("911100001016237410", "\"911100001016237410\t\""), ("007", "\"007\t\""),
            ("12E4", "\"12E4\t\""), ("91350100M000100Y43", "91350100M000100Y43"),
            ("410105", "410105"), ("2026", "2026"),
        ])
    func kept(text: String, encoded: String) {
        #expect(CSVCell.text(text).encoded == encoded)
    }

    @Test("our own figures are no formulas")
    func figures() {
        #expect(CSVCell.number("-2.5").encoded == "-2.5")
        #expect(CSVCell.count(0).encoded == "0")
    }

    @Test("a table begins with the byte order mark, and lines end in CR LF")
    func head() {
        let table = CSVTable<Int>(columns: [Column("编号", "number") { .count($0) }])
        #expect(Array(table.head.utf8) == [0xEF, 0xBB, 0xBF] + Array("编号 number\r\n".utf8))
        #expect(table.line(3) == "3\r\n")
    }

    @Test(
        "telephone numbers in words are masked",
        arguments: [
            ("电话13812345678。", "电话138****5678。"), ("+8613812345678", "+861****5678"),
            ("0371-67181234", "037****1234"), ("138-1234-5678", "138****5678"),
            ("贷款15000000元", "贷款15000000元"), ("2026-10-09", "2026-10-09"),
        ])
    func masked(text: String, result: String) {
        #expect(PhoneRedaction.masked(text) == result)
    }
}
