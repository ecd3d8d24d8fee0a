import Testing

@Suite("Stable codes")
struct CodeTests {
    /// Whose range is whose.
    private static let ranges: [String: Set<String>] = [
        "WF1": ["Definitions"], "CW2": ["APIText", "Casework"], "AU3": ["APIText"],
        "EX4": ["Exports"], "DB5": ["Postgres", "Store", "UseCases", "APIText"],
        "WT6": ["WorkingTime"],
    ]

    private struct Mention {
        let code: String
        let file: SourceFile
    }

    /// Every place where a code is written, however it is given to something; comments aside.
    private static func mentions() throws -> [Mention] {
        try SourceFiles.all().flatMap { file in
            codes(in: file.code).map { Mention(code: $0, file: file) }
        }
    }

    private static func codes(in lines: [Substring]) -> [String] {
        // Unicode's own boundaries see none within `problem:CW205`.
        let code = /\b(?:WF1|CW2|AU3|EX4|DB5|WT6)\d\d\b/.wordBoundaryKind(.simple)
        return lines.flatMap { line in line.matches(of: code).map { String($0.output) } }
    }

    @Test("are written once each: where they are given")
    func unique() throws {
        let mentions = try Self.mentions()
        #expect(mentions.count > 140)
        for (code, places) in Dictionary(grouping: mentions, by: \.code) {
            #expect(places.count == 1, "\(code) in \(places.map(\.file.path))")
        }
    }

    @Test("lie in the range of their target")
    func inRange() throws {
        for mention in try Self.mentions() {
            let targets = Self.ranges[String(mention.code.prefix(3))] ?? []
            #expect(targets.contains(mention.file.target), "\(mention.code): \(mention.file)")
        }
    }

    @Test("are seen in every form in which they can be written")
    func forms() {
        let lines: [Substring] = [
            "case .one: \"CW201\"", "case two = \"CW202\"", "Text(409, \"CW203\", title: title)",
            "let other = \"CW204\"", #"{"type":"urn:zhuqi:problem:CW205","code":"CW206"}"#,
            "XCW207 CW2080 CW29",
        ]
        #expect(
            Self.codes(in: lines) == ["CW201", "CW202", "CW203", "CW204", "CW205", "CW206"])
    }
}
