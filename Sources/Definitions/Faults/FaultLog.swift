/// Collects the faults of one file while it is read, so that all of them are told at once.
///
/// Lives within one call of the reader and never leaves it.
final class FaultLog {
    let file: String
    /// More than these are not told at once.
    static let limit = 500

    private(set) var faults: [DefinitionFault] = []
    private var seen: Set<DefinitionFault> = []

    init(file: String) {
        self.file = file
    }

    func record(_ kind: FaultKind, at place: Place, _ problem: String, _ remedy: String) {
        let fault = DefinitionFault(
            file: file, line: place.line, column: place.column, code: kind.rawValue,
            problem: problem, remedy: remedy)
        guard faults.count < Self.limit, seen.insert(fault).inserted else { return }
        faults.append(fault)
    }

    /// Records that a name refers to nothing, with the nearest known name as what would be right.
    func recordUnknown(
        _ kind: FaultKind, _ name: Placed<String>, _ what: String, known: some Sequence<String>
    ) {
        guard faults.count < Self.limit else { return }
        record(
            kind, at: name.place, "unknown \(what) `\(name.value)`",
            NearestName.remedy(for: name.value, among: Array(known)))
    }

    /// Hands over the value if nothing was recorded.
    ///
    /// Throws: all faults, ordered by their places.
    func accept<Value>(_ value: Value?) throws(DefinitionFaults) -> Value {
        guard faults.isEmpty, let value else {
            throw DefinitionFaults(faults: faults.sorted { $0.order < $1.order })
        }
        return value
    }
}

extension DefinitionFault {
    fileprivate var order: (Int, Int, String, String) { (line, column, code, problem) }
}
