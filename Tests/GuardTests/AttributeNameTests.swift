import Testing
import Workflow

/// `Workflow/Attributes` declares what can be recorded of an issue: the rest speaks of it by cases.
@Suite("Names of attributes")
struct AttributeNameTests {
    /// A literal that is spelt like an attribute and is something else.
    private struct Permitted {
        let words: Set<String>
        let places: [String]
        let reason: String
    }

    private static let permitted = [
        Permitted(
            words: ["class", "category", "division"], places: ["zhuqid/Workflows/MoveIssues.swift"],
            reason: "words of an option"),
        Permitted(
            words: ["class", "category", "division", "plan", "decisions"],
            places: ["zhuqi/Fields/FieldForm+Description.swift", "zhuqi/Fields/FieldForm.swift"],
            reason: "forms of fields"),
        Permitted(
            words: ["class", "level"], places: ["Notices/Words/NoticeWriter.swift"],
            reason: "values of a template"),
        Permitted(
            words: ["plan"], places: ["Definitions/Workflow/DatedEffectReader.swift"],
            reason: "a key of an effect"),
        Permitted(
            words: ["category"],
            places: [
                "Casework/Decision/NewIssueNeeds.swift", "Casework/Decision/Decider+Split.swift",
            ], reason: "a key of a new issue"),
        Permitted(
            words: ["leadUnit"],
            places: [
                "Casework/Decision/FieldValue+DecidedUnit.swift", "zhuqi/Text/ValueText.swift",
            ],
            reason: "a key of a decision"),
        Permitted(
            words: ["project"],
            places: ["zhuqi/Filing/FilingSubjects.swift", "zhuqi/Filing/FilingFields.swift"],
            reason: "what a workflow is about"),
        Permitted(
            words: ["office", "project"], places: ["Casework/Duties/DutyHolder.swift"],
            reason: "kinds of holders"),
    ]

    private static let declared = "Workflow/Attributes/"

    /// The literals by which something is looked up, compared, or named for that.
    private static func names(in line: Substring) -> [String] {
        let found =
            line.matches(of: /\["([A-Za-z]+)"\]/).map(\.output.1)
            + line.matches(of: /[=!]= "([A-Za-z]+)"/).map(\.output.1)
            + line.matches(of: /let \w+(?:: String)? = "([A-Za-z]+)"/).map(\.output.1)
            + line.matches(of: /setting: "([A-Za-z]+)"/).map(\.output.1)
        guard line.contains("case \""), let cases = line.split(separator: ":").first else {
            return found.map(String.init)
        }
        return (found + cases.matches(of: /"([A-Za-z]+)"/).map(\.output.1)).map(String.init)
    }

    private static func isPermitted(_ name: String, in path: String) -> Bool {
        permitted.contains { $0.words.contains(name) && $0.places.contains(path) }
    }

    @Test("are compared in no literal")
    func compared() throws {
        for file in try SourceFiles.all() where !file.path.hasPrefix(Self.declared) {
            for name in file.code.flatMap(Self.names) where Attribute(name: name) != nil {
                #expect(
                    Self.isPermitted(name, in: file.path),
                    "\(file): `\(name)` is an attribute: write `.\(name)`")
            }
        }
    }

    @Test("and what stands beside them have their families' names in one place")
    func families() throws {
        for file in try SourceFiles.all() where !file.path.hasPrefix(Self.declared) {
            for line in file.code {
                for family in RecordedFamily.allCases where line.contains("\"\(family.rawValue)") {
                    Issue.record("\(file) writes `\(family.rawValue)`: \(line)")
                }
            }
        }
    }

    @Test("are permitted nowhere without being there")
    func nothingIdle() throws {
        for permission in Self.permitted {
            for place in permission.places {
                let lines = try SourceFiles.text("Sources/\(place)").split(separator: "\n")
                let names = Set(lines.flatMap(Self.names))
                #expect(!names.isDisjoint(with: permission.words), "\(place): \(permission.reason)")
            }
        }
    }

    @Test("are seen where something is looked up or compared")
    func seen() {
        #expect(Self.names(in: #"if name == "card" { fields["plan"] = nil }"#) == ["plan", "card"])
        #expect(Self.names(in: #"case "leadUnit", "handler": "level""#) == ["leadUnit", "handler"])
        #expect(Self.names(in: #"static let attribute = "mergedInto""#) == ["mergedInto"])
        #expect(Self.names(in: #"try writer.member("handler", handler)"#) == [])
    }
}
