import Casework
import Testing
import Walking

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
        ("13800001234", "13800001234"), ("+86 138-0000-1111", "8613800001111"),
        ("0371-6718 0000", "037167180000"), ("(0371)67180000", "037167180000"),
        ("(0371) 6718-0000", "037167180000"), ("+86 (0371) 67180000", "86037167180000"),
        ("400-818-0000", "4008180000"), ("67180000 转 801", "67180000"),
        ("0371-67180000x12", "037167180000"), ("67180000#5", "67180000"),
        ("0371-67181234转801", "037167181234"), ("67181234 ext. 12", "67181234"),
        ("6718000", "6718000"),
    ])
    func `telephone numbers are read as people write them`(text: String, digits: String) {
        #expect(TelephoneNumber(text)?.digits == digits)
        #expect(TelephoneNumber(text)?.hasExtension == text.contains(/[转x#]/))
    }

    @Test(arguments: [
        "", "a", "12", "110", "1+1+1", "()- ()-", "138\n12341234", "---123---", "-1380000123",
        "1380000123-", "138--0000123", "138  00001234",
        " 13800001234", "13800001234 ", "()13800001234", "(0371", "0371)67180000",
        "((0371))67180000",
        "+", "++8613800001234", "86+13800001234", "138-+00001234", "=1+1", "123456",
        "1234567890123456", "1-2-3-4", "138 - 00001234", "67180000 转", "转 67180000",
        "１３８００００１２３４", "138\t00001234", "13800001234\n", "٠١٢٣٤٥٦٧",
        String(repeating: "1-", count: 5000) + "x",
    ])
    func `what can't be dialled is no telephone number`(text: String) {
        #expect(TelephoneNumber(text) == nil)
    }

    /// The grammar again, as an expression: it says what is read, the reader is only quicker.
    @Test func `what is read is what the grammar says`() {
        let form =
            /(?<number>\+?(?:\([0-9]+\)[ \-]?)?[0-9]+(?:[ \-][0-9]+|[ \-]?\([0-9]+\)[ \-]?[0-9]+)*)(?<extension> ?(?:转|ext\.?|x|#) ?[0-9]{1,8})?/
        let parts = [
            "+", "(", ")", " ", "-", "转", "ext", ".", "x", "#", "0", "37", "1380", "671800",
        ]
        var random = SplitMix64(seed: 13710)
        var read = 0
        for _ in 0..<20000 {
            let text = (0..<Int.random(in: 1...9, using: &random))
                .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let match = text.utf8.count <= 60 ? text.wholeMatch(of: form) : nil
            let digits = match.map { $0.number.filter(\.isWholeNumber) }
                .flatMap { TelephoneNumber.digitCount.contains($0.count) ? $0 : nil }
            #expect(TelephoneNumber(text)?.digits == digits, "\(text)")
            if digits != nil {
                read += 1
                #expect(TelephoneNumber(text)?.hasExtension == (match?.extension != nil), "\(text)")
            }
        }
        #expect(read > 100)
    }

    @Test(arguments: [
        ("13800001234", "138****1234"), ("12345678", "****5678"), ("12345", "****45"),
        ("1234", "****"), ("", "****"),
    ])
    func `the middle of a number is hidden`(phone: String, masked: String) {
        #expect(PhoneMask.masked(phone) == masked)
    }
}
