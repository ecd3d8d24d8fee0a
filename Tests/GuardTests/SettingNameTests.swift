import Settings
import Testing

/// A setting is declared once: whoever reads, names or explains it takes that from the declaration.
@Suite("Names of settings")
struct SettingNameTests {
    private static let known = Set(
        (ServerSettings.all + StaffSettings.all).map(\.variable)
    ).union(UnknownVariable.ofTests)

    private static func names(in text: some StringProtocol) -> Set<String> {
        Set(String(text).matches(of: /ZHUQI_[A-Z][A-Z_]*/).map { String($0.output) })
    }

    @Test("stand in no target but that of the declaration")
    func oncePerName() throws {
        for file in try SourceFiles.all() where file.target != "Settings" {
            let names = file.code.reduce(into: Set<String>()) { $0.formUnion(Self.names(in: $1)) }
            #expect(names.isEmpty, "\(file): \(names.sorted())")
        }
    }

    @Test("are those that the programs read, wherever scripts and documents have one")
    func known() throws {
        let scripts = try SourceFiles.paths(in: "ops", ending: "").filter { path in
            let name = path.split(separator: "/").last ?? ""
            return !path.contains("__pycache__")
                && (!name.contains(".") || name.hasSuffix(".py") || name.hasSuffix(".sh"))
        }
        #expect(scripts.count > 20)
        let pages = ["README.md", "CONTRIBUTING.md", "Sources/README.md"]
        for path in scripts.map({ "ops/\($0)" }) + pages {
            let unknown = Self.names(in: try SourceFiles.text(path)).subtracting(Self.known)
            #expect(unknown.isEmpty, "\(path): \(unknown.sorted())")
        }
    }

    /// The environment of the process is read where it is asked for settings, and nowhere else.
    @Test("are looked up in one place of each program")
    func environment() throws {
        let files = try SourceFiles.all().filter { file in
            file.code.contains { $0.contains("ProcessInfo") || $0.contains("getenv") }
        }
        #expect(
            files.map(\.path) == [
                "zhuqi/Session/Environment.swift", "zhuqid/ServerTool.swift",
                "zhuqid/Settings/GivenSettings.swift", "zhuqid/Settings/ShowSettings.swift",
            ])
    }
}
