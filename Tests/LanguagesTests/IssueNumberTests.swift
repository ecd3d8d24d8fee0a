import Languages
import Testing

@Suite("The number of an issue")
struct IssueNumberTests {
    @Test(
        "is written out whole however much was left out",
        arguments: [
            ("47-1", "ZQ2026-000047-1"), ("zq2025-47-1.2", "ZQ2025-000047-1.2"),
            ("ZQ2026-1234567-3", "ZQ2026-1234567-3"),
        ])
    func whole(text: String, number: String) {
        #expect(IssueNumber.whole(text, in: 2026) == number)
        #expect(IssueNumber.isOne(number))
    }

    @Test(
        "is none of these, which stay as they are",
        arguments: [
            "", "47", "47-", "-1", "47-1-2", "zq26x-47-1", "XX2026-47-1", "47-a", "47-1.",
            "ZQ20261-47-1", "ZQ26-47-1",
        ])
    func none(text: String) {
        #expect(IssueNumber.whole(text, in: 2026) == text)
        #expect(!IssueNumber.isOne(text))
    }

    @Test("is told from others of its year without its zeros")
    func rest() {
        #expect(IssueNumber("zq2026-000047-1.2")?.rest == "47-1.2")
        #expect(IssueNumber("047-1")?.rest == "47-1")
        #expect(IssueNumber("47-1")?.year == nil)
    }
}
