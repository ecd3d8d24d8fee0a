import Foundation
import Testing

@testable import zhuqi

@Suite struct CredentialTests {
    private let stored = Credentials(server: "https://a.example", token: "zq_stored")

    private func chosen(
        _ option: String?, _ environment: [String: String], stored: Credentials?
    ) throws -> Credentials {
        try Credentials.chosen(
            option: option, environment: Environment(variables: environment), stored: stored)
    }

    @Test func theNearestSettingWins() throws {
        #expect(try chosen(nil, [:], stored: stored) == stored)
        let environment = ["ZHUQI_SERVER": "https://b.example", "ZHUQI_TOKEN": "zq_env"]
        #expect(try chosen(nil, environment, stored: stored).server == "https://b.example")
        #expect(try chosen("https://c.example", environment, stored: stored).token == "zq_env")
    }

    @Test func aStoredTokenGoesToNoOtherServer() throws {
        #expect(try chosen("https://a.example/", [:], stored: stored).token == "zq_stored")
        #expect(throws: StaffError.notSignedIn) {
            try chosen("https://evil.example", [:], stored: stored)
        }
        #expect(throws: StaffError.notSignedIn) { try chosen(nil, [:], stored: nil) }
    }

    @Test(arguments: ["", "a b", "zq_键", "a\r\nX: y"]) func refusesWhatIsNoToken(token: String) {
        #expect(throws: StaffError.self) { try Credentials.validated(token: token) }
    }

    @Test func theFileIsItsOwnersAlone() throws {
        let directory = FileManager.default.temporaryDirectory
            .appending(path: "zhuqi-\(UUID().uuidString)/zhuqi")
        defer { try? FileManager.default.removeItem(at: directory.deletingLastPathComponent()) }
        let store = CredentialStore(directory: directory)
        #expect(try store.load() == nil)
        try store.save(Credentials(server: "https://old.example", token: "zq_old"))
        try store.save(stored)
        #expect(try store.load() == stored)
        let file = directory.appending(path: "credentials.json")
        #expect(try mode(file) == 0o600)
        #expect(try mode(directory) == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path()).count == 1)
        #expect(try store.remove())
        #expect(try !store.remove())
    }

    private func mode(_ url: URL) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path())
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
