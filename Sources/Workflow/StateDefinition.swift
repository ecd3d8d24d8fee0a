package import Languages

/// Describes one state that an issue can be in.
package struct StateDefinition: Hashable, Sendable {
    /// Tells what a state means for work and clocks.
    package enum Kind: String, CaseIterable, Sendable {
        /// Before any work: a draft or a fresh filing.
        case initial
        /// Somebody of the administration has to act.
        case active
        /// The enterprise has to act.
        case waiting
        /// Nothing runs any more; every clock is stopped.
        case terminal
    }

    package let name: String
    package let kind: Kind
    package let label: Label

    package init(name: String, kind: Kind, label: Label) {
        self.name = name
        self.kind = kind
        self.label = label
    }

    package var isOpen: Bool { kind != .terminal }

    /// The state of an issue that does not exist yet: every creation is a move from it.
    package static let unborn = "unborn"
}
