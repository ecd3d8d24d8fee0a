import Foundation
import Testing

@testable import zhuqi

@Suite struct ProfileTests {
    private func withFolder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "zhuqi-\(UUID().uuidString)/zhuqi")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        try work(folder)
    }

    private let environment = Environment(variables: [:])

    @Test func oneThatWasKeptBeforeThereWereNamesIsTheStandardOne() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(#"{"server":"https://a.example","token":"zq_a"}"#.utf8)
                .write(to: folder.appending(path: "credentials.json"))
            let profiles = ProfileStore(directory: folder)
            #expect(profiles.all() == [.standard])
            #expect(try profiles.current() == .standard)
            #expect(try Profile(named: "默认") == .standard)
            #expect(try profiles.credentials(of: Profile(named: "default")).load()?.token == "zq_a")
        }
    }

    @Test func theNearestNameWins() throws {
        try withFolder { folder in
            let profiles = ProfileStore(directory: folder)
            let named = Environment(variables: ["ZHUQI" + "_PROFILE": "市里"])
            #expect(try profiles.chosen(option: nil, environment: environment) == .standard)
            try profiles.use(Profile(named: "省里"))
            #expect(try profiles.chosen(option: nil, environment: environment).name == "省里")
            #expect(try profiles.chosen(option: nil, environment: named).name == "市里")
            #expect(try profiles.chosen(option: "县里", environment: named).name == "县里")
        }
    }

    @Test func eachIsAFileOfItsOwnThatOnlyItsOwnerMayRead() throws {
        try withFolder { folder in
            let profiles = ProfileStore(directory: folder)
            let province = try Profile(named: "省里")
            try profiles.credentials(of: .standard)
                .save(Credentials(server: "https://a.example", token: "zq_a"))
            try profiles.credentials(of: province)
                .save(Credentials(server: "https://b.example", token: "zq_b"))
            try profiles.use(province)
            #expect(profiles.all() == [.standard, province])
            #expect(try profiles.credentials(of: .standard).load()?.token == "zq_a")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
                let path = folder.appending(path: name).path(percentEncoded: false)
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
                #expect((mode as? NSNumber)?.intValue == 0o600, "\(name)")
            }
            #expect(try profiles.delete(province))
            #expect(try profiles.current() == .standard && profiles.all() == [.standard])
            #expect(try !profiles.delete(province))
        }
    }

    @Test(arguments: ["", "a/b", "..", ".x", "a b", "a\nb", String(repeating: "长", count: 21)])
    func isNoNameOtherwise(name: String) {
        #expect(throws: StaffError.self) { try Profile(named: name) }
    }

    @Test func oneThatTheCommandLineNamesIsNearerThanTheEnvironment() throws {
        let variables = [
            "ZHUQI" + "_SERVER": "https://e.example", "ZHUQI" + "_TOKEN": "zq_e",
        ]
        let stored = Credentials(server: "https://b.example", token: "zq_b")
        let environment = Environment(variables: variables)
        #expect(
            try Credentials.chosen(
                option: nil, environment: environment, stored: stored, isNamed: true) == stored)
        #expect(throws: StaffError.notSignedIn) {
            try Credentials.chosen(
                option: nil, environment: environment, stored: nil, isNamed: true)
        }
    }
}
