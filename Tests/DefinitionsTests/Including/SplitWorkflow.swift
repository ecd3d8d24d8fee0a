import Casework
import Definitions
import Workflow

/// The small workflow again, parts of it in a file that it includes.
struct SplitWorkflow {
    static let file = "small.yaml"
    static let sharedFile = "shared/parts.yaml"
    static let sound = SplitWorkflow(main: main, files: [sharedFile: shared])

    var main: String
    var files: [String: String]

    var text: PublishedTexts.Text { PublishedTexts.Text(file: Self.file, source: main) }

    func whole() throws(DefinitionFaults) -> PublishedTexts.Text {
        try DefinitionReader.whole(text, including: .texts(files))
    }

    func definition() throws(DefinitionFaults) -> WorkflowDefinition {
        try DefinitionReader.workflow(text, including: .texts(files))
    }

    var faults: [DefinitionFault] {
        do {
            _ = try definition()
            return []
        } catch {
            return error.faults
        }
    }

    private static let main = [
        ("defaultClass: C\n", "defaultClass: C\ninclude:\n- shared/parts.yaml # parts\n"),
        ("people:\n\(people)", "people: included # who\n"),
        (beginning, "  beginning: included\n"),
        (reopen, "  reopen: included # as everywhere\n"),
        (breach, "  breach: included\n"),
    ].reduce(SmallWorkflow.text) { text, edit in text.replacing(edit.0, with: edit.1) }

    /// Comments that a blank line parts from what follows are nobody's, and nobody takes `note`.
    private static let shared = """
        # What several workflows say.

        people:
        \(people)fields:
          note: {text: 9, label: {zh: 附注, en: Remark}}

        # A heading.

        groups:
        \(beginning)actions:
          # Done is not for ever.
        \(reopen)\(breach)
        """

    private static let people = "  office: [{role: cityOffice, relation: office}]\n"
    private static let beginning = "  beginning: [{start: resolve}, {count: dispatches}]\n"
    private static let reopen = """
          reopen:
            label: {zh: 复活, en: Reopen}
            by: office
            from: done
            to: open
            guards: [{reopenedWithin: {days: 30, since: finish}}]

        """
    private static let breach = """
          breach:
            label: {zh: 到期, en: Breach}
            automatic: true
            from: anyOpen
            to: same

        """
}
