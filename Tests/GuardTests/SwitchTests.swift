import Testing

@Suite("Switches over our own enums")
struct SwitchTests {
    @Test("name every case, so that a new one is asked for everywhere")
    func exhaustive() throws {
        let files = try SourceFiles.all()
        let cases = EnumCases(files)
        #expect(cases.cases.count > 100 && cases.names.count > 600)
        for file in files {
            for found in SwitchScan.openSwitches(file.code) {
                let ours = found.named(in: cases).sorted()
                #expect(ours.isEmpty, "\(file): the switch over \(found.subject) is open")
            }
        }
    }

    private static let sample = """
        enum Colour: String {
            case red, green(
                shade: Int)
            case blue = "b,c"
            case long,
                longer

            var isWarm: Bool {
                switch self {
                case .red: true
                case .green where shade == .dark, .blue,
                    .long, .longer:
                    false
                }
            }
        }
        enum Form { case round }
        """.split(separator: "\n")

    @Test("are told from the text")
    func cases() {
        let cases = EnumCases(Self.sample)
        #expect(cases.cases["Form"] == ["round"])
        #expect(cases.cases["Colour"] == ["red", "green", "blue", "long", "longer"])
    }

    @Test(
        "are refused with `default:`, and with arms that take everything",
        arguments: [
            "switch colour {\ncase .red: 1\ndefault: 2\n}",
            "switch colour {\ncase .other,\n    .green(_): 1\n@unknown default: 2\n}",
            "return switch (one, two) {\ncase (nil, .blue?): 1\ndefault:\n    2\n}",
            "switch error {\ncase Colour.red: 1\ndefault: 2\n}",
            "let x =\n    switch colour {\n    case .red where a: 1\n    case _: 2\n    }",
            "switch colour {\ncase .red: 1\ncase let other: 2\n}",
            "switch text {\ncase \"a\":\n    switch it {\n    case .red: 1\n    default: 2\n    }\ndefault: 3\n}",
        ])
    func refused(_ text: String) {
        #expect(faults(text) == 1, "\(text)")
    }

    @Test(
        "may leave out what is not ours: texts, numbers, types, enums of other packages",
        arguments: [
            "switch colour {\ncase .red: 1\ncase .green, .blue, .long, .longer: 2\n}",
            "switch text {\ncase \"red\", \"a.red\": Colour.red\ndefault: .green\n}",
            "switch count {\ncase 0...2: .red\ncase 3..<9: .blue\ndefault: .green\n}",
            "switch byte {\ncase UInt8(ascii: \",\"): .red\ndefault: .green\n}",
            "switch answer {\ncase PGRES_OK: .red\ncase TypeOID.red: 1\ndefault: .green\n}",
            "switch error {\ncase is CancellationError: .red\ndefault: .green\n}",
            "switch error {\ncase let error as Colour where error == .red: 1\ndefault: 2\n}",
            "switch error {\ncase .typeMismatch(let type): 1\ndefault: 2\n}",
            "switch text {\ndefault:\n    switch colour {\n    case .red: 1\n    }\n}",
        ])
    func allowed(_ text: String) {
        #expect(faults(text) == 0, "\(text)")
    }

    private func faults(_ text: String) -> Int {
        let cases = EnumCases(Self.sample)
        return SwitchScan.openSwitches(text.split(separator: "\n"))
            .filter { !$0.named(in: cases).isEmpty }.count
    }
}
