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
    ]

    @Test("is the whole text, whatever files it was put together from")
    func wholeText() async throws {
        try await withFixture { fixture in
            let versions = try await fixture.records.publications.versions()
            #expect(versions.count == Self.digests.count)
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
            #expect(lines == ["three-deliveries: version 8, unchanged"])
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
                        workflow: "enterprise-assistance", version: 8, newest: 8, file: "next.yaml")
            )
            let versions = fixture.world.value.definitions.versions(of: "enterprise-assistance")
            #expect(versions.map(\.version) == [8])
        }
    }

    @Test("is followed by higher numbers only, whatever is left out between them")
    func numbers() async throws {
        try await withFixture { fixture in
            let text = try NextVersion.text()
            try await NextVersion.publish(
                text.replacing("version: 9\n", with: "version: 10\n"), in: fixture)
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await NextVersion.publish(text, in: fixture)
            }
            #expect(
                refusal
                    == .older(
                        workflow: "enterprise-assistance", version: 9, newest: 10, file: "next.yaml"
                    )
            )
            #expect(fixture.world.value.definitions.current("enterprise-assistance")?.version == 10)
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
            #expect(fixture.world.value.definitions.workflow(running.workflow)?.version == 8)
            #expect(running.resolveClock?.limit.description == "7wd")
            let later = try await fixture.file(key: "later")
            let fresh = try await fixture.issue(later[0])
            #expect(fixture.world.value.definitions.workflow(fresh.workflow)?.version == 9)
            #expect(try await fixture.findings() == [])
        }
    }
}
