import Casework
import DatabaseSupport
import Engine
import Languages
import Store
import Testing
import UseCases
import Workflow

@Suite("A directory that would leave open issues to nobody")
struct StrandingTests {
    @Test("is refused where a unit is dissolved without a successor, and the issues are named")
    func dissolved() async throws {
        try await withFixture { fixture in
            let (first, _) = try await Self.dispatched(fixture)
            let report = try await Roster.put(
                [try Self.dissolving("industry", in: fixture)], in: fixture, isDryRun: true)
            #expect(report.faults.isEmpty && report.isRefused)
            #expect(report.strandings.count == 1, "\(report.strandings)")
            let problem = try #require(report.strandings.first?.en)
            #expect(problem.contains("from 2026-10-12 on nobody could act for industry"))
            #expect(problem.contains("on 2 open issues: \(first), "))
            let real = try await Roster.put(
                [try Self.dissolving("industry", in: fixture)], in: fixture)
            #expect(real.isRefused)
            #expect(fixture.world.value.directory.unit(code: "industry")?.dissolvedAt == nil)
            let named = try await Roster.put(
                [try Self.dissolving("industry", successor: "commerce", in: fixture)], in: fixture)
            #expect(!named.isRefused, "\(named.strandings)")
            #expect(fixture.world.value.directory.unit(code: "industry")?.dissolvedAt != nil)
        }
    }

    @Test("is refused where the office of what nobody has taken yet goes, even with the root")
    func office() async throws {
        try await withFixture { fixture in
            _ = try await fixture.file()
            for code in [TestFixture.office, "zhengzhou"] {
                let report = try await Roster.put(
                    [try Self.dissolving(code, in: fixture)], in: fixture, isDryRun: true)
                #expect(report.isRefused, "\(code)")
                #expect(report.strandings.allSatisfy { $0.en.contains("ZQ2026-000001-1") })
            }
        }
    }

    @Test("is refused where the last who could act leaves, from that day on")
    func lastPerson() async throws {
        try await withFixture { fixture in
            _ = try await Self.dispatched(fixture)
            let one = try Self.leaving(["industry.handler"], in: fixture)
            #expect(try await !Roster.put([one], in: fixture, isDryRun: true).isRefused)
            let both = try Self.leaving(["industry.handler", "industry.head"], in: fixture)
            let report = try await Roster.put([both], in: fixture, isDryRun: true)
            #expect(
                report.strandings.contains {
                    $0.en.contains("from 2026-10-20 on nobody could act for industry")
                }, "\(report.strandings)")
        }
    }

    @Test("is refused where it meets what ends on that day already, however much ends before it")
    func meeting() async throws {
        try await withFixture { fixture in
            _ = try await Self.dispatched(fixture)
            let handlers = fixture.world.value.directory.persons.map(\.login)
                .filter { $0.hasSuffix(".handler") && $0 != "industry.handler" }.prefix(14)
            for (day, login) in handlers.enumerated() {
                let early = try Self.leaving([login], on: "2026-10-\(13 + day)", in: fixture)
                #expect(try await !Roster.put([early], in: fixture).isRefused)
            }
            let last = "2026-11-30"
            let one = try Self.leaving(["industry.handler"], on: last, in: fixture)
            #expect(try await !Roster.put([one], in: fixture).isRefused)
            let other = try Self.leaving(["industry.head"], on: last, in: fixture)
            let report = try await Roster.put([other], in: fixture, isDryRun: true)
            #expect(
                report.strandings.contains {
                    $0.en.contains("from \(last) on nobody could act for industry")
                }, "\(report.strandings)")
        }
    }

    @Test("is refused where what begins later bars the last who may act on a complaint")
    func beginning() async throws {
        try await withFixture { fixture in
            _ = try await fixture.file(
                fields: ["confidential": .boolean(true), "complainedUnit": .text("office.410100")])
            let logins = fixture.world.value.directory.persons.map(\.login)
                .filter { $0.hasPrefix("discipline") }
            try #require(!logins.isEmpty)
            let rows = logins.map { "\($0),handler,office.410100,2026-12-01\n" }.joined()
            let file = RosterFile(
                table: .grants, bytes: Array(("login,role,unit,from\n" + rows).utf8))
            let report = try await Roster.put([file], in: fixture, isDryRun: true)
            #expect(
                report.strandings.contains {
                    $0.en.contains("from 2026-12-01 on nobody could act at all on 1 open issue")
                }, "\(report.strandings) \(report.faults)")
        }
    }

    @Test("is taken where what it ends has no open issue")
    func idle() async throws {
        try await withFixture { fixture in
            let report = try await Roster.put(
                [try Self.dissolving("industry", in: fixture)], in: fixture)
            #expect(!report.isRefused)
        }
    }

    @Test("is refused in the same words where it is published as a text, and nothing is published")
    func published() async throws {
        try await withFixture { fixture in
            let (first, second) = try await Self.dispatched(fixture)
            let source = try await fixture.records.publications.newestDirectory()
            let empty = ["handler", "unitHead"].reduce(source) { text, role in
                text.replacing(
                    "role: \(role), unit: industry}", with: "role: \(role), unit: science}")
            }
            for isDryRun in [true, false] {
                await #expect {
                    try await Self.publish(empty, in: fixture, isDryRun: isDryRun)
                } throws: { error in
                    "\(error)".contains(
                        "from 2026-10-09 on nobody could act for industry (郑州市工业和信息化局) on "
                            + "2 open issues: \(first), \(second)")
                        && "\(error)".hasSuffix(StrandingCheck.remedy.en)
                }
                try await Self.expectUntouched(source, fixture)
            }
            let headless = source.replacing(
                "role: unitHead, unit: industry}", with: "role: unitHead, unit: science}")
            try await Self.publish(headless, in: fixture, isDryRun: true)
            try await Self.expectUntouched(source, fixture)
            try await Self.publish(headless, in: fixture, isDryRun: false)
            let directory = try await Roster.reloaded(fixture).directory
            let head = try #require(directory.person(login: "industry.head"))
            #expect(head.grants.map(\.unit) == [directory.unit(code: "science")?.id])
        }
    }

    private static func publish(
        _ source: String, in fixture: TestFixture, isDryRun: Bool
    ) async throws {
        var texts = PublishedTexts()
        texts.directory = .init(file: "directory.yaml", source: source)
        try await fixture.publish(texts, isDryRun: isDryRun)
    }

    private static func expectUntouched(_ source: String, _ fixture: TestFixture) async throws {
        let newest = try await fixture.records.publications.newestDirectory()
        #expect(newest == source)
        let directory = try await Roster.reloaded(fixture).directory
        let head = try #require(directory.person(login: "industry.head"))
        #expect(head.grants.map(\.unit) == [directory.unit(code: "industry")?.id])
    }

    /// Two issues that the bureau of industry leads, by number.
    private static func dispatched(_ fixture: TestFixture) async throws -> (String, String) {
        let issues = try await fixture.file(count: 2)
        for issue in issues { try await fixture.bring(issue, to: .dispatched) }
        let numbers = try await fixture.records.issues.issues(issues).map(\.number).sorted()
        return (numbers[0], numbers[1])
    }

    private static func dissolving(
        _ code: String, successor: String = "", in fixture: TestFixture
    ) throws -> RosterFile {
        let directory = fixture.world.value.directory
        let unit = try #require(directory.unit(code: code))
        let parent = unit.parent.flatMap(directory.unit)?.code ?? ""
        let head =
            "code,nameZh,nameEn,kind,parent,division,functions,categories,aliases,dissolvedOn,"
            + "successor\n"
        let row = [
            code, unit.name.zh, unit.name.en, unit.kind.rawValue, parent, unit.division,
            unit.functions.joined(separator: "、"), unit.categories.joined(separator: "、"),
            unit.aliases.joined(separator: "、"), "2026-10-12", successor,
        ]
        return RosterFile(
            table: .units, bytes: Array((head + row.joined(separator: ",") + "\n").utf8))
    }

    private static func leaving(
        _ logins: [String], on date: String = "2026-10-20", in fixture: TestFixture
    ) throws -> RosterFile {
        let rows = try logins.map { login in
            let person = try #require(fixture.world.value.directory.person(login: login))
            return "\(login),\(person.name),\(date)\n"
        }
        return RosterFile(
            table: .officers, bytes: Array(("login,name,leftOn\n" + rows.joined()).utf8))
    }
}
