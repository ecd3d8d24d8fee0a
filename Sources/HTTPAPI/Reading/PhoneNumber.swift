/// Tells what can be dialled: 3 to 20 digits, a leading +, and what is written between them; an
/// extension may follow after 转, ext., x or #.
enum PhoneNumber {
    static func isOne(_ text: String) -> Bool {
        text.wholeMatch(of: /\+?[0-9() \-]{3,30}(?: ?(?:转|ext\.?|x|#) ?[0-9]{1,8})?/) != nil
            && (3...20).contains(text.filter(\.isNumber).count)
    }
}
