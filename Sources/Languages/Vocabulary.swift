/// Finds what people mean by a word, among things that each have a name and are called something.
package struct Vocabulary: Sendable {
    /// One thing that may be meant.
    package struct Entry: Hashable, Sendable {
        /// What stands for it in requests and in the record.
        package let name: String
        package let label: Label
        /// What else it is called: these count where no name and no label is meant.
        package let others: [String]
        /// All of that as words are compared, so that a vocabulary that is kept compares nothing but these.
        fileprivate let plain: Plain

        package init(name: String, label: Label, others: [String] = []) {
            self.name = name
            self.label = label
            self.others = others
            plain = Plain(name, label, others)
        }
    }

    package enum Meaning: Hashable, Sendable {
        case name(String)
        /// It is said of each of these.
        case several([Entry])
        /// Of none; these are called something like it, the nearest first.
        case unknown(near: [Entry])
    }

    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// Goes by the name first, then by the label, then by what else a thing is called; each may differ in
    /// case, width and blanks.
    package func meaning(of word: String) -> Meaning {
        meant(by: word) ?? .unknown(near: like(PlainWord.of(word)))
    }

    /// Nil where nothing is called so: to look for what is near costs more.
    private func meant(by word: String) -> Meaning? {
        if entries.contains(where: { $0.name == word }) { return .name(word) }
        let plain = PlainWord.of(word)
        guard !plain.isEmpty else { return nil }
        for words in [\.names, \.labels, \.othersAndParts] as [KeyPath<Plain, [String]>] {
            let meant = distinct(entries.filter { $0.plain[keyPath: words].contains(plain) })
            if let only = meant.first, meant.count == 1 { return .name(only.name) }
            if !meant.isEmpty { return .several(meant) }
        }
        return nil
    }

    /// What is meant by the word; nil where that is nothing, or more than one thing.
    package func name(of word: String) -> String? {
        if case .name(let name)? = meant(by: word) { name } else { nil }
    }

    /// What the word may mean where that is not one thing.
    package func near(_ word: String) -> [Entry] {
        switch meaning(of: word) {
        case .name: []
        case .several(let entries), .unknown(let entries): entries
        }
    }

    private func distinct(_ found: [Entry]) -> [Entry] {
        var seen: Set<String> = []
        return found.filter { seen.insert($0.name).inserted }
    }

    private static let mostNear = 5
    private static let longestCompared = 40

    /// Those of which the word is a part, or the other way round; else those that differ in few letters.
    private func like(_ plain: String) -> [Entry] {
        guard (2...Self.longestCompared).contains(plain.count) else { return [] }
        let most = max(1, plain.allSatisfy(\.isASCII) ? min(2, plain.count / 3) : plain.count / 3)
        let measured = entries.map { (entry: $0, distance: $0.distance(to: plain)) }
            .filter { $0.distance <= most }
        guard let best = measured.map(\.distance).min() else { return [] }
        let nearest = measured.filter { $0.distance == best }.map(\.entry)
        return Array(distinct(nearest).prefix(Self.mostNear))
    }
}

extension Vocabulary {
    /// The words of an entry, plain; each may be empty.
    fileprivate struct Plain: Hashable, Sendable {
        let names: [String]
        let labels: [String]
        let others: [String]
        /// A label may list what belongs together: each of it is said of the whole.
        private let parts: [String]

        init(_ name: String, _ label: Label, _ others: [String]) {
            names = [PlainWord.of(name)]
            labels = [PlainWord.of(label.zh), PlainWord.of(label.en)]
            self.others = others.map(PlainWord.of)
            let parts = label.zh.split(separator: "、")
            self.parts = parts.count > 1 ? parts.map(PlainWord.of) : []
        }

        var othersAndParts: [String] { others + parts }
    }
}

extension Vocabulary.Entry {
    fileprivate func distance(to plain: String) -> Int {
        (self.plain.names + self.plain.labels + self.plain.others).filter { !$0.isEmpty }
            .map { word in
                word.contains(plain) || plain.contains(word) && word.count > 1
                    ? 0 : EditDistance.between(word, plain)
            }.min() ?? .max
    }
}
