/// Names what is recorded of an issue beside its attributes. In the record each has a name of
/// its own behind that of the family: `count.dispatches`.
///
/// Digests cover the names: they never change.
package enum RecordedFamily: String, CaseIterable, Sendable {
    /// How often something was counted.
    case count = "count."
    /// When an action was taken last.
    case last = "last."
    /// Time that is charged to a unit.
    case charged = "charged."

    /// Parts a name in the record; nil for that of an attribute.
    package static func parted(_ name: String) -> (family: RecordedFamily, own: String)? {
        guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")),
            let family = RecordedFamily(rawValue: String(name[...dot]))
        else { return nil }
        return (family, String(name[name.utf8.index(after: dot)...]))
    }

    package func name(_ own: String) -> String { rawValue + own }
}
