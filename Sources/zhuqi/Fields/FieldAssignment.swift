import Languages

/// One value as it was typed: `name=value`, `name=@file`, or `name=@@value` for a text that
/// begins with "@"; `name:=value` where the value is written as JSON.
struct FieldAssignment: Hashable, Sendable {
    /// What becomes of the units that the field stands at where it is left out.
    enum Joining: Sendable { case replacing, adding }

    /// How the value is written.
    enum Notation: Sendable { case words, json }

    let name: String
    let text: String
    let joining: Joining
    let notation: Notation

    init(
        name: String, text: String, joining: Joining = .replacing, notation: Notation = .words
    ) {
        self.name = name
        self.text = text
        self.joining = joining
        self.notation = notation
    }

    /// The same value for the field of another name.
    func named(_ name: String) -> FieldAssignment {
        FieldAssignment(name: name, text: text, joining: joining, notation: notation)
    }

    /// Throws: `usage` for what has no name, no "=", or names a file that can't be read.
    init(
        parsing argument: String, readFile: (String) throws -> String
    ) throws(StaffError) {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
            throw .usage(
                zh: "--field 的写法是 字段=值 或 字段=@文件，不是：\(argument)",
                en: "--field takes name=value or name=@file, not: \(argument)")
        }
        let name = argument[..<equals]
        joining = .replacing
        if name.hasSuffix(":"), name.count > 1 {
            self.name = String(name.dropLast())
            text = String(argument[argument.index(after: equals)...])
            notation = .json
            return
        }
        self.name = String(name)
        notation = .words
        text = try Self.text(
            String(argument[argument.index(after: equals)...]), readFile: readFile)
    }

    /// The same as it would be typed.
    var argument: String {
        switch notation {
        case .words: "\(name)=\(text.hasPrefix("@") ? "@" : "")\(text)"
        case .json: "\(name):=\(text)"
        }
    }

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
        } catch let fault as TextFile.Unreadable {
            throw .usage(
                zh: "\(rest)：\(fault.reason.zh)", en: "\(rest): \(fault.reason.en)")
        } catch {
            throw .usage(zh: "\(rest) 无法读取", en: "\(rest) can't be read")
        }
    }
}
