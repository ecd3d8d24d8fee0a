import Languages

/// Collects what differs between two versions, one line for each difference.
struct Comparison {
    let language: Language
    private(set) var lines: [String] = []

    init(in language: Language) { self.language = language }

    /// Joins what is compared with a part of it.
    func part(_ subject: String, _ part: Label) -> String {
        subject + colon + part.text(in: language)
    }

    /// Names one thing: its kind, and how definitions write it.
    func named(_ what: Label, _ name: String) -> String {
        what.text(in: language) + language("“\(name)”", " `\(name)`")
    }

    /// Compares two values that can be said in words.
    mutating func note(_ what: String, _ old: String, _ new: String) {
        guard old != new else { return }
        lines.append("\(what)\(colon)\(old) → \(new)")
    }

    mutating func note(_ what: Label, _ old: String, _ new: String) {
        note(what.text(in: language), old, new)
    }

    mutating func note(_ what: String, _ old: Label, _ new: Label) {
        note(what, old.text(in: language), new.text(in: language))
    }

    /// Compares two lists of things said in words; an order that differs is told apart.
    mutating func note(_ what: String, _ old: [String], _ new: [String], isOrdered: Bool = false) {
        let removed = old.filter { !new.contains($0) }
        let added = new.filter { !old.contains($0) }
        lines += removed.map { what + language(" 删去：\($0)", " removed: \($0)") }
        lines += added.map { what + language(" 增加：\($0)", " added: \($0)") }
        if isOrdered, removed.isEmpty, added.isEmpty, old != new {
            lines.append(what + language("：顺序不同", ": in another order"))
        }
    }

    mutating func note(_ what: String, _ old: [Label], _ new: [Label], isOrdered: Bool = false) {
        let language = language
        note(
            what, old.map { $0.text(in: language) }, new.map { $0.text(in: language) },
            isOrdered: isOrdered)
    }

    /// Compares things by their names; `compare` looks closer at what both have.
    mutating func note<Element>(
        _ what: String, _ old: [Element], _ new: [Element], name: (Element) -> String,
        label: (Element) -> Label?,
        compare: (inout Comparison, String, Element, Element) -> Void
    ) {
        for element in old where !new.contains(where: { name($0) == name(element) }) {
            let subject = what + language("“\(name(element))”", " `\(name(element))`")
            lines.append(subject + suffix(label(element)) + language("：删去", ": removed"))
        }
        for element in new {
            let subject = what + language("“\(name(element))”", " `\(name(element))`")
            guard let before = old.first(where: { name($0) == name(element) }) else {
                lines.append(subject + suffix(label(element)) + language("：增加", ": added"))
                continue
            }
            if let one = label(before), let other = label(element) {
                note(part(subject, Label(zh: "标签", en: "label")), one.words, other.words)
            }
            compare(&self, subject, before, element)
        }
    }

    mutating func note<Element>(
        _ what: Label, _ old: [Element], _ new: [Element], name: (Element) -> String,
        label: (Element) -> Label?,
        compare: (inout Comparison, String, Element, Element) -> Void
    ) {
        note(
            what.text(in: language), old, new, name: name, label: label, compare: compare)
    }

    private var colon: String { language("：", ": ") }

    private func suffix(_ label: Label?) -> String {
        label.map { language("（\($0.words)）", " (\($0.words))") } ?? ""
    }
}
