/// Writes places in a JSON document.
///
/// Source: RFC 6901.
package enum JSONPointer {
    /// A step down, to a field: `/` and its name, escaped.
    package static func step(_ name: String) -> String { "/" + escaped(name) }

    /// A path of names and places in lists, without the `/` before the first.
    static func path(_ steps: [String]) -> String {
        steps.map(escaped).joined(separator: "/")
    }

    private static func escaped(_ name: String) -> String {
        name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
