/// One value as it was typed: `name=value`, `name=@file`, or `name=@@value` for a text that
/// begins with "@".
struct FieldAssignment: Hashable, Sendable {
    /// What becomes of the units that the field stands at where it is left out.
    enum Joining: Sendable { case replacing, adding }

    let name: String
    let text: String
    let joining: Joining

    init(name: String, text: String, joining: Joining = .replacing) {
        self.name = name
        self.text = text
        self.joining = joining
    }

    /// Throws: `usage` for what has no name, no "=", or names a file that can't be read.
    init(
        parsing argument: String, readFile: (String) throws -> String
    ) throws(StaffError) {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
            throw .usage("--field takes name=value or name=@file, not: \(argument)")
        }
        name = String(argument[..<equals])
        joining = .replacing
        text = try Self.text(
            String(argument[argument.index(after: equals)...]), readFile: readFile)
    }

    /// The same as it would be typed.
    var argument: String { "\(name)=\(text.hasPrefix("@") ? "@" : "")\(text)" }

    /// Reads "@file"; everything else stands for itself.
    static func text(
        _ value: String, readFile: (String) throws -> String
    ) throws(StaffError) -> String {
        guard value.hasPrefix("@") else { return value }
        let rest = String(value.dropFirst())
        guard !rest.hasPrefix("@") else { return rest }
        do {
            let content = try readFile(rest)
            return content.hasSuffix("\n") ? String(content.dropLast()) : content
        } catch {
            throw .usage("\(rest) can't be read as UTF-8 text")
        }
    }
}
