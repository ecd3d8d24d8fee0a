import WorkingTime

/// Reads which issues are meant: numbers, `51-1..51-3` for several of one case, and `-` for what stands on
/// the standard input.
struct TypedIssues {
    let console: Console

    static let most = 500
    static let standardInput = "-"

    /// Each once, in the order in which they were typed.
    ///
    /// Throws: `usage` for a range that is none, for none at all, and for more than one request takes.
    func read(_ typed: [String]) throws(StaffError) -> [String] {
        var seen: Set<TypedNumber> = []
        var earlier: [String: (number: TypedNumber, typed: String)] = [:]
        var issues: [String] = []
        for word in words(typed) {
            for issue in try range(HalfWidth.text(word)) {
                let number = TypedNumber(issue)
                guard seen.insert(number).inserted else { continue }
                let other = earlier[number.rest]
                // With and without its year it may be one issue, or two.
                if let other, (other.number.year == nil) != (number.year == nil) {
                    throw .usage(
                        zh: "\(other.typed) 与 \(issue) 可能是同一件，请都写明年份，如 ZQ2026-000047-1",
                        en:
                            "\(other.typed) and \(issue) may be one issue: name the year of both, as ZQ2026-000047-1"
                    )
                }
                earlier[number.rest] = other ?? (number, issue)
                issues.append(issue)
            }
        }
        guard !issues.isEmpty else {
            throw .usage(zh: "没有给出问题编号", en: "no issue is named")
        }
        guard issues.count <= Self.most else {
            throw .usage(
                zh: "一次最多办理 \(Self.most) 件，这里有 \(issues.count) 件",
                en: "at most \(Self.most) issues go at once, and these are \(issues.count)")
        }
        return issues
    }

    private func words(_ typed: [String]) -> [String] {
        typed.flatMap { word -> [String] in
            guard word == Self.standardInput else { return [word] }
            var lines: [String] = []
            while let line = console.readLine() { lines.append(line) }
            return lines.flatMap { $0.split(whereSeparator: Self.parts).map(String.init) }
        }
    }

    private static func parts(_ character: Character) -> Bool {
        character.isWhitespace || ",，、".contains(character)
    }

    private func range(_ word: String) throws(StaffError) -> [String] {
        guard let dots = word.firstRange(of: "..") else { return [word] }
        let (first, last) = (word[..<dots.lowerBound], word[dots.upperBound...])
        let stem = first.prefix(upTo: Self.ending(of: first).startIndex)
        let end = last.hasPrefix(stem) ? last.dropFirst(stem.count) : last
        guard !stem.isEmpty, let from = Int(Self.ending(of: first)), let to = Int(end), from <= to,
            to - from < Self.most
        else {
            throw .usage(
                zh: "编号范围写作 51-1..51-3，不能是 \(word)",
                en: "a range is written 51-1..51-3, not \(word)")
        }
        return (from...to).map { "\(stem)\($0)" }
    }

    /// The digits at the end.
    private static func ending(of text: Substring) -> Substring {
        let start = text.lastIndex { !$0.isASCII || !$0.isNumber }.map { text.index(after: $0) }
        return text[(start ?? text.startIndex)...]
    }
}
