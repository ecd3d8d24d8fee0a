import Casework
import Languages
import Store
import Workflow
import WorkingTime

/// Judges the cells of one line and turns them into the values of a row.
struct RosterCells {
    let table: RosterTable
    let line: RosterFile.Line
    let references: RosterReferences
    private(set) var faults: [RosterFault] = []
    private(set) var warnings: [Label] = []
    /// By the names of the columns.
    private(set) var values: [String: RosterRow.Value] = [:]
    /// Empty cells left out.
    private(set) var cells: [String: String] = [:]

    init(table: RosterTable, line: RosterFile.Line, references: RosterReferences) {
        self.table = table
        self.line = line
        self.references = references
        cells = line.cells.filter { !$0.value.isEmpty }
        for column in table.columns {
            cells[column.name] = cells[column.name].map(column.content.normalised)
        }
        for column in table.columns { read(column) }
        checkTogether()
    }

    mutating func refuse(_ problem: Label, _ remedy: Label) {
        faults.append(
            RosterFault(table: table, line: line.number, problem: problem, remedy: remedy))
    }

    mutating func warn(_ words: Label) { warnings.append(words) }

    private mutating func read(_ column: RosterTable.Column) {
        values[column.name] = Self.empty(column.content)
        guard let text = cells[column.name] else {
            if column.isRequired {
                refuse(
                    Label(zh: "“\(column.heading)”没有填", en: "“\(column.heading)” is empty"),
                    Label(zh: "请填写", en: "fill it in"))
            }
            return
        }
        if let (problem, remedy) = problem(with: text, column.content) {
            let shown = text.prefix(60)
            refuse(
                Label(
                    zh: "“\(column.heading)”：“\(shown)”\(problem.zh)",
                    en: "“\(column.heading)”: `\(shown)` \(problem.en)"), remedy)
        } else {
            values[column.name] = value(text, column.content)
        }
    }

    private static func empty(_ content: RosterTable.Content) -> RosterRow.Value {
        switch content {
        case .chains, .words: .texts([])
        case .date: .date(nil)
        case .localTime: .instant(nil)
        case .boolean: .boolean(nil)
        case .number: .number(nil)
        case .newDivision, .newUnit, .newLogin, .newCreditCode, .newProject, .newChain, .division,
            .unit, .login, .creditCode, .project, .chain, .text, .kind, .role, .size, .industry,
            .phone, .email:
            .text(nil)
        }
    }

    private func value(_ text: String, _ content: RosterTable.Content) -> RosterRow.Value {
        switch content {
        case .chains, .words: .texts(Self.words(text))
        case .date: .date(date(text))
        case .localTime: .instant(localTime(text))
        case .boolean: .boolean(Self.boolean(text))
        case .number: .number(Int16(text))
        case .phone: .text(Self.phone(text)?.digits)
        case .newDivision, .newUnit, .newLogin, .newCreditCode, .newProject, .newChain, .division,
            .unit, .login, .creditCode, .project, .chain, .text, .kind, .role, .size, .industry,
            .email:
            .text(text)
        }
    }

    /// Separated as people write lists; codes stand beside Chinese names here.
    static func words(_ text: String) -> [String] {
        text.split { "、;；".contains($0) }.map { $0.trimmingPrefix(while: \.isWhitespace) }
            .filter { !$0.isEmpty }.map { word in
                let plain = HalfWidth.text(word)
                return plain.wholeMatch(of: /[A-Za-z0-9._-]+/) == nil ? String(word) : plain
            }
    }

    /// Of an officer the number alone is kept: no extension.
    static func phone(_ text: String) -> TelephoneNumber? {
        TelephoneNumber(text).flatMap { $0.hasExtension ? nil : $0 }
    }

    static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "1", "是": true
        case "false", "no", "0", "否": false
        default: nil
        }
    }

    func date(_ text: String) -> CalendarDate? { WrittenDate.known(text) }

    /// `2026-10-01 18:00`, by the clocks of the city.
    func localTime(_ text: String) -> Instant? {
        do throws(WrittenDate.Fault) {
            return try WrittenDate.instant(text, in: references.zone)
        } catch {
            return nil
        }
    }
}
