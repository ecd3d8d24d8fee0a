import APIModel
import Testing

@testable import Client

@Suite struct AddressAndKeyTests {
    @Test(arguments: ["http://a", "https://a.b:8443", "https://a.b/zhuqi/"])
    func takesAddresses(text: String) {
        #expect(ServerAddress(text)?.description.hasSuffix("/") == false)
    }

    @Test(arguments: ["", "a.b", "ftp://a", "http://", "http://u:p@a", "http://a?x=1"])
    func refusesWhatIsNoAddress(text: String) {
        #expect(ServerAddress(text) == nil)
    }

    @Test func keepsAPathBehindAProxy() throws {
        let address = try #require(ServerAddress("https://a.b/zhuqi/"))
        #expect(address.url(.whoami) == "https://a.b/zhuqi/v1/whoami")
    }

    @Test(arguments: ["", "键", "a\nb", String(repeating: "x", count: 201)])
    func refusesKeysThatNoHeaderHolds(text: String) {
        #expect(IdempotencyKey(text) == nil)
    }

    @Test func keysAreQuotedAndEscaped() {
        #expect(IdempotencyKey(#"a\"b"#)?.headerValue == #""a\\\"b""#)
    }

    @Test func drawnKeysDiffer() {
        #expect(IdempotencyKey.random() != IdempotencyKey.random())
    }
}
