extension Instant {
    /// Reads a date, a time and an offset, such as `2026-10-09T17:30:00.5+08:00`.
    ///
    /// Throws: `badText` for another form, a missing offset or more than six fractional digits;
    /// `badDate` and `badTime` for a date or a time that does not exist, the 60th second included.
    /// Source: RFC 3339 §5.6.
    package init(rfc3339 text: String) throws(WorkingTimeRefusal) {
        self = try Self.read(text, expected: "such as 2026-10-09T17:30:00+08:00", zone: nil)
    }

    /// Reads an RFC 3339 text, a wall time of a zone without an offset, or a date for its 00:00.
    ///
    /// Throws: as `init(rfc3339:)`.
    package init(_ text: String, in zone: ZoneTable) throws(WorkingTimeRefusal) {
        self = try Self.read(
            text, expected: "such as 2026-10-09T17:30:00 or 2026-10-09", zone: zone)
    }

    private static func read(
        _ text: String, expected: String, zone: ZoneTable?
    ) throws(WorkingTimeRefusal) -> Instant {
        var reader = TextReader(text)
        let date = try CalendarDate(reading: &reader, of: text)
        if let zone, reader.isAtEnd { return zone.midnight(of: date) }
        guard reader.takes("T"),
            let second = try secondOfDay(reading: &reader, of: text),
            let fraction = fraction(reading: &reader)
        else { throw .badText(text, expected: "a date and time, \(expected)") }
        if let zone, reader.isAtEnd {
            let wall = zone.instant(of: date, secondOfDay: second)
            return Instant(microseconds: wall.microseconds + fraction)
        }
        guard let offset = offset(reading: &reader), reader.isAtEnd else {
            throw .badText(text, expected: "a date, a time and an offset, \(expected)")
        }
        let seconds = date.dayNumber * secondsPerDay + second - offset
        return Instant(microseconds: seconds * microsecondsPerSecond + fraction)
    }

    /// Writes the wall time of a zone with its offset; the fraction appears only when there is one.
    package func rfc3339(in zone: ZoneTable) -> String {
        rfc3339(offset: zone.offset(at: self), isZulu: false)
    }

    /// Writes the instant in UTC, ending in `Z`.
    var utcText: String { rfc3339(offset: 0, isZulu: true) }

    /// Writes digit by digit into one buffer: answers hold dozens of instants.
    func rfc3339(offset: Int64, isZulu: Bool) -> String {
        guard (firstInstant..<lastInstant).contains(microseconds) else {
            return microseconds < 0 ? "-infinity" : "infinity"
        }
        let local = seconds + offset
        let date = CalendarDate(dayNumber: floorDivide(local, secondsPerDay))
        let second = local - date.dayNumber * secondsPerDay
        let (year, month, day) = date.civil
        return String(unsafeUninitializedCapacity: 40) { buffer in
            var writer = DigitWriter(buffer: buffer)
            writer.put(Int64(year), digits: 4)
            writer.put("-", Int64(month), "-", Int64(day))
            writer.put("T", second / 3600, ":", second / 60 % 60)
            writer.put(":", second % 60)
            writer.putFraction(microseconds - seconds * microsecondsPerSecond)
            if isZulu {
                writer.put("Z")
            } else {
                let minutes = Int64(offset.magnitude) / 60
                writer.put(offset < 0 ? "-" : "+", minutes / 60, ":", minutes % 60)
            }
            return writer.count
        }
    }
}

/// Writes digits and signs into a buffer that is large enough.
private struct DigitWriter {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    mutating func put(_ character: Unicode.Scalar) {
        buffer[count] = UInt8(truncatingIfNeeded: character.value)
        count += 1
    }

    mutating func put(_ value: Int64, digits: Int) {
        var rest = max(0, value)
        for place in stride(from: count + digits - 1, through: count, by: -1) {
            buffer[place] = UInt8(48 + rest % 10)
            rest /= 10
        }
        count += digits
    }

    mutating func put(_ mark: Unicode.Scalar, _ value: Int64) {
        put(mark)
        put(value, digits: 2)
    }

    mutating func put(
        _ mark: Unicode.Scalar, _ value: Int64, _ next: Unicode.Scalar, _ nextValue: Int64
    ) {
        put(mark, value)
        put(next, nextValue)
    }

    /// Up to six digits, without zeros at the end; nothing for zero.
    mutating func putFraction(_ microseconds: Int64) {
        guard microseconds > 0 else { return }
        var digits = 6
        var value = microseconds
        while value % 10 == 0 {
            value /= 10
            digits -= 1
        }
        put(".")
        put(value, digits: digits)
    }
}

/// Writes a second of the day as `HH:MM:SS`.
func clockText(_ second: Int64) -> String {
    "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
}

private func secondOfDay(
    reading reader: inout TextReader, of text: String
) throws(WorkingTimeRefusal) -> Int64? {
    guard let hour = reader.number(digits: 2), reader.takes(":"),
        let minute = reader.number(digits: 2), reader.takes(":"),
        let second = reader.number(digits: 2)
    else { return nil }
    guard hour < 24, minute < 60, second < 60 else { throw .badTime(text) }
    return hour * 3600 + minute * 60 + second
}

private func fraction(reading reader: inout TextReader) -> Int64? {
    guard reader.takes(".") else { return 0 }
    let digits = reader.digits()
    guard (1...6).contains(digits.utf8.count) else { return nil }
    return Int64(digits + String(repeating: "0", count: 6 - digits.utf8.count))
}

private func offset(reading reader: inout TextReader) -> Int64? {
    if reader.takes("Z") { return 0 }
    let isWest = reader.takes("-")
    guard isWest || reader.takes("+"),
        let hours = reader.number(digits: 2), reader.takes(":"),
        let minutes = reader.number(digits: 2), hours < 24, minutes < 60
    else { return nil }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
}
