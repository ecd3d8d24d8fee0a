import Notices
import Testing

@Suite("The public address")
struct PublicAddressTests {
    @Test("begins every link", arguments: ["https://zhuqi.example", "https://zhuqi.example/"])
    func links(text: String) {
        let address = PublicAddress(text)
        #expect(address.base == "https://zhuqi.example")
        #expect(address.server == "https://zhuqi.example")
        #expect(
            address.issue("ZQ2026-000001-1") == "https://zhuqi.example/v1/issues/ZQ2026-000001-1")
        #expect(address.enterpriseLink("zl_3f") == "https://zhuqi.example/v1/links/zl_3f")
    }

    @Test("leaves paths where none is set")
    func paths() {
        #expect(PublicAddress("") == .paths)
        #expect(PublicAddress.paths.server == nil)
        #expect(PublicAddress.paths.issue("ZQ2026-000001-1") == "/v1/issues/ZQ2026-000001-1")
        #expect(PublicAddress.paths.enterpriseLink("zl_3f") == "/v1/links/zl_3f")
    }
}
