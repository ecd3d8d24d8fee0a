/// Hides the middle of a telephone number: `138****1234`.
package enum PhoneMask {
    package static func masked(_ phone: String) -> String {
        guard phone.count > 4 else { return "****" }
        let kept = phone.count >= 11 ? 3 : 0
        return phone.prefix(kept) + "****" + phone.suffix(phone.count >= 7 ? 4 : 2)
    }
}
