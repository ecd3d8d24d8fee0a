import Casework
import Testing

@Suite struct `Credit codes and telephone numbers` {
    @Test(arguments: ["91350100M000100Y43", "91110000101623741K", "91410100MA0000011Y"])
    func `valid codes have a fitting check digit`(code: String) {
        #expect(UnifiedSocialCreditCode(code)?.hasValidCheckDigit == true)
    }

    @Test func `a real code that fails is read and told apart`() {
        #expect(UnifiedSocialCreditCode("91350211M0000XUF46")?.hasValidCheckDigit == false)
    }

    @Test(arguments: ["91350100m000100y43", "９１３５０１００Ｍ０００１００Ｙ４３", "９１３５０１００ｍ０００１００ｙ４３"])
    func `full-width and lower case are normalised`(code: String) {
        #expect(UnifiedSocialCreditCode(code)?.text == "91350100M000100Y43")
        #expect(UnifiedSocialCreditCode(code)?.hasValidCheckDigit == true)
    }

    @Test(arguments: ["", "91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43"])
    func `what has not the form is no code`(code: String) {
        #expect(UnifiedSocialCreditCode(code) == nil)
    }

    @Test(arguments: [
        ("13800001234", "138****1234"), ("12345678", "****5678"), ("12345", "****45"),
        ("1234", "****"), ("", "****"),
    ])
    func `the middle of a number is hidden`(phone: String, masked: String) {
        #expect(PhoneMask.masked(phone) == masked)
    }
}
