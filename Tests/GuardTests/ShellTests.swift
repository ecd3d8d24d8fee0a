import Testing

@Suite("The shell around the use cases")
struct ShellTests {
    private static let mostLines = 110

    /// What a target leaves to the one that stands before or behind it.
    private static let strange: [String: Set<String>] = [
        "UseCases": [
            "Postgres", "APIModel", "Hummingbird", "HTTPTypes", "Definitions", "Yams",
        ],
        "HTTPAPI": ["Store", "Postgres"],
    ]

    @Test("has controllers that only translate: each is read at one look")
    func controllers() throws {
        let controllers = try SourceFiles.all().filter {
            $0.path.hasPrefix("HTTPAPI/Controllers/")
        }
        #expect(controllers.count > 10)
        for file in controllers {
            // The last line of a file ends, too.
            let count = file.lines.count - 1
            #expect(count <= Self.mostLines, "\(file) has \(count) lines")
        }
    }

    @Test("knows HTTP and JSON where the use cases do not, and no store")
    func imports() throws {
        for file in try SourceFiles.all() {
            guard let strange = Self.strange[file.target] else { continue }
            for module in file.imports where strange.contains(module) {
                Issue.record("\(file) imports \(module)")
            }
        }
    }
}
