import APIModel
import Languages

/// Says for whom the reader stands in, and who is away of those whose head the reader is.
struct TimesAway {
    let principal: PrincipalAnswer
    let language: Language

    /// A line each for now, for soon, and for those who are away; none where there is nobody.
    var lines: [String] {
        let standing = principal.standsInFor ?? []
        let away = (principal.away ?? []).map { named($0) + deputy(of: $0) }
        return line(
            language("您正在代理：", "you stand in for: "),
            of: standing.filter(\.hasBegun).map(named))
            + line(
                language("您将代理：", "you will stand in for: "),
                of: standing.filter { !$0.hasBegun }.map(named))
            + line(language("外出：", "away: "), of: away)
    }

    private func line(_ heading: String, of parts: [String]) -> [String] {
        parts.isEmpty ? [] : [heading + parts.joined(separator: language("；", "; "))]
    }

    /// `示例·甲（至12月3日）`.
    private func named(_ time: PrincipalAnswer.TimeAway) -> String {
        let from = time.hasBegun ? nil : time.from.map(day)
        let until = time.until.map(day)
        let span = [from, until.map { language("至\($0)", "until \($0)") }].compactMap { $0 }
        let words = span.joined(separator: language("", " "))
        let name = time.officer.name.plain
        return words.isEmpty ? name : language("\(name)（\(words)）", "\(name) (\(words))")
    }

    private func deputy(of time: PrincipalAnswer.TimeAway) -> String {
        guard let deputy = time.deputy?.name.plain else {
            return language("，无人代理", ", nobody stands in")
        }
        return language("，由\(deputy)代理", ", \(deputy) stands in")
    }

    /// `12月3日` of `2026-12-03`; what has another form is shown as it came.
    private func day(_ date: String) -> String {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return date.plain }
        return language("\(parts[1])月\(parts[2])日", date.plain)
    }
}
