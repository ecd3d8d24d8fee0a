import Casework
import DatabaseSupport
import Engine
import Exports
import Foundation
import Languages
import Postgres
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite("Tables of the directory")
struct RosterTests {
    @Test("report each line, are put together, and change nothing the second time")
    func put() async throws {
        try await withFixture { fixture in
            let trial = try await Roster.put(Roster.sound, in: fixture, isDryRun: true)
            #expect(trial.faults.isEmpty, "\(trial.faults)")
            #expect(trial.count(.added) == Roster.lineCount)
            #expect(try await Roster.reloaded(fixture).directory.project("P1") == nil)

            let report = try await Roster.put(Roster.sound, in: fixture)
            #expect(report.count(.added) == Roster.lineCount)
            let first = try #require(report.lines.first)
            #expect("\(first)" == "divisions.csv:2: added: 410199 示例区 Sample District 410100")
            let again = try await Roster.put(Roster.sound, in: fixture)
            #expect(again.count(.unchanged) == Roster.lineCount && again.count(.added) == 0)
        }
    }

    @Test("stand in the world as they were given, with their dates")
    func world() async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            let world = try await Roster.reloaded(fixture)
            let directory = world.directory
            let unit = try #require(directory.unit(code: "bureau.410199"))
            #expect(unit.name(at: try wall("10-12T10:00")).zh == "示例区工信局")
            #expect(unit.name(at: try wall("10-15T00:00")).zh == "示例区工业和科技局")
            let old = try #require(directory.unit(code: "old.410199"))
            #expect(old.exists(at: try wall("10-11T23:59")))
            #expect(!old.exists(at: try wall("10-12T00:00")))
            #expect(directory.existing(old.id, at: try wall("10-12T10:00")) == unit.id)
            let one = try #require(directory.person(login: "one"))
            let two = try #require(directory.person(login: "two"))
            #expect(directory.present(one, at: try wall("10-20T10:00"))?.person.id == two.id)
            #expect(directory.present(one, at: try wall("10-22T00:00"))?.person.id == one.id)
            let paired = directory.paired(
                with: .chain("superhard"), level: 4, at: try wall("10-20T10:00"))
            #expect(paired.map(\.login) == ["two"])
            #expect(
                directory.paired(with: .chain("superhard"), level: 4, at: try wall("11-01T00:00"))
                    .isEmpty)
            let duty = directory.onDuty(at: unit.id, at: try wall("10-20T20:00"))
            #expect(duty.map(\.login) == ["two"])
            let enterprise = try await fixture.records.enterprises.enterprise(
                creditCode: "91410100MA0000011Y")
            #expect(enterprise?.chains == ["superhard"] && enterprise?.locality == "street.410199")
        }
    }

    @Test("written out and read in again are the same", arguments: PlainTable.Encoding.allCases)
    func roundTrip(encoding: PlainTable.Encoding) async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            let folder = try Scratch.folder()
            defer { Scratch.remove(folder) }
            var rowCounts: [RosterTable: Int] = [:]
            try await ExportRoster(fixture.records.roster, in: fixture.world.value.calendars.zone)
                .write(to: folder, as: encoding) { rowCounts[$0] = $1 }
            #expect(rowCounts.count == RosterTable.allCases.count)
            let written = try RosterTable.allCases.map { table in
                RosterFile(
                    table: table,
                    bytes: Array(try Data(contentsOf: folder.appending(path: table.fileName))))
            }
            _ = try await Roster.reloaded(fixture)
            let report = try await Roster.put(written, in: fixture)
            #expect(report.faults.isEmpty, "\(report.faults)")
            #expect(report.count(.added) + report.count(.changed) == 0)
            #expect(report.count(.unchanged) > Roster.lineCount)
        }
    }

    @Test("with a wrong line change nothing, and every fault is told at its line")
    func faults() async throws {
        for (table, text, expected) in Roster.faulty {
            try await withFixture { fixture in
                let wrong = RosterFile(table: table, bytes: Array(text.utf8))
                let report = try await Roster.put(
                    Roster.sound.filter { $0.table != table } + [wrong], in: fixture)
                let told = report.faults.filter { $0.table == table }.map(\.description)
                #expect(told.contains { $0.contains(expected) }, "\(table): \(told)")
                #expect(
                    try await Roster.reloaded(fixture).directory.unit(code: "bureau.410199") == nil)
            }
        }
    }

    @Test("let two deputies change places, and one take the other's")
    func deputies() async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            let three: [(RosterTable, String)] = [
                (.officers, "login,name\nthree,示例丙\n"),
                (.grants, "login,role,unit\nthree,handler,bureau.410199\n"),
            ]
            _ = try await Roster.put(
                three.map { RosterFile(table: $0.0, bytes: Array($0.1.utf8)) }, in: fixture)
            for text in [
                "login,rank,deputy\none,1,two\none,2,three\n",
                "login,rank,deputy\none,1,three\none,2,two\n",
            ] {
                let report = try await Roster.put(
                    [RosterFile(table: .deputies, bytes: Array(text.utf8))], in: fixture)
                #expect(report.faults.isEmpty, "\(report.faults)")
            }
            let directory = try await Roster.reloaded(fixture).directory
            let one = try #require(directory.person(login: "one"))
            let deputies = (directory.deputies[one.id] ?? []).compactMap {
                directory.person($0)?.login
            }
            #expect(deputies == ["three", "two"])
        }
    }

    @Test("let a deputy be who is near as the units and roles will be after them")
    func nearDeputies() async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            let moved = (
                RosterTable.units,
                "code,nameZh,nameEn,kind,parent,division\n"
                    + "street.410199,示例街道,Street,township,bureau.410199,410199\n"
            )
            let staff: [(RosterTable, String)] = [
                (.officers, "login,name\nthree,示例丙\n"),
                (.grants, "login,role,unit\nthree,handler,street.410199\n"),
                (.deputies, "login,rank,deputy\nthree,1,one\n"),
            ]
            let early = try await Roster.put(staff.map(Roster.file), in: fixture)
            #expect(
                early.faults.map(\.description) == [
                    "deputies.csv:2: `one` can't stand in for `three`, who is `handler` at "
                        + "`street.410199`: the deputy must work at the same unit, or at the one "
                        + "above; name somebody with a role at `street.410199` or `zhengzhou`"
                ])
            let report = try await Roster.put(([moved] + staff).map(Roster.file), in: fixture)
            #expect(report.faults.isEmpty, "\(report.faults)")
            // One's role ends with the year; what comes after asks nothing of a deputy.
            let late = "login,from,until,deputy\none,2027-01-04,2027-01-05,three\n"
            let after = try await Roster.put([Roster.file(.absences, late)], in: fixture)
            #expect(after.faults.isEmpty, "\(after.faults)")
        }
    }

    @Test("hold absences to the rule that officers are held to, but for what stands there already")
    func absences() async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            try await fixture.database.withConnection(as: TestCluster.owner) {
                try await $0.execute(
                    script: """
                        INSERT INTO absence (person_id, from_on, until_on, deputy_id)
                        SELECT one.id, '2026-09-01', '2026-09-05', two.id
                        FROM person AS one, person AS two
                        WHERE one.login = 'one' AND two.login = 'two';
                        INSERT INTO person (login, name, left_on)
                        VALUES ('idle', '示例', NULL), ('gone', '示例', '2026-10-01');
                        INSERT INTO role_grant (person_id, role, unit_id)
                        SELECT person.id, 'handler', unit.id FROM person, unit
                        WHERE login = 'gone' AND code = 'bureau.410199'
                        """)
            }
            _ = try await Roster.reloaded(fixture)
            for (lines, expected) in Self.judged {
                let text = "login,from,until,deputy\n" + lines
                let report = try await Roster.put(
                    [Roster.file(.absences, text)], in: fixture, isDryRun: true)
                #expect(report.faults.map(\.description) == expected, "\(lines)")
            }
            let deputies = "login,rank,deputy\none,2,idle\none,3,gone\none,1,two\n"
            let report = try await Roster.put(
                [Roster.file(.deputies, deputies)], in: fixture, isDryRun: true)
            #expect(
                report.faults.map(\.description) == [
                    "deputies.csv:2: `idle` can't stand in for `one`: the deputy has no role; name "
                        + "somebody else",
                    "deputies.csv:3: `gone` can't stand in for `one`: the deputy has left by then; "
                        + "name somebody else",
                ])
        }
    }

    /// Lines of a table of absences on 2026-10-09, and what is said of them.
    private static let judged: [(String, [String])] = [
        ("one,2026-09-01,2026-09-05,two\none,2026-10-20,2026-10-21,\n", []),
        (
            "one,2026-10-05,2026-10-08,\n",
            [
                "absences.csv:2: it lies in the past; leave out what was not noted in its time"
            ]
        ),
        ("one,2026-10-05,2026-10-09,\n", []),
        (
            "one,2026-10-21,2026-10-25,two\n",
            [
                "absences.csv:2: it overlaps the absence from 2026-10-20 until 2026-10-21; let one "
                    + "begin after the other has ended"
            ]
        ),
        (
            "one,2026-10-22,2027-01-17,two\none,2027-01-18,2027-01-18,two\n",
            [
                "absences.csv:3: with those next to it it lasts longer than 90 days; shorten it, or "
                    + "hand over: directory handover"
            ]
        ),
        ("one,2026-10-22,2027-01-17,two\none,2027-01-19,2027-01-19,two\n", []),
        (
            "gone,2026-10-05,2026-10-12,\n",
            ["absences.csv:2: `gone` has left by then; let it end with the office"]
        ),
        (
            "one,2026-11-02,2026-11-03,idle\none,2026-11-05,2026-11-06,gone\n",
            [
                "absences.csv:2: `idle` can't stand in for `one`: the deputy has no role; name "
                    + "somebody else",
                "absences.csv:3: `gone` can't stand in for `one`: the deputy has left by then; name "
                    + "somebody else",
            ]
        ),
    ]

    @Test("hold who may stand in for whom as the published ladder says it")
    func substitution() async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            let ladder = try PublishedSamples.text("ladder.yaml").source
                .replacing("longestDays: 90", with: "longestDays: 10")
                .replacing("unitHead: [unit, aboveUnit]", with: "unitHead: [unit]")
                .replacing("    handler: [unit, aboveUnit]\n", with: "")
            var texts = PublishedTexts()
            texts.documents = [(kind: "ladder", text: .init(file: "ladder.yaml", source: ladder))]
            try await fixture.publish(texts)
            _ = try await Roster.reloaded(fixture)
            let text = """
                login,from,until,deputy
                one,2026-11-02,2026-11-11,
                one,2026-11-12,2026-11-22,
                one,2026-12-01,2026-12-02,two
                industry.handler,2026-12-01,2026-12-02,industry.head

                """
            let report = try await Roster.put([Roster.file(.absences, text)], in: fixture)
            #expect(
                report.faults.map(\.description) == [
                    "absences.csv:3: it lasts longer than 10 days; shorten it, or hand over: "
                        + "directory handover",
                    "absences.csv:4: `two` can't stand in for `one`, who is `unitHead` at "
                        + "`bureau.410199`: the deputy must work at the same unit; name somebody "
                        + "with a role at `bureau.410199`",
                    "absences.csv:5: `industry.head` can't stand in for `industry.handler`, who is "
                        + "`handler` at `industry`: that role passes to nobody; leave the deputy "
                        + "out, or hand over",
                ])
        }
    }

    @Test("are not undone by publishing the directory's text again")
    func published() async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            let ended = "login,role,unit,until\nindustry.handler,handler,industry,2026-10-10\n"
            _ = try await Roster.put(
                [RosterFile(table: .grants, bytes: Array(ended.utf8))], in: fixture)
            let source = try await fixture.records.publications.newestDirectory()
            for text in [source, source + "# another\n"] {
                var texts = PublishedTexts()
                texts.directory = .init(file: "directory.yaml", source: text)
                try await fixture.publish(texts)
                let directory = try await Roster.reloaded(fixture).directory
                let handler = try #require(directory.person(login: "industry.handler"))
                let after = directory.acting(handler, at: try wall("10-11T00:00"))
                #expect(after.grants.isEmpty)
                let two = try #require(directory.person(login: "two"))
                #expect(two.holds(.taskForce))
            }
        }
    }

    @Test("warn of a credit code whose check character does not fit, and take it")
    func checkCharacter() async throws {
        try await withFixture { fixture in
            let text = "creditCode,name,division\n91350211M0000XUF46,示例公司,410105\n"
            let report = try await Roster.put(
                [RosterFile(table: .enterprises, bytes: Array(text.utf8))], in: fixture)
            #expect(report.warnings.count == 1 && report.count(.added) == 1)
        }
    }

    @Test(
        "refuse telephone numbers and addresses that reach nobody",
        arguments: [
            ("---123---", ""), ("0371--67180000", ""), ("-67180000", ""), ("12345", ""),
            ("67180000 转 8", ""), ("", "@"), ("", "a@b"), ("", "a@.example.com"),
            ("", "a@example..com"), ("", ".a@example.com"), ("", "a..b@example.com"),
            ("", "a b@example.com"), ("", "a@exam_ple.com"), ("", "a@-example.com"),
            ("", "<a@example.com>"), ("", "a@example.com>"), ("", "a@b@example.com"),
        ])
    func unreachable(phone: String, email: String) async throws {
        try await withFixture { fixture in
            let text = "login,name,phone,email\nreached,示例,\(phone),\(email)\n"
            let report = try await Roster.put(
                [RosterFile(table: .officers, bytes: Array(text.utf8))], in: fixture)
            let words = email.isEmpty ? "is no telephone number" : "is no address of mail"
            #expect(report.faults.count == 1 && "\(report.faults)".contains(words))
        }
    }

    @Test("take dates and codes as people write them, and keep them in one form")
    func written() async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            let texts: [(RosterTable, String)] = [
                (.officers, "login,name,phone,leftOn\nｏｎｅ,示例甲,（０３７１）６７１８００００,2027年10月9日\n"),
                (
                    .grants,
                    "login,role,unit,from,until\none,unitHead,ｂｕｒｅａｕ.410199,2026.1.1,46387\n"
                ),
                (
                    .enterprises,
                    "creditCode,name,division,industry\n"
                        + "９１４１０１００ｍａ0000011y,示例（集团）公司,４１０１９９,Ｃ３５９１\n"
                ),
                (.visits, "login,creditCode,on\none,９１４１０１００ＭＡ０００００１１Ｙ,２０２６/１０/８\n"),
                (.duties, "unit,login,from,until\nbureau.410199,one,2026年10月20日 ８：００,46316.75\n"),
            ]
            let report = try await Roster.put(
                texts.map { RosterFile(table: $0.0, bytes: Array($0.1.utf8)) }, in: fixture)
            #expect(report.faults.isEmpty, "\(report.faults)")
            let kept = try await rows(
                fixture,
                """
                SELECT concat_ws(' ', left_on, person.phone, until_on, enterprise.name, visited_on,
                                 from_at AT TIME ZONE 'Asia/Shanghai', until_at - from_at)
                FROM person JOIN role_grant ON role_grant.person_id = person.id
                JOIN visit ON visit.person_id = person.id AND visited_on = '2026-10-08'
                JOIN enterprise ON enterprise.id = enterprise_id
                JOIN duty ON duty.person_id = person.id
                WHERE login = 'one'
                """)
            #expect(
                kept == [
                    "2027-10-09 037167180000 2026-12-31 示例（集团）公司 2026-10-08 "
                        + "2026-10-20 08:00:00 1 day 10:00:00"
                ])
        }
    }

    @Test("are noted: who reads the record sees that the directory was changed, and by what file")
    func noted() async throws {
        try await withFixture { fixture in
            _ = try await Roster.put(Roster.sound, in: fixture)
            let noted = try await rows(fixture, "SELECT what FROM directory_change ORDER BY id")
            #expect(noted.first == "import divisions.csv: 1 added, 0 changed")
            #expect(noted.count == RosterTable.allCases.count)
            await #expect(throws: (any Error).self) {
                try await fixture.database.withConnection(as: TestCluster.owner) {
                    try await $0.execute(script: "DELETE FROM directory_change")
                }
            }
        }
    }
}

/// Small tables that refer to each other.
enum Roster {
    static let sound: [RosterFile] = [
        file(.divisions, "code,nameZh,nameEn,parent\n410199,示例区,Sample District,410100\n"),
        file(
            .units,
            """
            代码,名称,英文名称,性质,上级单位,管辖,职能,dissolvedOn,successor
            bureau.410199,示例区工信局,Industry,governmentDepartment,zhengzhou,410199,industry;science,,
            street.410199,示例街道,Street,township,zhengzhou,410199,,,
            old.410199,示例旧局,Old,governmentDepartment,zhengzhou,410199,,2026-10-12,bureau.410199

            """),
        file(
            .unitNames,
            "unit,from,nameZh,nameEn\nbureau.410199,2026-10-15,示例区工业和科技局,Industry and science\n"),
        file(.chains, "code,nameZh,nameEn\nsuperhard,超硬材料,Superhard materials\n"),
        file(.projects, "code,nameZh,nameEn,division\nP1,示例项目,Project,410199\n"),
        file(
            .officers,
            """
            login,name,phone,email,leftOn
            one,示例甲,0371-6718 0000,one@example.com,
            two,"示例乙, 专班",,,

            """),
        file(
            .grants,
            """
            login,role,unit,from,until
            one,unitHead,bureau.410199,2026-01-01,2026-12-31
            two,taskForce,zhengzhou,,

            """),
        file(
            .enterprises,
            """
            creditCode,name,division,tags,size,industry,chains,locality
            91410100MA0000011Y,示例公司,410199,规上、专精特新,small,C3591,superhard,street.410199

            """),
        file(
            .pairings,
            """
            login,creditCode,project,chain,level,chief,from,until
            one,91410100MA0000011Y,,,0,是,,
            two,,,superhard,4,否,2026-01-01,2026-10-31
            two,,P1,,4,否,,

            """),
        file(.deputies, "login,rank,deputy\none,1,two\n"),
        file(
            .absences, "login,from,until,deputy,reason\none,2026/10/20,2026-10-21,,出差\n"),
        file(
            .duties,
            "unit,login,from,until\nbureau.410199,two,2026-10-20 18:00,2026-10-21 08:00\n"),
        file(
            .visits,
            "login,creditCode,on,note\none,91410100MA0000011Y,2026-10-09,\"走访,\n反映用工\"\n"),
    ]

    static let lineCount = 19

    static let faulty: [(RosterTable, String, String)] = [
        (.divisions, "code,nameZh\n", "divisions.csv:1: the column"),
        (
            .units, "code,nameZh,nameEn,kind,division\nx,甲,A,bureau,410105\n",
            ":2: “性质 kind”: `bureau`"
        ),
        (
            .units, "code,nameZh,nameEn,kind,division,parent\nx,甲,A,bank,410105,x\n",
            ":2: “上级单位 parent”: `x` names no unit"
        ),
        (
            .units,
            "code,nameZh,nameEn,kind,division,parent\nzhengzhou,郑州市人民政府,Zhengzhou Municipal "
                + "Government,city,410100,industry\n", "would lie within itself"
        ),
        (
            .units, "code,nameZh,nameEn,kind,division\nindustry,市工业局,Industry,bank,410100\n",
            "goes into unit-names.csv"
        ),
        (.officers, "login,name\n一,示例\n", "is no code"),
        (.officers, "login,name\n\"one,示例\n", "quotation mark is not closed"),
        (
            .officers, "login,name,leftOn\none,示例,10/9/27\n",
            ":2: “离岗日期 leftOn”: `10/9/27` is no date: its year has not four digits, or does not "
                + "stand first; write 2027-10-09"
        ),
        (.officers, "login,name,leftOn\none,示例,x-2027-10-9\n", "`x-2027-10-9` is no date"),
        (.officers, "login,name,leftOn\none,示例,2027/-10/9\n", "`2027/-10/9` is no date"),
        (.officers, "login,name,leftOn\none,示例,2127-10-09\n", "the years 1990 to 2100"),
        (.officers, "login,name\none,示例,x\n", "3 cells under 2 headings"),
        (.officers, "login,name,colour\none,示例,x\n", "“colour” is unknown"),
        (.grants, "login,role,unit\none,king,industry\n", "`king` is unknown"),
        (.grants, "login,role,unit\nnobody,handler,industry\n", "names no officer"),
        (
            .grants, "login,role,unit,from,until\none,handler,industry,2026-02-02,2026-02-01\n",
            "ends before it begins"
        ),
        (.enterprises, "creditCode,name,division\n123,示例,410105\n", "is no credit code"),
        (
            .pairings, "login,creditCode,chain,level,chief\none,91410100MA0000011Y,superhard,0,是\n",
            "one subject, this has 2"
        ),
        (.pairings, "login,chain,level,chief\none,superhard,9,是\n", "0 to 6"),
        (
            .deputies, "login,rank,deputy\none,1,two\ntwo,1,one\n",
            ":3: the deputies close a circle: two → one → two"
        ),
        (.absences, "login,from,until\none,2026-10-20,2026-10-32\n", "is no date"),
        (
            .absences, "login,from,until\none,2026-10-20,2027-01-18\n",
            ":2: it lasts longer than 90 days"
        ),
        (
            .absences, "login,from,until,deputy\none,2026-10-20,2026-10-21,integrator\n",
            ":2: `integrator` can't stand in for `one`"
        ),
        (
            .absences,
            "login,from,until,deputy\nadministrator.system,2026-10-20,2026-10-21,"
                + "administrator.audit\n", ":2: `administrator.audit` can't stand in"
        ),
        (
            .deputies, "login,rank,deputy\nadministrator.system,1,administrator.security\n",
            ":2: `administrator.security` can't stand in"
        ),
        (
            .absences, "login,from,until,deputy\none,2026-10-20,2026-10-21,commerce.head\n",
            ":2: `commerce.head` can't stand in for `one`, who is `unitHead` at `bureau.410199`"
        ),
        (
            .deputies, "login,rank,deputy\none,1,commerce.head\n",
            "name somebody with a role at `bureau.410199` or `zhengzhou`"
        ),
        (
            .duties, "unit,login,from,until\nindustry,one,2026-10-20 24:00,2026-10-21 08:00\n",
            "is no time"
        ),
        (
            .visits, "login,creditCode,on\none,91410100MA0000012X,2026-10-09\n",
            "names no enterprise"
        ),
    ]

    static func file(_ table: RosterTable, _ text: String) -> RosterFile {
        RosterFile(table: table, bytes: Array(text.utf8))
    }

    static func put(
        _ files: [RosterFile], in fixture: TestFixture, isDryRun: Bool = false
    ) async throws -> RosterReport {
        let (world, now) = (fixture.world.value, fixture.time.now)
        let report = try await fixture.asOwner {
            try await ImportRoster(
                through: $0, world: world, catalogue: fixture.catalogue, at: now
            ).put(files, isDryRun: isDryRun)
        }
        _ = try await reloaded(fixture)
        return report
    }

    static func reloaded(_ fixture: TestFixture) async throws -> World {
        try await fixture.reload()
    }
}

extension Directory {
    fileprivate func project(_ code: String) -> Project? { projects.first { $0.code == code } }
}
