import AuditSamples
import Casework
import Languages
import Testing
import Workflow
import WorkingTime

@testable import Exports

@Suite("Words of an export")
struct WordingTests {
    @Test(
        "call a unit as it was called when the month ended",
        arguments: [("2026-10-31T23:59:59+08:00", "新名"), ("2026-11-01T00:00:00+08:00", "旧名")])
    func unit(from: String, name: String) throws {
        let unit = Unit(
            id: UnitID(1), code: "u", name: Label(zh: "旧名", en: "Old"), kind: .bank, parent: nil,
            division: "410100", functions: [], categories: [], aliases: [],
            renamings: [.init(from: try Instant(rfc3339: from), name: Label(zh: "新名", en: "New"))])
        let directory = Directory(units: [unit], persons: [], divisions: [])
        let month = try SampleWorld.month()
        #expect(Wording.unit("u", in: directory, of: month) == name)
        #expect(Wording.unit("unknown", in: directory, of: month) == "unknown")
    }

    @Test(
        "cut hours off at one decimal", arguments: [(0, "0.0h"), (3599, "0.9h"), (36_000, "10.0h")])
    func hours(seconds: Int64, text: String) {
        #expect(Wording.hours(seconds) == text)
    }
}
