import Languages

/// Collects what differs between two versions, one line for each difference.
struct Comparison {
    private(set) var lines: [String] = []

    /// Compares two values that can be said in words.
    mutating func note(_ what: String, _ old: String, _ new: String) {
        guard old != new else { return }
        lines.append("\(what): \(old) → \(new)")
    }

    /// Compares two lists of things said in words; an order that differs is told apart.
    mutating func note(_ what: String, _ old: [String], _ new: [String], isOrdered: Bool = false) {
        let removed = old.filter { !new.contains($0) }
        let added = new.filter { !old.contains($0) }
        lines += removed.map { "\(what) removed: \($0)" } + added.map { "\(what) added: \($0)" }
        if isOrdered, removed.isEmpty, added.isEmpty, old != new {
            lines.append("\(what): in another order")
        }
    }

    /// Compares things by their names; `compare` looks closer at what both have.
    mutating func note<Element>(
        _ what: String, _ old: [Element], _ new: [Element], name: (Element) -> String,
        label: (Element) -> Label?,
        compare: (inout Comparison, String, Element, Element) -> Void
    ) {
        for element in old where !new.contains(where: { name($0) == name(element) }) {
            lines.append("\(what) `\(name(element))`\(Self.suffix(label(element))): removed")
        }
        for element in new {
            let subject = "\(what) `\(name(element))`"
            guard let before = old.first(where: { name($0) == name(element) }) else {
                lines.append("\(subject)\(Self.suffix(label(element))): added")
                continue
            }
            if let one = label(before), let other = label(element) {
                note("\(subject): label", one.words, other.words)
            }
            compare(&self, subject, before, element)
        }
    }

    private static func suffix(_ label: Label?) -> String {
        label.map { " (\($0.words))" } ?? ""
    }
}
