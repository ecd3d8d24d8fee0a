package import Languages

/// An administrative division or a zone that is counted like one.
///
/// Term: 属地. Zones carry statistical codes, not those of GB/T 2260.
package struct Division: Hashable, Sendable {
    package let code: String
    package let name: Label
    /// Nil for the city.
    package let parent: String?

    package init(code: String, name: Label, parent: String?) {
        self.code = code
        self.name = name
        self.parent = parent
    }
}
