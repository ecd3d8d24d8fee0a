import Casework
import Languages

/// Judges a credit code in a file, which must be written as it is stored.
enum CreditCodeCheck {
    /// Says what is wrong with a code and what would be right; nil where nothing is.
    static func fault(of text: String) -> (problem: Label, remedy: Label)? {
        guard let code = UnifiedSocialCreditCode(text) else {
            return (
                Label(zh: "须有 18 位", en: "it must have 18 characters"),
                Label(
                    zh: "只用数字和大写字母，不含 I、O、S、V、Z",
                    en: "write digits and capitals without I, O, S, V and Z")
            )
        }
        guard code.text == text else {
            return (
                Label(zh: "须用半角大写", en: "it is not in half-width capitals"),
                Label(zh: "请写作 `\(code.text)`", en: "write `\(code.text)`")
            )
        }
        guard !code.hasValidCheckDigit else { return nil }
        return (
            Label(zh: "校验码不符", en: "its check character does not fit"),
            Label(zh: "请与营业执照核对全部 18 位", en: "compare all 18 characters with the business licence")
        )
    }
}
