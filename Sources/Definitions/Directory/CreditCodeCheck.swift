import Casework

/// Judges a credit code in a file, which must be written as it is stored.
enum CreditCodeCheck {
    /// Says what is wrong with a code and what would be right; nil where nothing is.
    static func fault(of text: String) -> (problem: String, remedy: String)? {
        guard let code = UnifiedSocialCreditCode(text) else {
            return (
                "it must have 18 characters",
                "write digits and capitals without I, O, S, V and Z"
            )
        }
        guard code.text == text else {
            return ("it is not in half-width capitals", "write `\(code.text)`")
        }
        guard !code.hasValidCheckDigit else { return nil }
        return (
            "its check character does not fit",
            "compare all 18 characters with the business licence"
        )
    }
}
