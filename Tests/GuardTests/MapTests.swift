import Foundation
import Testing

/// The pages for developers name what there is.
@Suite("The maps")
struct MapTests {
    private static let rooms = "Sources/README.md"
    private static let pages = [rooms, "CONTRIBUTING.md"]

    @Test("name every target of the package")
    func targets() throws {
        let package = try SourceFiles.text("Package.swift")
        let forms = [
            #"(?:\btarget|\btool|\btests)\(\s*"(\w+)""#, #"[tT]arget\(\s*name: "(\w+)""#,
            #"systemLibrary\(name: "(\w+)""#,
        ]
        let declared = try forms.flatMap { form in
            package.matches(of: try Regex(form)).compactMap { $0[1].substring.map(String.init) }
        }
        #expect(declared.count > 40)
        let page = try SourceFiles.text(Self.rooms)
        for target in Set(declared) {
            #expect(page.contains("`\(target)`"), "\(target)")
        }
    }

    @Test("name only files and folders that there are")
    func paths() throws {
        for page in Self.pages {
            let named = Self.paths(in: try SourceFiles.text(page))
            #expect(named.count > 20, "\(page)")
            for path in named {
                #expect(Self.exists(path), "\(page) names \(path)")
            }
        }
    }

    @Test("are read for paths below the checkout and below Sources, with places in braces left out")
    func read() {
        let text = """
            `Engine/Batcher.swift` → Engine/CommandGateway.swift, [page](../README.md),
            `Sources/Casework/Decision`, `ops/bench actions`, /v1/issues/{id}/actions,
            `SQL/migrations/NNNN_title.sql`, 1/2, and/or
            """
        #expect(
            Self.paths(in: text) == [
                "Engine/Batcher.swift", "Engine/CommandGateway.swift", "README.md",
                "Sources/Casework/Decision", "ops/bench",
            ])
    }

    /// What begins with a folder of the checkout or of `Sources` and has a slash, or ends like a file.
    private static func paths(in text: String) -> Set<String> {
        let words = text.matches(of: /[A-Za-z0-9_.+\-\/]+/).map { String($0.output) }
        let paths = words.map { word in
            var rest = word[...]
            while rest.hasPrefix("../") { rest = rest.dropFirst(3) }
            while let last = rest.last, ".,/".contains(last) { rest.removeLast() }
            return String(rest)
        }
        return Set(paths.filter { isPath($0) && !$0.contains("NNNN") })
    }

    private static func isPath(_ word: String) -> Bool {
        let isFile = word.contains(/\w\.(?:swift|md|sql|yaml|json|py|txt|csv)$/)
        let first = String(word.prefix { $0 != "/" })
        return isFile || word.contains("/") && folders.contains(first)
    }

    private static let folders: Set = [
        "Sources", "Tests", "SQL", "ops", "Workflows", "APIModel", "APIText", "Auditing",
        "Casework",
        "Client", "CommandText", "Definitions", "Diagrams", "Engine", "Exports", "HTTPAPI", "JSON",
        "Notices",
        "Postgres", "Sealing", "Settings", "Store", "UseCases", "Workflow", "WorkingTime", "zhuqi",
        "zhuqid",
    ]

    private static func exists(_ path: String) -> Bool {
        ["", "Sources/"].contains { folder in
            FileManager.default.fileExists(
                atPath: SourceFiles.root.appending(path: folder + path).path)
        }
    }
}
