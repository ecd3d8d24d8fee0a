let microsecondsPerSecond: Int64 = 1_000_000
let secondsPerDay: Int64 = 86_400

/// Divides and rounds towards the past.
func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
}

func saturatingSum(_ left: Int64, _ right: Int64) -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (right < 0 ? .min : .max) : sum
}

func saturatingDifference(_ left: Int64, _ right: Int64) -> Int64 {
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? (right < 0 ? .max : .min) : difference
}

func saturatingProduct(_ left: Int64, _ right: Int64) -> Int64 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? ((left < 0) == (right < 0) ? .max : .min) : product
}

/// Multiplies.
///
/// Throws: `overflow` when the product does not fit.
func product(_ left: Int64, _ right: Int64) throws(WorkingTimeRefusal) -> Int64 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw .overflow }
    return product
}

extension Array where Element == Int64 {
    /// Counts the leading elements for which the test holds, in a sorted array.
    @inline(__always)
    func count(whileTrue test: (Int64) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low &+ high) >> 1
            if test(self[middle]) { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// Counts the elements at or below the value.
    func count(upTo value: Int64) -> Int { count(whileTrue: { $0 <= value }) }

    /// Counts the elements below the value.
    func count(below value: Int64) -> Int { count(whileTrue: { $0 < value }) }
}
