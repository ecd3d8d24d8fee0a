import DatabaseSupport
import Store
import Testing

@Suite("The files of the migrations")
struct MigrationFileTests {
    private static let header = "-- Why: a test\n-- Breaking: no\n-- Locks: none\n"

    @Test("are read in order, with their titles")
    func order() throws {
        let folder = try Scratch.folder(holding: [
            "0002_then_this.sql": Self.header, "0001_first.sql": Self.header, "notes.txt": "",
        ])
        defer { Scratch.remove(folder) }
        #expect(try Migration.all(in: folder).map(\.title) == ["first", "then this"])
    }

    @Test("are refused where a number is missing or used twice")
    func gap() throws {
        try expect(
            .gap(expected: 2, found: 3),
            of: ["0001_a.sql": Self.header, "0003_c.sql": Self.header])
        try expect(
            .gap(expected: 2, found: 1),
            of: ["0001_a.sql": Self.header, "0001_b.sql": Self.header])
    }

    @Test("are refused without any of the header's lines", arguments: ["Why", "Breaking", "Locks"])
    func header(word: String) throws {
        let text = Self.header.replacing("-- \(word):", with: "-- ")
        try expect(.missingHeader(file: "0001_a.sql", "-- \(word):"), of: ["0001_a.sql": text])
    }

    @Test(
        "are refused under another form of name", arguments: ["1_a.sql", "0001.sql", "first.sql"])
    func name(file: String) throws {
        try expect(.badName(file), of: [file: Self.header])
    }

    private func expect(_ fault: MigrationFault, of texts: [String: String]) throws {
        let folder = try Scratch.folder(holding: texts)
        defer { Scratch.remove(folder) }
        #expect(throws: fault) { try Migration.all(in: folder) }
    }
}
