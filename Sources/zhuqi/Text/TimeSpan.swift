import ArgumentParser
import Languages

/// How long something lasts, as people type it: `30s`, `5m`, `2h`, `500ms`, `30秒`, `5分钟`, `1小时30分`; a
/// number alone counts seconds.
struct TimeSpan: Hashable, Sendable {
    let duration: Duration

    /// Nobody waits longer.
    private static let longest = 366.0 * 86_400

    private static let seconds: [String: Double] = [
        "ms": 0.001, "毫秒": 0.001, "": 1, "s": 1, "秒": 1, "m": 60, "min": 60, "分": 60, "分钟": 60,
        "h": 3600, "小时": 3600, "d": 86_400, "天": 86_400,
    ]
}

extension TimeSpan: ExpressibleByArgument {
    /// Nil for what is no time, for none at all, and for more than a year.
    init?(argument: String) {
        var rest = PlainWord.of(argument)[...]
        var seconds = 0.0
        repeat {
            let digits = rest.prefix(while: Self.isOfNumber)
            let name = rest.dropFirst(digits.count).prefix { !Self.isOfNumber($0) }
            guard let count = Double(digits), let unit = Self.seconds[String(name)] else {
                return nil
            }
            seconds += count * unit
            rest = rest.dropFirst(digits.count + name.count)
        } while !rest.isEmpty
        guard seconds > 0, seconds <= Self.longest else { return nil }
        duration = .milliseconds(Int64((seconds * 1000).rounded(.up)))
    }

    private static func isOfNumber(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || character == ".")
    }
}
