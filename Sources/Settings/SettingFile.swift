/// A file of settings: `NAME=value` a line, by the names of environment variables. Empty lines and those
/// that begin with `#` say nothing; what stands in quotes is taken without them.
///
/// The reader of such files in swift-configuration passes over lines that are wrong, tells no names and
/// keeps quotes: what is misspelt would be lost.
package struct SettingFile: Sendable {
    struct Entry: Sendable {
        let text: String
        let line: Int
    }

    package let path: String
    let entries: [String: Entry]

    /// - Throws: `SettingFault` for the first line that is no setting of the server.
    package init(_ text: String, path: String) throws(SettingFault) {
        let known = Set(ServerSettings.all.map(\.variable))
            .subtracting([ServerSettings.file.variable])
        var entries: [String: Entry] = [:]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let trimmed = Self.trimmed(line)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            let place = "\(path):\(index + 1)"
            guard let equals = trimmed.firstIndex(of: "=") else { throw .noEntry(place: place) }
            let name = String(Self.trimmed(trimmed[..<equals]))
            guard known.contains(name) else {
                let unknown = UnknownVariable(name: name, known: Array(known))
                throw .unknown(place: place, unknown)
            }
            guard entries[name] == nil else { throw .twice(place: place, name) }
            let value = Self.unquoted(Self.trimmed(trimmed[trimmed.index(after: equals)...]))
            entries[name] = Entry(text: String(value), line: index + 1)
        }
        self.path = path
        self.entries = entries
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }

    private static func unquoted(_ text: Substring) -> Substring {
        guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'",
            text.last == quote
        else { return text }
        return text.dropFirst().dropLast()
    }
}
