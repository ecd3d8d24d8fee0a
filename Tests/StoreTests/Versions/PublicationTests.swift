import Casework
import DatabaseSupport
import Engine
import Store
import Testing
import UseCases
import WorkingTime

@Suite("A published version")
struct PublicationTests {
    @Test("can't be published again changed, and the same text again changes nothing")
    func changed() async throws {
        try await withHouse { house in
            let text = try NextVersion.campaign()
            try await NextVersion.publish(text, in: house)
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await NextVersion.publish(text + "# one comment more\n", in: house)
            }
            #expect(
                refusal
                    == .changed(
                        workflow: "enterprise-assistance", version: 8, newest: 8, file: "next.yaml")
            )
            let versions = house.world.value.versions(ofWorkflow: "enterprise-assistance")
            #expect(versions.map(\.version) == [8])
        }
    }

    @Test("is followed by higher numbers only, whatever is left out between them")
    func numbers() async throws {
        try await withHouse { house in
            let text = try NextVersion.text()
            try await NextVersion.publish(
                text.replacing("version: 9\n", with: "version: 10\n"), in: house)
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await NextVersion.publish(text, in: house)
            }
            #expect(
                refusal
                    == .older(
                        workflow: "enterprise-assistance", version: 9, newest: 10, file: "next.yaml"
                    )
            )
            #expect(house.world.value.currentWorkflow("enterprise-assistance")?.version == 10)
        }
    }

    @Test("needs its calendar")
    func calendar() async throws {
        try await withHouse { house in
            let text = try NextVersion.text().replacing("calendar: cn\n", with: "calendar: us\n")
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await NextVersion.publish(text, in: house)
            }
            #expect(refusal == .noCalendar("us", file: "next.yaml"))
        }
    }

    @Test("leaves running issues on theirs")
    func running() async throws {
        try await withHouse { house in
            let issues = try await house.file()
            try await NextVersion.publish(try NextVersion.text(), in: house)
            try await house.bring(issues[0], to: .inHandling)
            let running = try await house.issue(issues[0])
            #expect(house.world.value.workflow(running.workflow)?.version == 8)
            #expect(running.resolveClock?.limit.description == "7wd")
            let later = try await house.file(key: "later")
            let fresh = try await house.issue(later[0])
            #expect(house.world.value.workflow(fresh.workflow)?.version == 9)
            #expect(try await house.findings() == [])
        }
    }
}
