import Languages
import Yams

/// Reads the keys of one mapping, in the order of the file.
struct Mapping {
    typealias Pair = (key: Placed<String>, value: Entry)

    let name: String
    let place: Place
    let pairs: [Pair]
    private let log: FaultLog

    fileprivate init(_ pairs: [Pair], name: String, place: Place, log: FaultLog) {
        self.pairs = pairs
        self.name = name
        self.place = place
        self.log = log
    }

    subscript(key: String) -> Entry? {
        pairs.first { $0.key.value == key }?.value
    }

    /// Finds the value of a key that must be there.
    func required(_ key: String) -> Entry? {
        if let entry = self[key] { return entry }
        let subject =
            name.isEmpty
            ? Label(zh: "文件", en: "the file") : Label(zh: "“\(name)”", en: "`\(name)`")
        log.record(
            .missingKey, at: place,
            Label(
                zh: "\(subject.zh)缺少 `\(key)`", en: "`\(key)` is missing in \(subject.en)"),
            Label(zh: "请加上 `\(key): …`", en: "add `\(key): …`"))
        return nil
    }

    /// Finds the value of exactly one of several keys, each of which says the form of something.
    func form(of keys: [String], at entry: Entry, remedy: Label) -> Entry? {
        let given = keys.compactMap { self[$0] }
        if given.count == 1 { return given[0] }
        log.record(
            given.isEmpty ? .missingKey : .unknownKey, at: entry.place,
            Label(zh: "“\(entry.name)”须写明一种形式", en: "`\(entry.name)` must say its form once"),
            remedy)
        return nil
    }

    /// Reads a list under an optional key.
    func list(_ key: String) -> [Entry] {
        self[key]?.list() ?? []
    }

    /// Reads one text or a list of texts under an optional key.
    func texts(_ key: String) -> [Placed<String>] {
        self[key]?.texts() ?? []
    }

    /// Reads a mapping from free names to values under an optional key.
    func named(_ key: String) -> [Pair] {
        self[key]?.namedPairs() ?? []
    }

    /// Reads a mapping from free names to values under a key that must be there.
    func requiredNamed(_ key: String) -> [Pair] {
        required(key)?.namedPairs() ?? []
    }
}

extension Entry {
    /// The most names that one mapping of free names holds: what is checked in pairs stays bounded.
    static let nameLimit = 300

    /// Reads a mapping from free names to values.
    func namedPairs() -> [Mapping.Pair] {
        let pairs = mapping()?.pairs ?? []
        guard pairs.count > Self.nameLimit else { return pairs }
        log.record(
            .tooLarge, at: place,
            Label(
                zh: "\(subject.zh)有 \(pairs.count) 个名称",
                en: "\(subject.en) holds \(pairs.count) names"),
            Label(zh: "至多读 \(Self.nameLimit) 个", en: "at most \(Self.nameLimit) are read"))
        return []
    }

    /// Reads a mapping; where its keys are a closed set, others are refused.
    func mapping(of known: [String]? = nil) -> Mapping? {
        guard let node = node.mapping else {
            return refuse(Label(zh: "`{…}`", en: "a mapping `{…}`"))
        }
        let pairs: [Mapping.Pair] = node.compactMap { key, value in
            guard let text = key.scalar?.string else {
                log.record(
                    .wrongType, at: Place(key.mark),
                    Label(zh: "键不是普通的词", en: "a key is no plain word"),
                    Label(zh: "请写作 `名称: 值`", en: "write `name: value`"))
                return nil
            }
            guard !Document.isMasked(text) else { return nil }
            let placed = Placed(value: text, place: Place(key.mark))
            if let known, !known.contains(text) {
                log.recordUnknown(.unknownKey, placed, Label(zh: "键", en: "key"), known: known)
                return nil
            }
            return (placed, Entry(node: value, name: text, log: log))
        }
        return Mapping(pairs, name: name, place: place, log: log)
    }

    /// Reads a mapping with exactly one of the known keys, or the bare word of one of them.
    func single(_ what: Label, of known: [String]) -> (key: Placed<String>, value: Entry)? {
        if let word = node.scalar {
            let placed = Placed(value: word.string, place: place)
            guard known.contains(word.string) else {
                log.recordUnknown(.unknownKey, placed, what, known: known)
                return nil
            }
            return (placed, Entry(node: node, name: word.string, log: log))
        }
        guard node.mapping?.count == 1, let pair = mapping()?.pairs.first else {
            return refuse(
                Label(
                    zh: "一个\(what.zh)，写作 `{名称: …}`", en: "one \(what.en) as `{name: …}`"))
        }
        guard known.contains(pair.key.value) else {
            log.recordUnknown(.unknownKey, pair.key, what, known: known)
            return nil
        }
        return pair
    }
}
