import ArgumentParser
import CommandText

/// The options of commands that write lists for programs.
struct ListOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            zh: "只要这些 JSON 成员，用逗号分隔，如 number,stateLabel.zh；与 --json、--ndjson 或 --tsv 同用。",
            en:
                "Only these members of the JSON, e.g. number,stateLabel.zh; with --json, --ndjson, --tsv.",
            value: ("成员", "members")))
    var fields: String?

    @Flag(help: ArgumentHelp(zh: "每项一行 JSON。", en: "Prints an item a line, as JSON."))
    var ndjson = false

    @Flag(
        help: ArgumentHelp(
            zh: "每项一行，用制表符分隔，第一行为标题；什么也不截断。",
            en: "Prints an item a line with tabs between, titles first; nothing is cut."))
    var tsv = false

    func validate() throws {
        guard !ndjson || !tsv else {
            throw ValidationError(
                zh: "--ndjson 与 --tsv 只能给出其一", en: "give --ndjson or --tsv, not both")
        }
    }

    /// Throws: `usage` where two forms are asked for, or members of what people read.
    func form(of session: Session) throws(StaffError) -> ListForm {
        let isDocument = session.form == .programs
        guard !isDocument || !ndjson && !tsv else {
            throw .usage(
                zh: "--json、--ndjson、--tsv 只能给出其一", en: "give one of --json, --ndjson, --tsv")
        }
        guard fields == nil || isDocument || ndjson || tsv else {
            throw .usage(
                zh: "--fields 须与 --json、--ndjson 或 --tsv 一起给出",
                en: "--fields goes with --json, --ndjson or --tsv")
        }
        if isDocument { return .document }
        return ndjson ? .lines : tsv ? .table : .people
    }

    func members() throws(StaffError) -> JSONFields? {
        guard let fields else { return nil }
        return try JSONFields(fields)
    }
}

/// In which form a list is written.
enum ListForm: Sendable {
    case people
    /// One JSON document.
    case document
    /// An item a line, as JSON.
    case lines
    /// An item a line, with tabs.
    case table
}
