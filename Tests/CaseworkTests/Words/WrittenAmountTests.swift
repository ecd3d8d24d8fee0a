import Testing
import Workflow

@testable import Casework

@Suite struct `An amount as people write it` {
    @Test(arguments: [
        ("500", 500), ("５００", 500), ("1,200", 1200), ("１，２００", 1200), ("12,000,000", 12_000_000),
        (" 5 0 0 ", 500), ("0", 0), ("007", 7), ("3千", 3000), ("500万", 5_000_000),
        ("1.2亿", 120_000_000), ("3.00", 3),
    ])
    func `is a whole number`(text: String, number: Int64) {
        #expect(WrittenAmount(text)?.whole == number)
        #expect(WrittenAmount(text)?.value == .integer(number))
    }

    @Test func `may have hundredths, and what is counted behind it`() {
        #expect(WrittenAmount("12.5", of: .yuan)?.value == .text("12.50"))
        #expect(WrittenAmount("０.０５元", of: .yuan)?.value == .text("0.05"))
        #expect(WrittenAmount("3.5万元", of: .yuan)?.value == .integer(35_000))
        #expect(WrittenAmount("30 人", of: .persons)?.value == .integer(30))
        #expect(WrittenAmount("2 m²", of: .squareMetres)?.value == .integer(2))
        #expect(WrittenAmount("12.5")?.whole == nil)
    }

    @Test(arguments: [
        "", " ", "万", "元", "-5", "+5", "1,20", "1,2000", "1234,567", ",500", "5.", ".5", "1.2.3",
        "1.234", "五百", "5e3", "0x10", "500吨", "12345678901234567890", "9999999999999亿",
        String(repeating: "9", count: 500),
    ])
    func `is none otherwise`(text: String) { #expect(WrittenAmount(text, of: .yuan) == nil) }
}
