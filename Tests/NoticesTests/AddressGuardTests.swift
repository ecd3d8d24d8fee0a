import Notices
import Testing

@Suite("The guard of webhooks' addresses")
struct AddressGuardTests {
    private let outside = AddressGuard(allowed: [])
    private let local = AddressGuard(
        allowed: ["127.0.0.0/8", "fd00:1::/32"].compactMap(AddressRange.init))

    @Test(
        "refuses addresses inside, however they are written",
        arguments: [
            "https://127.0.0.1/", "https://10.1.2.3/", "https://172.31.255.255/",
            "https://192.168.0.1/", "https://169.254.169.254/latest", "https://0.0.0.0/",
            "https://100.64.0.1/", "https://224.0.0.1/", "https://255.255.255.255/",
            "https://[::1]/", "https://[::]/", "https://[fe80::1]/", "https://[fc00::1]/",
            "https://[::ffff:127.0.0.1]/", "https://[::ffff:a00:1]/", "https://[2002:7f00:1::]/",
            "https://[64:ff9b::7f00:1]/", "https://2130706433/", "https://0177.0.0.1/",
            "https://0x7f000001/", "https://127.1/", "https://0x7f.0x1/",
        ])
    func inside(url: String) {
        #expect(throws: AddressGuard.Refusal.forbiddenAddress) { try outside.check(url) }
    }

    @Test(
        "refuses what is no plain address of the web",
        arguments: [
            ("ftp://example.com/", AddressGuard.Refusal.notHTTP), ("example.com/hook", .notHTTP),
            ("https://name@example.com/", .hasUserInfo), ("https://example.com/#x", .hasFragment),
            ("https:///hook", .noHost), ("https://example.com:0/", .noHost),
            ("https://a..example.com/", .noHost), ("https://localhost%2f.example.com/", .noHost),
            ("https://10.0.0.1%09/", .noHost), ("https://exa mple.com/", .notHTTP),
            ("http://example.com/", .notEncrypted),
            ("https://example.com/" + String(repeating: "a", count: 2000), .tooLong),
        ])
    func malformed(url: String, refusal: AddressGuard.Refusal) {
        #expect(throws: refusal) { try outside.check(url) }
    }

    @Test("lets through what is outside, and what was allowed, there also unencrypted")
    func permitted() throws {
        try outside.check("https://hooks.example.com:8443/a?b=c")
        try outside.check("https://8.8.8.8/")
        try outside.check("https://[2606:4700::1]/")
        try local.check("http://127.0.0.1:9000/hook")
        try local.check("http://[fd00:1::5]/hook")
        #expect(throws: AddressGuard.Refusal.forbiddenAddress) {
            try local.check("https://[fd00:2::5]/hook")
        }
    }

    @Test("sees the same host that is connected to, whatever its letters")
    func oneHost() throws {
        let target = try WebhookTarget("HTTPS://Hooks.EXAMPLE.com/Path?Query=A")
        #expect(target.host == "hooks.example.com")
        #expect(target.url == "https://hooks.example.com/Path?Query=A")
    }

    @Test("reads ranges to the bit")
    func ranges() throws {
        let range = try #require(AddressRange("172.16.0.0/12"))
        let inside = try #require(NetworkAddress("172.31.255.255"))
        let outside = try #require(NetworkAddress("172.32.0.0"))
        #expect(range.contains(inside))
        #expect(!range.contains(outside))
        for text in ["", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/-1", "10.0.0.0/8/8", "::/129"] {
            #expect(AddressRange(text) == nil, "\(text)")
        }
    }
}
