import AuditSamples
import Casework
import Crypto
import Exports
import Foundation
import Testing
import Workflow
import WorkingTime

/// What a stranger can recompute of `events.ndjson`.
@Suite("The exact events")
struct ExactEventTests {
    @Test("are those of the table, and chain from the first to the last")
    func chain() throws {
        let export = SampleExport()
        try export.write(try MonthExportTests.histories())
        let lines = try Self.lines(export.text("events.ndjson"))
        let rows = try export.rows("events.csv")
        #expect(lines.map { $0["digest"] as? String } == rows.map { $0["digest"] })
        var last: [String: String] = [:]
        for line in lines {
            let number = try #require(line["number"] as? String)
            #expect(line["previous"] as? String == last[number] ?? "")
            last[number] = line["digest"] as? String
        }
    }

    @Test("have the digest of their exact bytes")
    func digests() throws {
        let export = SampleExport()
        try export.write(try MonthExportTests.histories())
        let exact = try Self.lines(export.text("events.ndjson")).filter { $0["body"] != nil }
        #expect(exact.count > 8)
        for line in exact {
            let header = try #require(line["header"] as? String)
            let body = try #require(line["body"] as? String)
            let digest = Hexadecimal.text(SHA256.hash(data: Data("\(header)\n\(body)".utf8)))
            #expect(line["digest"] as? String == digest)
            let fields = header.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(fields.count == 12 && fields[0] == "zhuqi.event.1")
            #expect(String(fields[11]) == line["previous"] as? String)
        }
    }

    @Test("keep out what people wrote with a telephone number, and what would let it be tried out")
    func personal() throws {
        let export = SampleExport()
        try export.write(try MonthExportTests.histories())
        let lines = try Self.lines(export.text("events.ndjson"))
        let withheld = lines.filter { $0["withheld"] as? String == "personal" }
        // Two births with a contact, and a note that names a number.
        #expect(
            withheld.compactMap { $0["action"] as? String }.sorted() == ["file", "file", "note"])
        for line in withheld {
            #expect(line["header"] == nil && line["body"] == nil)
            let facts = try #require(line["facts"] as? [String: Any])
            #expect(facts["set"] != nil || facts["clocks"] != nil)
            #expect(facts["comment"] == nil && facts["narrative"] == nil)
        }
    }

    @Test("tell of a confidential issue what happened on which day, and no more")
    func confidential() throws {
        let export = SampleExport()
        var history = try SampleHistory(3, set: ["confidential": .boolean(true)])
        try history.act("note", at: "2026-10-08T10:00", comment: "推诿")
        try export.write([history])
        for line in try Self.lines(export.text("events.ndjson")) {
            #expect(line["withheld"] as? String == "confidential")
            #expect((line["at"] as? String)?.count == 10)
            #expect(line["facts"] == nil && line["person"] == nil && line["body"] == nil)
        }
    }

    @Test("of a month that is not over say so first, as every file and name does")
    func provisional() throws {
        let export = SampleExport()
        let until = try SampleWorld.at("2026-10-15T10:00")
        let manifest = try export.write(try MonthExportTests.histories(), until: until)
        #expect(manifest.isProvisional && !manifest.isComplete)
        #expect(try export.names().allSatisfy { $0.contains(".PROVISIONAL.") })
        for name in try export.names() where name.hasSuffix(".csv") {
            let first = try export.text(name).split(separator: "\r\n")[0]
            #expect(first.contains("临时数据 PROVISIONAL") && first.contains("2026-10-15 10:00:00"))
        }
        let lines = try Self.lines(export.text("events.PROVISIONAL.ndjson"))
        #expect(lines[0]["provisional"] as? Bool == true)
        for file in manifest.files where file.name.hasPrefix("events") {
            #expect(file.rowCount == lines.count - 1)
        }
    }

    private static func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}
