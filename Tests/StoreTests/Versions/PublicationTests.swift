import Casework
import DatabaseSupport
import Definitions
import Engine
import Store
import Testing
import UseCases
import WorkingTime

@Suite("A published version")
struct PublicationTests {
    /// The texts of the campaigns by the numbers under which they were published: whoever changes a
    /// text raises its `version` and adds a line.
    private static let digests = [
        "enterprise-assistance@8":
            "c07aabb7ebff8e226bc61b2c91553fb608085276bd103346f0b46993d0d4c9c9",
        "three-deliveries@8": "e84d7df1d8ac893e973fd4141a03733133b3509b8251fc63cb1ab5848d7151cd",
        "enterprise-assistance@9":
            "8ee8d171eb794bd96681b860138177af8686f5f776ebe72a7c121de20b6b8bd0",
        "three-deliveries@9": "394ebd7aa671fc786ec3faf2fe433f0c7727ac5280bd464cbcd354ad682b5b88",
    ]

    @Test("is the whole text, whatever files it was put together from")
    func wholeText() async throws {
        try await withFixture { fixture in
            let versions = try await fixture.records.publications.versions()
            #expect(versions.count == 2)
            for version in versions {
                let name = "\(version.workflow)@\(version.version)"
                #expect(Hexadecimal.text(version.digest) == Self.digests[name], "\(name)")
                let whole = try PublishedSamples.workflow("\(version.workflow).yaml")
                #expect(whole.source == version.source && !whole.origins.isEmpty)
                let known = fixture.world.value.definitions.workflow(
                    version.workflow, version: version.version)
                #expect(try DefinitionReader.workflow(version.text) == known?.definition)
            }
        }
    }

    @Test("is the same where its text was put together anew, and needs the files it includes")
    func putTogether() async throws {
        try await withFixture { fixture in
            var texts = PublishedTexts()
            texts.workflows = [try PublishedSamples.workflow("three-deliveries.yaml")]
            let lines = try await NextVersion.publish(texts, in: fixture)
            #expect(lines == ["three-deliveries: version 9, unchanged"])
            texts.workflows = [try PublishedSamples.text("three-deliveries.yaml")]
            let refusal = await #expect(throws: DefinitionFaults.self) {
                try await NextVersion.publish(texts, in: fixture)
            }
            #expect(refusal?.faults.contains { $0.code == "WF115" } == true)
        }
    }
    @Test("can't be published again changed, and the same text again changes nothing")
    func changed() async throws {
        try await withFixture { fixture in
            let text = try NextVersion.campaign()
            try await NextVersion.publish(text, in: fixture)
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await NextVersion.publish(text + "# one comment more\n", in: fixture)
            }
            #expect(
                refusal
                    == .changed(
                        workflow: "enterprise-assistance", version: 9, newest: 9, file: "next.yaml")
            )
            let versions = fixture.world.value.definitions.versions(of: "enterprise-assistance")
            #expect(versions.map(\.version) == [9])
        }
    }

    @Test("is followed by higher numbers only, whatever is left out between them")
    func numbers() async throws {
        try await withFixture { fixture in
            let text = try NextVersion.text()
            try await NextVersion.publish(
                text.replacing("version: 10\n", with: "version: 11\n"), in: fixture)
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await NextVersion.publish(text, in: fixture)
            }
            #expect(
                refusal
                    == .older(
                        workflow: "enterprise-assistance", version: 10, newest: 11,
                        file: "next.yaml"
                    )
            )
            #expect(fixture.world.value.definitions.current("enterprise-assistance")?.version == 11)
        }
    }

    @Test("needs its calendar")
    func calendar() async throws {
        try await withFixture { fixture in
            let text = try NextVersion.text().replacing("calendar: cn\n", with: "calendar: us\n")
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await NextVersion.publish(text, in: fixture)
            }
            #expect(refusal == .noCalendar("us", file: "next.yaml"))
        }
    }

    @Test("leaves running issues on theirs")
    func running() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file()
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            try await fixture.bring(issues[0], to: .inHandling)
            let running = try await fixture.issue(issues[0])
            #expect(fixture.world.value.definitions.workflow(running.workflow)?.version == 9)
            #expect(running.resolveClock?.limit.description == "7wd")
            let later = try await fixture.file(key: "later")
            let fresh = try await fixture.issue(later[0])
            #expect(fixture.world.value.definitions.workflow(fresh.workflow)?.version == 10)
            #expect(try await fixture.findings() == [])
        }
    }
}
