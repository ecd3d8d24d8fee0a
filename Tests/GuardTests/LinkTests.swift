import Testing

@Suite("Links that leave")
struct LinkTests {
    /// These serve the paths and call them.
    private static let targets: Set = ["HTTPAPI", "Client", "APIModel", "APIText", "zhuqi"]

    @Test("are built in one place")
    func onePlace() throws {
        let path = #/[")]/v1//#
        let files = try SourceFiles.all().filter { file in
            !Self.targets.contains(file.target) && file.code.contains { $0.contains(path) }
        }
        #expect(files.map(\.path) == ["Notices/Addresses/PublicAddress.swift"])
    }
}
