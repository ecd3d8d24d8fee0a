import Casework
import DatabaseSupport
import Engine
import Languages
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite("A directory's text")
struct DirectoryTextTests {
    private static let name = "{zh: 郑州市工业和信息化局, en: Industry and Information Bureau}"

    @Test("gives a unit no other name: as in the tables, a new one needs a date")
    func otherName() async throws {
        try await withFixture { fixture in
            let source = try await fixture.records.publications.newestDirectory()
            let text = source.replacing(Self.name, with: "{zh: 郑州市工业局, en: Bureau}")
            #expect(text != source)
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await Self.publish(text, in: fixture)
            }
            #expect(
                refusal?.words.en
                    == "directory.yaml:53: `industry` is called 郑州市工业和信息化局; a new name goes "
                    + "into unit-names.csv with its date, so that records keep the old one")
            #expect(
                refusal?.words.zh
                    == "directory.yaml:53：“industry”现名郑州市工业和信息化局；"
                    + "新名称连同启用日期填入 unit-names.csv，以前的记录仍用旧名")
            #expect(try await fixture.records.publications.newestDirectory() == source)
            let directory = try await fixture.reload().directory
            let unit = directory.unit(code: "industry")
            #expect(unit?.name.zh == "郑州市工业和信息化局" && unit?.renamings == [])
        }
    }

    @Test("may say the name that a unit bears today, or its first: both stay")
    func nameOfToday() async throws {
        try await withFixture { fixture in
            let names = "unit,from,nameZh,nameEn\nindustry,2026-10-01,郑州市工业局,Bureau\n"
            let report = try await Roster.put([Roster.file(.unitNames, names)], in: fixture)
            #expect(!report.isRefused)
            let source = try await fixture.records.publications.newestDirectory()
            for text in [
                source.replacing(Self.name, with: "{zh: 郑州市工业局, en: Bureau}"),
                source + "# the first name again\n",
            ] {
                try await Self.publish(text, in: fixture)
                let directory = try await fixture.reload().directory
                let unit = try #require(directory.unit(code: "industry"))
                #expect(unit.name.zh == "郑州市工业和信息化局")
                #expect(unit.name(at: fixture.time.now).zh == "郑州市工业局")
            }
        }
    }

    @Test("leaves as it is what it says nothing of, and changes what it says")
    func untouched() async throws {
        try await withFixture { fixture in
            let report = try await Roster.put(
                [
                    Roster.file(
                        .officers,
                        "login,name,phone,email\nindustry.head,旧名,13900000000,head@example.com\n"),
                    Roster.file(
                        .grants,
                        "login,role,unit,until\nindustry.handler,handler,industry,2026-11-10\n"),
                ], in: fixture)
            #expect(!report.isRefused)
            let source = try await fixture.records.publications.newestDirectory()
            try await Self.publish(source + "# again\n", in: fixture)
            let directory = try await fixture.reload().directory
            let head = try #require(directory.person(login: "industry.head"))
            #expect(head.name == "示例·工信局负责人" && head.phone == "13900000036")
            #expect(head.email == "head@example.com")
            let handler = try #require(directory.person(login: "industry.handler"))
            #expect(directory.acting(handler, at: try wall("11-11T00:00")).grants.isEmpty)
        }
    }

    @Test("is held to what holds for the cells of tables, each fault told at its line")
    func cells() async throws {
        try await withFixture { fixture in
            let source = try await fixture.records.publications.newestDirectory()
            let text = source.replacing("login: science.head,", with: "login: science head,")
                .replacing("handler, unit: science}", with: "enterprise, unit: science}")
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await Self.publish(text, in: fixture)
            }
            let told = try #require(refusal)
            let lines = "\(told)".split(separator: "\n")
            for fault in ["717: “账号 login”: `science head`", "716: “角色 role”: `enterprise`"] {
                #expect(lines.contains { $0.hasPrefix("directory.yaml:" + fault) }, "\(lines)")
            }
        }
    }

    private static func publish(_ source: String, in fixture: TestFixture) async throws {
        var texts = PublishedTexts()
        texts.directory = .init(file: "directory.yaml", source: source)
        try await fixture.publish(texts)
    }
}
