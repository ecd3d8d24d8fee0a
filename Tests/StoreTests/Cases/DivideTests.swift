import Casework
import DatabaseSupport
import Engine
import Testing
import Workflow
import WorkingTime

@Suite("An issue that is split")
struct DivideTests {
    @Test("gives each part a link, and tells its filer of it")
    func parts() async throws {
        try await withHouse { house in
            let issue = try await house.file()[0]
            try await house.bring(issue, to: .inHandling)
            let filer = try #require(house.world.value.directory.person(login: "officer1")?.id)
            let births = try await Self.split(house, issue).births
            #expect(births.count == 2)
            for birth in births {
                let event = try #require(try await house.events(birth.id).first)
                #expect(event.body.link?.number == 1)
                #expect(event.body.told?.map(\.person) == [filer])
            }
            #expect(try await house.findings() == [])
        }
    }

    @discardableResult
    private static func split(_ house: TestHouse, _ issue: IssueID) async throws -> ActionOutcome {
        let parts = ["LAB", "FIN"].map { category in
            FieldValue.object([
                "category": .text(category), "title": .text("部分"), "description": .text("其中一项"),
            ])
        }
        return try await house.act(
            "split", on: issue, by: TestHouse.office,
            ["issues": .list(parts), "reason": .text("两件事")])
    }
}
