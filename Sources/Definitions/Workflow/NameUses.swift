/// Notes which of the shared names of a file are used, so that those which nobody uses are told.
///
/// Lives within one call of the reader and never leaves it.
final class NameUses {
    enum Kind: Hashable { case people, field, group }

    private struct Use: Hashable {
        let kind: Kind
        let name: String
    }

    private var uses: Set<Use> = []

    func note(_ kind: Kind, _ name: String) {
        uses.insert(Use(kind: kind, name: name))
    }

    func has(_ kind: Kind, _ name: String) -> Bool {
        uses.contains(Use(kind: kind, name: name))
    }
}
