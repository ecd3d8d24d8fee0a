import Casework
import Languages

/// Collects the faults of one file, and of those that it includes, while it is read, so that all of
/// them are told at once.
///
/// Lives within one call of the reader and never leaves it.
final class FaultLog {
    let file: String
    /// More than these are not told at once.
    static let limit = 500

    private(set) var faults: [DefinitionFault] = []
    private var seen: Set<DefinitionFault> = []
    private var origins: [LineOrigin] = []

    init(file: String) {
        self.file = file
    }

    /// Tells places of a text from now on by where its lines were written.
    func follow(_ text: PublishedTexts.Text) {
        origins = text.origins
    }

    func record(_ kind: FaultKind, at place: Place, _ problem: Label, _ remedy: Label) {
        guard let origin = origins.last(where: { $0.line <= place.line }) else {
            return record(kind, in: file, at: place, problem, remedy)
        }
        let taken = Label { language in
            let place = origin.takenAt.map { "\(file):\($0)" }
            return place.map { language("（引用于 \($0)）", " (taken at \($0))") } ?? ""
        }
        record(
            kind, in: origin.file,
            at: Place(
                line: origin.lineInFile + place.line - origin.line, column: place.column),
            Label { problem.text(in: $0) + taken.text(in: $0) }, remedy)
    }

    /// Records what is wrong in a file, at a place of that file.
    func record(
        _ kind: FaultKind, in file: String, at place: Place, _ problem: Label, _ remedy: Label
    ) {
        add(
            DefinitionFault(
                file: file, line: place.line, column: place.column, code: kind.rawValue,
                problem: problem, remedy: remedy))
    }

    /// Takes over a fault that another log holds.
    func add(_ fault: DefinitionFault) {
        guard faults.count < Self.limit, seen.insert(fault).inserted else { return }
        faults.append(fault)
    }

    /// Records that a name refers to nothing, with the nearest known name as what would be right.
    func recordUnknown(
        _ kind: FaultKind, _ name: Placed<String>, _ what: Label, known: some Sequence<String>
    ) {
        guard faults.count < Self.limit else { return }
        record(
            kind, at: name.place,
            Label(
                zh: "没有这个\(what.zh)：“\(name.value)”",
                en: "unknown \(what.en) `\(name.value)`"),
            NearestName.remedy(for: name.value, among: Array(known)))
    }

    /// Hands over the value if nothing was recorded.
    ///
    /// Throws: all faults, ordered by their places, those of the file itself first.
    func accept<Value>(_ value: Value?) throws(DefinitionFaults) -> Value {
        guard faults.isEmpty, let value else {
            throw DefinitionFaults(faults: faults.sorted { order($0) < order($1) })
        }
        return value
    }

    private func order(_ fault: DefinitionFault) -> (String, Int, Int, String, String) {
        (
            fault.file == file ? "" : fault.file, fault.line, fault.column, fault.code,
            fault.problem.en
        )
    }
}
