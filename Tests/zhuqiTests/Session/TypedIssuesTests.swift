import Languages
import Testing

@testable import zhuqi

@Suite struct TypedIssuesTests {
    private func read(_ typed: [String], lines: [String] = []) throws -> [String] {
        try TypedIssues(console: Transcript(answers: lines).console).read(typed)
    }

    @Test func areNumbersAndRangesEachOnce() throws {
        #expect(try read(["47-1", "48-1", "47-1"]) == ["47-1", "48-1"])
        #expect(try read(["51-1..51-3"]) == ["51-1", "51-2", "51-3"])
        #expect(try read(["５１－１..3", "51-2"]) == ["51-1", "51-2", "51-3"])
        #expect(
            try read(["ZQ2026-000051-1.9..ZQ2026-000051-1.10"])
                == ["ZQ2026-000051-1.9", "ZQ2026-000051-1.10"])
        #expect(try read(["4711"]) == ["4711"])
        #expect(try read(["51-2..51-2"]) == ["51-2"])
    }

    @Test func areOneHoweverTheyAreWritten() throws {
        #expect(
            try read(["zq2026-47-1", "ZQ2026-000047-1", "ZQ2025-000047-1"])
                == ["zq2026-47-1", "ZQ2025-000047-1"])
        #expect(try read(["47-1", "047-1"]) == ["47-1"])
        #expect(throws: StaffError.self) { try read(["47-1", "ZQ2026-000047-1"]) }
        #expect(throws: StaffError.self) { try read(["ZQ2026-000047-1", "48-1", "47-1"]) }
    }

    @Test func standOnTheStandardInputWhereADashIs() throws {
        #expect(
            try read(["1-1", "-"], lines: ["47-1", "", "  48-1  51-1..51-2", "47-1，49-1"])
                == ["1-1", "47-1", "48-1", "51-1", "51-2", "49-1"])
    }

    @Test(arguments: [
        "51-3..51-1", "51-1..52-3", "51-1..", "..51-1", "..", "51-a..51-b", "51-1..51-99999",
        "1..3", "51-1..51-2..51-3",
    ])
    func areNoRangeOtherwise(range: String) {
        #expect(throws: StaffError.self) { try read([range]) }
    }

    @Test func areSomeAndNotTooMany() throws {
        #expect(throws: StaffError.usage(zh: "没有给出问题编号", en: "no issue is named")) {
            try read(["-"])
        }
        #expect(try read(["1-1..1-500"]).count == 500)
        let many = StaffError.usage(
            zh: "一次最多办理 500 件，这里有 501 件",
            en: "at most 500 issues go at once, and these are 501")
        #expect(throws: many) { try read(["1-1..1-500", "2-1"]) }
    }
}
