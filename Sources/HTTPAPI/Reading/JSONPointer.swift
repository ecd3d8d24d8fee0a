/// Writes places in a JSON document.
///
/// Source: RFC 6901.
enum JSONPointer {
    /// A step down, to a field: `/` and its name, escaped.
    static func step(_ name: String) -> String {
        "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
