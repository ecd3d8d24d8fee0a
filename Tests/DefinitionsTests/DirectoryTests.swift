import Casework
import Definitions
import Testing
import Workflow

@Suite("The demo directory")
struct DirectoryTests {
    private func directory() throws -> DirectoryDocument {
        try DefinitionReader.directory(
            WorkflowFiles.text("demo/directory.yaml"), file: "directory.yaml")
    }

    @Test("holds the city and its sixteen divisions, each with a government and an office")
    func divisionsAreWhole() throws {
        let directory = try directory()
        #expect(directory.divisions.count == 17)
        for division in directory.divisions {
            let kinds = directory.units.filter { $0.division == division.code }.map(\.kind)
            #expect(kinds.contains(.campaignOffice), "\(division.code)")
            #expect(
                kinds.contains { [.city, .district, .developmentZone].contains($0) },
                "\(division.code)")
        }
    }

    @Test("has a handler and a head for every unit with a function")
    func functionsAreStaffed() throws {
        let directory = try directory()
        for unit in directory.units where !unit.functions.isEmpty {
            let roles = directory.persons.flatMap(\.grants).filter { $0.unit == unit.code }
            let inspects = unit.functions.contains("discipline")
            #expect(
                Set(roles.map(\.role))
                    == (inspects ? [.handler, .unitHead, .cityOffice] : [.handler, .unitHead]),
                "\(unit.code)")
        }
    }

    @Test("has a token for every role that signs in")
    func tokensAreWhole() throws {
        let roles = Set(Right.Role.allCases).subtracting([.system, .enterprise])
        #expect(try Set(directory().demoTokens.keys) == roles)
    }

    @Test("pairs every enterprise with one officer")
    func enterprisesArePaired() throws {
        let directory = try directory()
        #expect(directory.enterprises.count == 20)
        let paired = directory.persons.flatMap(\.pairedEnterprises)
        #expect(paired.sorted() == directory.enterprises.map(\.creditCode).sorted())
    }

    @Test(
        "is refused with the right check character where a credit code fails",
        arguments: [
            ("91350100M000100Y43", true), ("91110000101623741K", true),
            ("91410100MA0000011Y", true), ("91350211M0000XUF46", false),
        ])
    func creditCodes(code: String, isValid: Bool) throws {
        let text = """
            divisions: [{code: "410100", name: {zh: 郑州市, en: Zhengzhou}}]
            units: []
            persons: []
            enterprises: [{creditCode: \(code), name: 郑州示例一号机械有限公司, division: "410100"}]
            """
        guard !isValid else {
            #expect(try DefinitionReader.directory(text, file: "d").enterprises.count == 1)
            return
        }
        let refusal = #expect(throws: DefinitionFaults.self) {
            try DefinitionReader.directory(text, file: "d")
        }
        #expect(refusal?.faults.map(\.code) == ["WF175"])
    }
}
