import Casework
import Languages

/// Compares what is stored of what is owed on one issue with what must be.
struct DutyComparison {
    /// What differs, each duty once.
    let differences: [Label]

    init(_ stored: [DutyChange.Put], with expected: [DutyChange.Put]) {
        let found = Dictionary(stored.map { ($0.row.key, $0) }) { first, _ in first }
        let wanted = Dictionary(expected.map { ($0.row.key, $0) }) { first, _ in first }
        differences = Set(found.keys).union(wanted.keys).sorted().compactMap { key in
            let what = Label(
                zh: "待办 \(key.slot)（\(key.holder)）", en: "duty \(key.slot) of \(key.holder)")
            return switch (found[key], wanted[key]) {
            case (nil, .some): Label(zh: "缺少\(what.zh)", en: "\(what.en) is missing")
            case (.some, nil): Label(zh: "\(what.zh)已不必办", en: "\(what.en) is owed no more")
            case (let one, let other):
                one == other ? nil : Label(zh: "\(what.zh)不符", en: "\(what.en) differs")
            }
        }
    }
}
