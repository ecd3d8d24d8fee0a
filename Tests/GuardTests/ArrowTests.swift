import Testing

@Suite("The arrows between targets")
struct ArrowTests {
    /// What each target may import of ours. What is not here is refused.
    private static let arrows: [String: Set<String>] = [
        "Languages": [],
        "WorkingTime": [],
        "Workflow": ["Languages", "WorkingTime"],
        "CSimdJSON": [],
        "JSON": ["CSimdJSON"],
        "Casework": ["JSON", "WorkingTime", "Workflow", "Languages"],
        "Auditing": ["Casework", "Workflow", "WorkingTime", "Languages"],
        "Sealing": ["JSON", "Casework", "Languages"],
        "APIModel": ["JSON"],
        "Definitions": ["WorkingTime", "Workflow", "Casework", "Languages"],
        "Diagrams": ["Workflow", "Languages"],
        "Engine": ["JSON", "Casework", "Workflow", "WorkingTime"],
        "Notices": [
            "Engine", "APIModel", "JSON", "Casework", "Workflow", "WorkingTime", "Languages",
        ],
        "CLibPQ": [],
        "CWideCharacters": [],
        "CRenaming": [],
        "Postgres": ["CLibPQ"],
        "Store": [
            "Notices", "Engine", "Postgres", "JSON", "Casework", "Workflow", "WorkingTime",
            "Languages",
        ],
        "UseCases": [
            "Store", "Notices", "Engine", "Auditing", "Exports", "JSON", "Casework", "Workflow",
            "WorkingTime", "Languages",
        ],
        "APIText": [
            "UseCases", "Engine", "APIModel", "JSON", "Casework", "Workflow", "WorkingTime",
            "Languages",
        ],
        "Exports": [
            "Auditing", "JSON", "Casework", "Workflow", "WorkingTime", "Languages", "CRenaming",
        ],
        "HTTPAPI": [
            "UseCases", "APIText", "Notices", "Engine", "JSON", "Casework", "Workflow",
            "WorkingTime", "APIModel", "Diagrams", "Languages",
        ],
        "Settings": ["Languages"],
        "CommandText": ["Settings", "Languages", "CWideCharacters"],
        "Client": ["APIModel", "JSON"],
        "zhuqid": [
            "HTTPAPI", "APIText", "UseCases", "Store", "Postgres", "Engine", "Notices", "Exports",
            "Auditing", "Sealing",
            "Definitions",
            "Diagrams", "Casework", "Workflow", "WorkingTime", "Languages", "Settings",
            "CommandText",
        ],
        "zhuqi": [
            "Client", "APIModel", "JSON", "Workflow", "WorkingTime", "Languages", "Settings",
            "CommandText",
        ],
    ]

    private static let systemLibraries: Set = [
        "CLibPQ", "CWideCharacters", "CRenaming", "CSimdJSON",
    ]

    /// What a pure target may import of others: nothing that acts.
    private static let pure: [String: Set<String>] = [
        "Languages": [], "WorkingTime": ["Foundation"], "Workflow": [], "JSON": ["Synchronization"],
        "Casework": ["Crypto", "Foundation"],
        "Auditing": ["Crypto", "Foundation"], "Sealing": ["Crypto", "Foundation"],
        "APIModel": ["Foundation"],
        "Settings": [],
    ]

    @Test("are those of the table, in every file")
    func imports() throws {
        for file in try SourceFiles.all() {
            let allowed = try #require(Self.arrows[file.target], "\(file) is in no known target")
            let ours = file.imports.filter { Self.arrows[$0] != nil }
            for module in ours where !allowed.contains(module) {
                Issue.record("\(file) imports \(module)")
            }
        }
    }

    @Test("lead from the operator's tools to HTTP for the server alone")
    func servingAlone() throws {
        let files = try SourceFiles.all().filter {
            $0.target == "zhuqid" && $0.imports.contains("HTTPAPI")
        }
        #expect(files.map(\.path) == ["zhuqid/Serve.swift", "zhuqid/ServingOptions.swift"])
    }

    @Test("of the pure targets lead to nothing that acts")
    func pureImports() throws {
        for file in try SourceFiles.all() {
            guard let allowed = Self.pure[file.target] else { continue }
            for module in file.imports where Self.arrows[module] == nil {
                #expect(allowed.contains(module), "\(file) imports \(module)")
            }
        }
    }

    @Test("are those that the package declares")
    func declared() throws {
        let package = try SourceFiles.text("Package.swift")
        for (target, arrows) in Self.arrows where !Self.systemLibraries.contains(target) {
            let pattern = try Regex("(?:target|tool)\\(\\s*\"\(target)\",\\s*\\[([^\\]]*)\\]")
            guard let match = package.firstMatch(of: pattern), let list = match[1].substring else {
                Issue.record("\(target) is not declared")
                continue
            }
            let declared = list.matches(of: /"(\w+)"/).map { String($0.output.1) }
            #expect(Set(declared) == arrows, "\(target)")
        }
    }
}
