import Casework

/// Hides telephone numbers in words that people wrote.
///
/// Source: DOMAIN §10, personal data.
enum PhoneRedaction {
    /// Masks every run of digits and hyphens that is a mobile or long-distance number.
    static func masked(_ text: String) -> String {
        var masked = ""
        var run = ""
        for character in text {
            if character.wholeNumberValue.map({ $0 < 10 }) ?? false || "-－".contains(character) {
                run.append(character)
            } else {
                masked += hidden(run)
                run = ""
                masked.append(character)
            }
        }
        return masked + hidden(run)
    }

    private static func hidden(_ run: String) -> String {
        let digits = run.compactMap(\.wholeNumberValue)
        return isMobile(digits) || isLongDistance(digits)
            ? PhoneMask.masked(digits.map(String.init).joined()) : run
    }

    private static func isMobile(_ digits: [Int]) -> Bool {
        let national =
            digits.count == 13 && digits.starts(with: [8, 6])
            ? Array(digits.dropFirst(2)) : digits
        return national.count == 11 && national[0] == 1 && national[1] >= 3
    }

    private static func isLongDistance(_ digits: [Int]) -> Bool {
        (10...12).contains(digits.count) && digits[0] == 0 && digits[1] != 0
    }
}
