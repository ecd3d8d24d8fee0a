import Languages

/// Holds all that is declared of one attribute.
package struct AttributeDeclaration: Sendable {
    /// Says where people are shown an attribute.
    package enum Visibility: Sendable {
        /// It has a place of its own in answers; the history tells of its changes.
        case placed
        /// Among the attributes in answers; the history tells of its changes.
        case listed
        /// Among the attributes in answers; the history has other words for it, or none.
        case untold
        /// Nowhere: it serves the rules alone.
        case hidden
    }

    /// Says who sets an attribute.
    package enum Origin: Sendable {
        /// Actions, as their workflow says.
        case workflow
        /// Actions; the engine sets it too, whatever the workflow says.
        case both
        /// The engine alone: no workflow may name it.
        case engine
    }

    /// Names the attribute in the record, in files and in answers. It never changes: digests cover it.
    let name: String
    let kind: AttributeKind
    let label: Label
    let visibility: Visibility
    let origin: Origin
    let column: HeadColumn?

    init(
        _ name: String, _ kind: AttributeKind, _ zh: String, _ en: String,
        _ visibility: Visibility = .listed, by origin: Origin = .workflow,
        fills column: HeadColumn? = nil
    ) {
        self.name = name
        self.kind = kind
        self.label = Label(zh: zh, en: en)
        self.visibility = visibility
        self.origin = origin
        self.column = column
    }
}
