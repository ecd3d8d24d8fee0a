import Casework
import Languages
import Testing
import WorkingTime

/// A directory keeps the words for its units, and these go by the instant.
@Suite struct `Words for units` {
    private func directory() throws -> Directory {
        func unit(
            _ id: Int64, _ code: String, _ zh: String, renamed: [Unit.Renaming] = [],
            until end: Instant? = nil
        ) -> Unit {
            Unit(
                id: UnitID(id), code: code, name: Label(zh: zh, en: code),
                kind: .governmentDepartment, parent: nil, division: "410100", functions: [],
                categories: [], aliases: [], renamings: renamed, dissolvedAt: end)
        }
        let change = try instant("10-12 00:00")
        return Directory(
            units: [
                unit(
                    1, "trade", "郑州市商务局",
                    renamed: [.init(from: change, name: Label(zh: "郑州市商贸局", en: "trade"))]),
                unit(2, "oldTrade", "郑州市商贸局", until: change),
                unit(3, "health", "郑州市卫健委", until: change),
            ], persons: [],
            divisions: [
                Division(code: "410100", name: Label(zh: "郑州市", en: "Zhengzhou"), parent: nil)
            ])
    }

    @Test func `mean the unit that bears the name then`() throws {
        let directory = try directory()
        let (before, after) = (try instant("10-09 10:00"), try instant("10-13 10:00"))
        #expect(directory.meaning(ofUnit: "郑州市商贸局", at: before) == .name("oldTrade"))
        #expect(directory.meaning(ofUnit: "郑州市商贸局", at: after) == .name("trade"))
        // The former name is good for as long as no other bears it.
        #expect(directory.meaning(ofUnit: "商务局", at: after) == .name("trade"))
        // What has ended is still meant where nothing else is.
        #expect(directory.meaning(ofUnit: "卫健委", at: after) == .name("health"))
    }

    @Test func `that are none are answered with the names of then`() throws {
        let directory = try directory()
        func near(_ at: String) throws -> [String] {
            guard
                case .unknown(let near) = directory.meaning(
                    ofUnit: "郑州市商务管理局", at: try instant(at))
            else { return [] }
            return near.map(\.label.zh)
        }
        #expect(try near("10-09 10:00") == ["郑州市商务局"])
        #expect(try near("10-13 10:00") == ["郑州市商贸局"])
    }
}
