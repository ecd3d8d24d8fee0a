import Testing

@Suite("The pure targets")
struct PurityTests {
    private static let targets: Set = [
        "Languages", "WorkingTime", "Workflow", "Casework", "Auditing", "Sealing", "APIModel",
        "Settings",
    ]

    private static let acting = [
        "Date()", "Date.now", "Instant.now", "= .now", "(.now", "ContinuousClock",
        "SuspendingClock", "clock_gettime",
        "gettimeofday", ".random", "randomElement", "shuffle", "RandomNumberGenerator", "UUID()",
        "SymmetricKey(size", "ProcessInfo", "CommandLine", "getenv", "FileManager", "FileHandle",
        "URLSession", "contentsOf:", "Task {", "Task.sleep", " print(", "TimeZone.current",
        "Calendar.current", "Locale.current",
    ]

    @Test("know no clock, no randomness, no environment, no files")
    func actNowhere() throws {
        for file in try SourceFiles.all() where Self.targets.contains(file.target) {
            for line in file.code {
                for word in Self.acting where line.contains(word) {
                    Issue.record("\(file) uses \(word): \(line)")
                }
            }
        }
    }

    @Test("read the zones of the system in one place")
    func zones() throws {
        let files = try SourceFiles.all().filter { file in
            Self.targets.contains(file.target)
                && file.code.contains { $0.contains("TimeZone(identifier") }
        }
        #expect(files.map(\.path) == ["WorkingTime/ZoneTable+Transitions.swift"])
    }
}
