/// One `switch` that does not name every case.
struct OpenSwitch {
    /// What it switches over, as it is written.
    let subject: String
    /// The patterns of its arms, without their conditions.
    let patterns: [Substring]

    /// The cases of the given enums that its patterns name.
    func named(in cases: EnumCases) -> Set<String> {
        let names = cases.names
        return patterns.reduce(into: []) { found, pattern in
            for match in pattern.matches(of: /(?:^|[\s(,])(?:[A-Z]\w*\.)*?([A-Z]\w*)?\.([a-z]\w*)/)
            {
                let name = String(match.output.2)
                let known = match.output.1.map { cases.cases[String($0)] ?? [] } ?? names
                if known.contains(name) { found.insert(name) }
            }
        }
    }
}

/// Finds the switches of a file that end in `default:`, or in an arm that takes everything.
enum SwitchScan {
    /// Relies on the formatter: the arms of a `switch` begin in its own column.
    static func openSwitches(_ lines: [Substring]) -> [OpenSwitch] {
        var found: [OpenSwitch] = []
        for (number, line) in lines.enumerated() {
            guard line.contains("switch "),
                line.contains(/^\s*switch\b|[=\s(]switch .*\{$|\bin switch\b/)
            else { continue }
            let indent = line.indent
            let arms = lines[(number + 1)...].prefix { other in
                other.indent > indent || other.allSatisfy(\.isWhitespace)
                    || other.trimmed.hasPrefix("case ") || other.trimmed.hasPrefix("default:")
                    || other.trimmed.hasPrefix("@unknown default:")
                    || other.trimmed.hasPrefix("where ") || other.trimmed == ") {"
            }
            let own = Array(arms)
            let patterns = own.indices.compactMap { place -> Substring? in
                own[place].indent == indent && own[place].trimmed.hasPrefix("case ")
                    ? pattern(own[place...].prefix(20)) : nil
            }
            let isOpen =
                own.contains {
                    $0.indent == indent && $0.trimmed.contains(/^(?:@unknown )?default:/)
                }
                || patterns.contains { $0.contains(/^(?:_|let \w+|\(_(?:, _)*\))$/) }
            guard isOpen else { continue }
            let subject = line.firstMatch(of: /\bswitch (.*?) ?\{?$/).map { String($0.output.1) }
            found.append(OpenSwitch(subject: subject ?? "", patterns: patterns))
        }
        return found
    }

    /// Splits at the commas outside of brackets and quotes.
    static func split(_ text: Substring) -> [Substring] {
        var (parts, part): ([Substring], String) = ([], "")
        walk(text) { character, depth in
            if character == ",", depth == 0 {
                parts.append(Substring(part).trimmed)
                part = ""
            } else {
                part.append(character)
            }
            return true
        }
        return parts + [Substring(part).trimmed]
    }

    /// What stands between `case` and the colon or the condition of an arm, over its lines: no arm
    /// has more than twenty.
    private static func pattern(_ lines: ArraySlice<Substring>) -> Substring {
        var pattern = ""
        let text = lines.joined(separator: " ").drop(while: \.isWhitespace).dropFirst(5)
        walk(Substring(text)) { character, depth in
            if character == ":", depth == 0 { return false }
            pattern.append(character)
            return true
        }
        let condition = pattern.firstRange(of: " where ")?.lowerBound ?? pattern.endIndex
        return pattern[..<condition].trimmed
    }

    /// Hands on each character with the depth of the brackets around it, until told to stop; those
    /// in quotes lie deep.
    private static func walk(_ text: Substring, _ take: (Character, Int) -> Bool) {
        var (depth, isQuoted, isEscaped) = (0, false, false)
        for character in text {
            if isQuoted {
                if character == "\"", !isEscaped { isQuoted = false }
                isEscaped = character == "\\" && !isEscaped
            } else if character == "\"" {
                isQuoted = true
            } else if ")]".contains(character) {
                depth -= 1
            }
            guard take(character, isQuoted ? depth + 1 : depth) else { return }
            if !isQuoted, "([".contains(character) { depth += 1 }
        }
    }
}

extension Substring {
    /// How many columns it stands in.
    var indent: Int { prefix { $0 == " " }.count }

    var trimmed: Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
