/// Writes quotients of integers without ever leaving integers.
enum DecimalText {
    /// Writes a quotient to one decimal, half up (towards the greater one).
    static func tenths(of numerator: Int, times factor: Int, dividedBy denominator: Int) -> String {
        let doubled = numerator * factor * 20 + denominator
        let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: denominator * 2)
        let tenths = remainder < 0 ? quotient - 1 : quotient
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    /// Takes the share of a whole, to the nearest integer, half up; nothing in it is negative.
    static func share(_ numerator: Int, of denominator: Int, whole: Int) -> Int {
        // In double width: counts of a whole city, multiplied, leave 64 bits.
        let (quotient, remainder) = denominator.dividingFullWidth(
            numerator.multipliedFullWidth(by: whole))
        return remainder * 2 >= denominator ? quotient + 1 : quotient
    }
}
