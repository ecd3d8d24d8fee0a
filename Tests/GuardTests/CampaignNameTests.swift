import Definitions
import Testing
import Workflow

/// A workflow's file binds its names to roles: Swift and SQL know roles alone.
@Suite("Names of states, actions, clocks and counters of a campaign")
struct CampaignNameTests {
    /// A word that stands in files though a campaign has a name that is spelt like it.
    private struct Permitted {
        let words: Set<String>
        let places: [String]
        /// Why it is none of the campaign's.
        let reason: String
    }

    private static let permitted = [
        Permitted(
            words: ["file"],
            places: [
                "Casework/Decision/FilingCheck.swift",
                "Definitions/Validation/CreatingActions.swift",
            ],
            reason: "the engine's own: cases are filed by it, and a validator requires it"),
        Permitted(
            words: ["splits", "split"], places: ["Casework/Decision/Decider+Split.swift"],
            reason: "a key is derived with it; events from before parts were counted hold it"),
        Permitted(
            words: [
                "joinCommon", "leaveCommon", "giveCard", "renewLink", "resume",
            ], places: ["Definitions/Workflow/EffectReader.swift"],
            reason: "words of the language: effects"),
        Permitted(
            words: ["climb", "merge"],
            places: [
                "Casework/Issue/EventBody+Writing.swift", "APIModel/EventAnswer+Writing.swift",
                "Engine/CommonRelay.swift", "queries/issue.sql", "queries/outbox.sql",
            ], reason: "members of bodies of events, and a key that is derived"),
        Permitted(
            words: ["note"],
            places: [
                "Casework/Decision/FilingCheck.swift", "Store/Cases/CaseRecords.swift",
                "Store/Officers/VisitRecords.swift", "Store/Roster/RosterTable.swift",
                "UseCases/Tools/Roster/RosterTable+Columns.swift",
                "zhuqi/Views/ExplanationSheet.swift",
            ], reason: "what was noted of a case, a visit or a deadline"),
        Permitted(
            words: ["dispatches", "sendBacks", "extensions", "reworks", "recurrences"],
            places: ["Exports/Tables/LedgerTable.swift", "Auditing/Metrics/Metric.swift"],
            reason: "headings and units of figures"),
        Permitted(
            words: ["ladder"],
            places: [
                "Store/Publications/PublicationRecords.swift",
                "UseCases/Tools/Publication/PublicationRun.swift", "zhuqid/Publish.swift",
            ], reason: "a kind of document"),
        Permitted(
            words: ["object"],
            places: [
                "zhuqi/Fields/FieldForm+Description.swift", "zhuqi/Fields/FieldForm.swift",
                "HTTPAPI/Description/SchemaTable.swift",
            ], reason: "a form of a value"),
        Permitted(
            words: ["file"], places: ["Notices/Sending/OutboxFile.swift"],
            reason: "the name of a consumer"),
        Permitted(
            words: ["adopt", "file", "draft", "resume"],
            places: [
                "zhuqid/Calendars/AdoptCalendar.swift", "zhuqi/Commands/FileCommand.swift",
                "zhuqi/Commands/DraftCommand.swift", "zhuqi/Commands/ResumeSubscription.swift",
                "zhuqi/Views/DraftSheet.swift",
            ], reason: "names of commands"),
        Permitted(
            words: ["held"],
            places: [
                "Casework/Issue/Clock+StatusLabel.swift", "zhuqi/Views/ClockChanges.swift",
                "zhuqi/Views/DueText.swift", "queries/summary.sql",
            ], reason: "the status of a clock"),
        Permitted(
            words: ["closed"], places: ["zhuqi/Views/SummaryTable.swift"],
            reason: "the heading of a column"),
        Permitted(
            words: ["minute"], places: ["Casework/Decision/TimeLimit+Words.swift"],
            reason: "a unit of time"),
        Permitted(
            words: ["callBack"], places: ["Workflow/Attributes/Attribute+ValueLabels.swift"],
            reason: "a value of an attribute"),
    ]

    /// How the record is read of versions that were published before files had roles.
    private static let ofTheRecord = "Definitions/Workflow/RolesBefore.swift"

    private static func names() throws -> Set<String> {
        var names: Set<String> = []
        for path in try SourceFiles.paths(in: "Workflows", ending: ".yaml") {
            let text = try SourceFiles.text("Workflows/\(path)")
            let files = IncludableFiles.folder(SourceFiles.workflows)
            guard
                case .workflow = try DefinitionReader.check(text, file: path, including: files)
            else { continue }
            let workflow = try DefinitionReader.workflow(text, file: path, including: files)
            names.formUnion(workflow.states.map(\.name))
            names.formUnion(workflow.actions.map(\.name))
            names.formUnion(workflow.clocks.map(\.kind))
            names.formUnion(workflow.counters.map(\.name))
        }
        return names
    }

    /// The words of literals that are names or paths of names, not sentences.
    private static func words(in line: Substring) -> [String] {
        line.matches(of: /["']([A-Za-z.]+)(?:["']|\\\()/).flatMap { match in
            match.output.1.split(separator: ".").map(String.init)
        }
    }

    private static func isPermitted(_ word: String, in path: String) -> Bool {
        permitted.contains { $0.words.contains(word) && $0.places.contains(path) }
    }

    @Test("stand in no literal of Swift")
    func swift() throws {
        let names = try Self.names()
        #expect(names.count > 140)
        for file in try SourceFiles.all() where file.path != Self.ofTheRecord {
            for word in file.code.flatMap(Self.words) where names.contains(word) {
                #expect(
                    Self.isPermitted(word, in: file.path),
                    "\(file): `\(word)` is a campaign's name: bind it to a role in its file")
            }
        }
    }

    @Test("stand in no literal of SQL")
    func sql() throws {
        let names = try Self.names()
        for path in try SourceFiles.paths(in: "SQL/queries", ending: ".sql") {
            let lines = try SourceFiles.text("SQL/queries/\(path)").split(separator: "\n")
            for word in lines.flatMap(Self.words) where names.contains(word) {
                #expect(Self.isPermitted(word, in: "queries/\(path)"), "\(path): `\(word)`")
            }
        }
    }

    @Test("are permitted nowhere without being there")
    func nothingIdle() throws {
        let names = try Self.names()
        for permission in Self.permitted {
            #expect(permission.words.isSubset(of: names), "\(permission.reason)")
            for place in permission.places {
                let text = try SourceFiles.text(
                    place.hasSuffix(".sql") ? "SQL/\(place)" : "Sources/\(place)")
                let words = Set(text.split(separator: "\n").flatMap(Self.words))
                #expect(!words.isDisjoint(with: permission.words), "\(place)")
            }
        }
    }

    @Test("are seen alone and in paths, not in sentences")
    func seen() {
        #expect(
            Self.words(in: #"if name == "closedOut" { count("sendBacks.\(unit)") }"#)
                == ["closedOut", "sendBacks"])
        #expect(Self.words(in: #"Label(zh: "受理", en: "to accept it")"#) == [])
    }
}
