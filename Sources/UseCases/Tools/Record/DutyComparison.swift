import Casework

/// Compares what is stored of what is owed on one issue with what must be.
struct DutyComparison {
    /// What differs, each duty once.
    let differences: [String]

    init(_ stored: [DutyChange.Put], with expected: [DutyChange.Put]) {
        let found = Dictionary(stored.map { ($0.row.key, $0) }) { first, _ in first }
        let wanted = Dictionary(expected.map { ($0.row.key, $0) }) { first, _ in first }
        differences = Set(found.keys).union(wanted.keys).sorted().compactMap { key in
            let what = "duty \(key.slot) of \(key.holder)"
            return switch (found[key], wanted[key]) {
            case (nil, .some): "\(what) is missing"
            case (.some, nil): "\(what) is owed no more"
            case (let one, let other): one == other ? nil : "\(what) differs"
            }
        }
    }
}
