import Languages
import Workflow
import WorkingTime

/// Reads `clocks`: for whom each runs and what happens at its marks.
enum ClockReader {
    static func clocks(_ root: Mapping) -> [WorkflowDraft.Clock] {
        root.requiredNamed("clocks").compactMap { kind, entry in
            entry.mapping(of: ["label", "party", "marks", "limit", "right"]).map { clock(kind, $0) }
        }
    }

    private static func clock(_ kind: Placed<String>, _ mapping: Mapping) -> WorkflowDraft.Clock {
        let party = mapping.required("party")?.word(
            Label(zh: "责任方", en: "party"), of: ClockDefinition.Party.self)
        let isDated = mapping["limit"]?.bareWord == "dated"
        let marks = mapping.required("marks").map { self.marks(kind, $0) } ?? []
        return WorkflowDraft.Clock(
            kind: kind,
            definition: ClockDefinition(
                kind: kind.value, label: mapping.label(), party: party ?? .leadUnit,
                marks: marks.map(\.definition),
                limit: isDated ? nil : mapping["limit"].flatMap(ClassReader.limit),
                isDated: isDated, isRight: mapping["right"]?.boolean() ?? false),
            marks: marks)
    }

    /// Reads `{due: {at: due, action: breach}, …}`.
    static func marks(_ clock: Placed<String>, _ entry: Entry) -> [WorkflowDraft.Mark] {
        entry.namedPairs().compactMap { name, entry in
            guard let mapping = entry.mapping(of: ["at", "action"]),
                let at = mapping.required("at"), let moment = moment(at),
                let action = mapping.required("action")?.text()
            else { return nil }
            let definition = MarkDefinition(
                name: name.value, moment: moment, action: action.value)
            return WorkflowDraft.Mark(clock: clock, definition: definition, action: action)
        }
    }

    private static func moment(_ entry: Entry) -> MarkDefinition.Moment? {
        switch entry.bareWord {
        case "amber": .amber
        case "due": .due
        default:
            entry.parsed(
                Label(
                    zh: "`amber`、`due`，或带正负号的时长，如 `+3wd`、`-7wd`",
                    en: "`amber`, `due` or a signed time such as `+3wd` or `-7wd`")
            ) {
                .offset(try MarkOffset($0))
            }
        }
    }
}
