import AuditSamples
import Auditing
import Casework
import Crypto
import Exports
import Foundation
import Testing
import Workflow
import WorkingTime

@Suite("Export of a month")
struct MonthExportTests {
    @Test("the same record gives the same bytes, also when it went on after the month")
    func deterministic() throws {
        let export = SampleExport()
        var histories = try Self.histories()
        let first = try export.write(histories)
        try histories[1].act("note", at: "2026-11-02T09:00", comment: "later")
        #expect(try export.write(histories) == first)
    }

    @Test("a file with other content is refused, and stays; nothing is left behind")
    func refused() throws {
        let export = SampleExport()
        try export.write(try Self.histories())
        let before = try export.text("issues.csv")
        #expect {
            try export.write([try SampleHistory.closed(9)])
        } throws: { error in
            (error as? ExportFault)?.code == "EX402"
        }
        #expect(try export.text("issues.csv") == before)
        try export.write([try SampleHistory.closed(9)], existing: .overwritten)
        #expect(try export.text("issues.csv") != before)
        #expect(try export.names().count == 6)
        #expect(try export.besides() == [])
    }

    @Test("nothing of a simulated database can be taken for real")
    func simulated() throws {
        let export = SampleExport()
        let manifest = try export.write(try Self.histories(), isSimulated: true)
        #expect(try export.names().allSatisfy { $0.contains(".SIMULATED.") })
        #expect(manifest.isSimulated)
        let lines = try export.text("metrics.SIMULATED.csv").split(separator: "\r\n").dropFirst()
        #expect(lines.allSatisfy { $0.hasPrefix("SIMULATED,") })
        #expect(try export.names().contains("events.SIMULATED.ndjson"))
        #expect(try export.text("manifest.SIMULATED.json").contains("\"SIMULATED\""))
    }

    @Test("the manifest counts the rows and names the digests")
    func manifest() throws {
        let export = SampleExport()
        let manifest = try export.write(try Self.histories())
        for file in manifest.files {
            let text = try export.text(file.name)
            #expect(Hexadecimal.text(SHA256.hash(data: Data(text.utf8))) == file.sha256)
        }
        #expect(manifest.files.first { $0.name == "issues.csv" }?.rowCount == 2)
        #expect(try export.text("manifest.json").hasPrefix("{\n  \"files\""))
    }

    @Test("no telephone number and no contact's name leaves")
    func personalData() throws {
        let export = SampleExport()
        try export.write(try Self.histories())
        for name in try export.names() {
            let text = try export.text(name)
            for secret in ["13812345678", "13700003333", "13800001111", "赵"] {
                #expect(!text.contains(secret), "\(name) \(secret)")
            }
        }
    }

    @Test("of a confidential issue the files show neither whose it is nor what it says")
    func confidential() throws {
        let export = SampleExport()
        var history = try SampleHistory(3)
        try history.act(
            "note", at: "2026-10-08T10:00",
            set: ["confidential": .boolean(true), "complainedUnit": .text("FIN")],
            comment: "反映窗口推诿")
        try export.write([history])
        let enterprise = SampleWorld.enterprise
        for name in try export.names() {
            let text = try export.text(name)
            for secret in [
                enterprise.name, enterprise.creditCode, "续贷", "推诿", "市金融局", "ZQ2026", "office.wang",
                "09:00:00", "visit",
            ] {
                #expect(!text.contains(secret), "\(name) \(secret)")
            }
        }
        let number = Self.number(history.events[1])
        for name in ["issues.csv", "events.csv"] {
            #expect(try export.rows(name).allSatisfy { $0["number"] == number })
        }
    }

    @Test("nothing ties a confidential issue to the others of its case, in any month")
    func untied() throws {
        let secrets = try (2...3).map { ordinal in
            try Self.dispatched(
                Int64(ordinal), ordinal: ordinal, set: ["confidential": .boolean(true)])
        }
        let open = [try Self.dispatched(1, ordinal: 1), try Self.dispatched(4, ordinal: 4)]
        let histories = [open[0]] + secrets + [open[1]]
        let numbers = secrets.map { Self.number($0.events[0]) }
        for month in ["2026-10", "2026-11"] {
            let export = SampleExport()
            try export.write(histories, month: month)
            let issues = try export.rows("issues.csv").compactMap { $0["number"] }
            #expect(issues == ["ZQ2026-000001-1", "ZQ2026-000001-4"] + numbers.sorted())
            for name in ["issues.csv", "clocks.csv", "events.csv"] {
                let rows = try export.rows(name)
                let (hidden, shown) = (
                    rows.filter { numbers.contains($0["number"] ?? "") },
                    rows.filter { !numbers.contains($0["number"] ?? "") }
                )
                #expect(rows == shown + hidden, "\(name)")
                let told = Set(shown.flatMap(\.values))
                for cell in hidden.flatMap(\.values) where told.contains(cell) {
                    #expect(!cell.contains("2026-") && !cell.contains("office."), "\(cell)")
                }
            }
            let clocks = try export.rows("clocks.csv")
            #expect(clocks.count == 12)
            #expect(clocks.filter { $0["overdueWorkingSeconds"] != "" }.count == 6)
        }
    }

    /// Filed and dispatched together with the others of case 1, and never taken up.
    private static func dispatched(
        _ id: Int64, ordinal: Int, set: [String: FieldValue] = [:]
    ) throws -> SampleHistory {
        var history = try SampleHistory(id, of: 1, ordinal: ordinal, set: set)
        try history.dispatch()
        return history
    }

    /// As `zhuqid audit export --help` says.
    private static func number(_ event: IssueEvent) -> String {
        "BM-" + Hexadecimal.text(event.digest).prefix(16).uppercased()
    }

    @Test("a record that is not settled up to the month's end is refused")
    func unsettled() throws {
        let export = SampleExport()
        var history = try SampleHistory()
        try history.dispatch()
        let due = try SampleWorld.at("2026-10-19T17:30")
        let armed = history.clock(3) { clock in
            clock.nextMark = "due"
            clock.nextAlarmAt = due
        }
        try history.act("note", at: "2026-10-09T10:00", clocks: [armed])
        #expect {
            try export.write([history])
        } throws: { error in
            (error as? ExportFault)?.code == "EX404"
        }
        #expect(!FileManager.default.fileExists(atPath: export.directory.path))
        #expect(try export.besides() == [])
    }

    @Test(
        "the files are as they were",
        arguments: ["issues.csv", "clocks.csv", "events.csv", "events.ndjson", "metrics.csv"])
    func golden(name: String) throws {
        let export = SampleExport()
        try export.write(try Self.histories())
        try Golden.expect(try export.text(name), name)
    }

    /// One issue that went well, one that is late, sent back, paused and carded.
    static func histories() throws -> [SampleHistory] {
        var late = try SampleHistory(2)
        try late.dispatch(to: "IND")
        let due = try SampleWorld.at("2026-10-19T17:30")
        let pause = Pause(
            from: try SampleWorld.at("2026-10-09T09:00"),
            until: try SampleWorld.at("2026-10-10T09:00"))
        try late.act(
            "note", at: "2026-10-10T09:00", by: SampleWorld.handler, as: .handler,
            clocks: [
                late.clock(3) { clock in
                    clock.pauses = [pause]
                    clock.nextMark = "due"
                    clock.nextAlarmAt = due
                }
            ], comment: "请致电 13812345678, \"尽快\"")
        try late.act(
            "breach", at: "2026-10-19T17:30",
            clocks: [
                late.clock(3) { clock in
                    clock.passedMarks = ["due"]
                    clock.breachedAt = due
                    clock.nextMark = nil
                    clock.nextAlarmAt = nil
                }
            ])
        try late.act(
            "escalate", at: "2026-10-22T17:30",
            set: ["level": .integer(1), "card": .text("yellow")], count: ["yellowCards"])
        return [try SampleHistory.closed(1), late]
    }
}
