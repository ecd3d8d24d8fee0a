import APIModel
import Languages

/// Reduces what the server answered to some members; `stateLabel.zh` is a member of a member.
struct JSONFields {
    let names: [String]

    /// Throws: `usage` where there are commas alone.
    init(_ typed: String) throws(StaffError) {
        names = typed.split { $0.isWhitespace || ",，、".contains($0) }.map(String.init)
        guard !names.isEmpty else {
            throw .usage(
                zh: "--fields 须给出 JSON 成员的名称，用逗号分隔",
                en: "--fields takes the names of members of the JSON, with commas")
        }
    }

    /// Throws: `usage` for a name that no item has and none could have, with those that there are.
    ///
    /// - Parameter item: shows by its properties which members this version of the tool knows.
    func check(_ values: [JSONValue], knownBy item: Any?) throws(StaffError) {
        guard let item else { return }
        var known = Set(Mirror(reflecting: item).children.compactMap(\.label))
        for case .object(let members) in values { known.formUnion(members.keys) }
        for name in names where !known.contains(Self.path(name)[0]) {
            let list = known.sorted()
            throw .usage(
                zh: "没有成员“\(name.plain)”。现有：\(Language.zh.list(list))",
                en: "no member “\(name.plain)”. Known: \(Language.en.list(list))")
        }
    }

    /// An object of these members alone; what is absent is null.
    func reduced(_ value: JSONValue) -> JSONValue {
        .object(Dictionary(names.map { ($0, member($0, of: value)) }) { first, _ in first })
    }

    func cells(
        _ value: JSONValue, in language: Language
    ) throws(StaffError) -> [String] {
        var cells: [String] = []
        for name in names {
            cells.append(try JSONCell(language: language).text(member(name, of: value)))
        }
        return cells
    }

    private func member(_ name: String, of value: JSONValue) -> JSONValue {
        Self.path(name).reduce(value) { value, part in
            guard case .object(let members) = value else { return .null }
            return members[part] ?? .null
        }
    }

    private static func path(_ name: String) -> [String] {
        name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
}
