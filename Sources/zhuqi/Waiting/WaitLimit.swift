import ArgumentParser
import WorkingTime

/// How long to wait, as it is typed: `2h`, `1h30m`, `90`, `2小时`, `30分钟`.
struct WaitLimit: Hashable, Sendable, ExpressibleByArgument {
    let duration: Duration

    private static let units: [(names: [String], seconds: Int)] = [
        (["秒钟", "秒", "s", ""], 1), (["分钟", "分", "m"], 60), (["小时", "时", "h"], 3600),
        (["天", "日", "d"], 86_400),
    ]

    /// Longer than that nobody waits.
    private static let mostSeconds = 366 * 86_400

    init?(argument: String) {
        var rest = HalfWidth.text(argument).lowercased().filter { !$0.isWhitespace }[...]
        var seconds = 0
        repeat {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { !($0.isASCII && $0.isNumber) }
            rest = rest.dropFirst(unit.count)
            guard let number = Int(digits), number <= Self.mostSeconds,
                let known = Self.units.first(where: { $0.names.contains(String(unit)) })
            else { return nil }
            seconds += number * known.seconds
        } while !rest.isEmpty
        guard (1...Self.mostSeconds).contains(seconds) else { return nil }
        duration = .seconds(seconds)
    }
}
