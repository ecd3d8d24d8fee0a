import Testing

@Suite("Links")
struct LinkTests {
    @Test("take their paths from one place, as the server and its clients do")
    func onePlace() throws {
        let path = #/[")]/v1//#
        let files = try SourceFiles.all().filter { file in
            file.code.contains { $0.contains(path) }
        }
        #expect(files.map(\.path) == ["APIModel/APIPath.swift"])
    }
}
