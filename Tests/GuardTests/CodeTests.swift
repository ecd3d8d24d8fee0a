import Testing

@Suite("Stable codes")
struct CodeTests {
    /// Whose range is whose.
    private static let ranges: [String: Set<String>] = [
        "WF1": ["Definitions"], "CW2": ["Casework"], "AU3": ["Casework", "HTTPAPI", "Auditing"],
        "EX4": ["Exports"], "DB5": ["Postgres", "Store", "Engine"], "WT6": ["WorkingTime"],
    ]

    private struct Definition {
        let code: String
        let file: SourceFile
    }

    /// Every place where a code is given to something; texts about codes are no definitions.
    private static func definitions() throws -> [Definition] {
        let pattern =
            /(?:case [^"]*[:=]|var code: String \{|let code =|code:|code =) "((?:WF1|CW2|AU3|EX4|DB5|WT6)\d\d)"/
        return try SourceFiles.all().flatMap { file in
            file.code.flatMap { line in
                line.matches(of: pattern).map {
                    Definition(code: String($0.output.1), file: file)
                }
            }
        }
    }

    @Test("are given once each")
    func unique() throws {
        let definitions = try Self.definitions()
        #expect(definitions.count > 80)
        for (code, places) in Dictionary(grouping: definitions, by: \.code) {
            #expect(places.count == 1, "\(code) in \(places.map(\.file.path))")
        }
    }

    @Test("lie in the range of their target")
    func inRange() throws {
        for definition in try Self.definitions() {
            let targets = Self.ranges[String(definition.code.prefix(3))] ?? []
            #expect(
                targets.contains(definition.file.target), "\(definition.code): \(definition.file)")
        }
    }
}
