import Languages
import Testing
import Workflow
import WorkingTime

@testable import Casework

@Suite("What is declared of attributes")
struct AttributeTests {
    /// Events hold these names, and published workflows: none of them goes away.
    private static let recorded: Set = [
        "class", "category", "division", "project", "subjectUnit", "externalReference",
        "receivedOn", "tags", "chains", "locality", "office", "leadUnit", "previousLead",
        "proposedUnit", "supportingUnits", "handler", "serviceOfficer", "dispatchedAt",
        "dispatchedBy", "dispatchBasis", "sendBackReason", "receivedByLeadAt", "heldByLeadUntil",
        "arbitrationAskedAt", "arbitratedAt", "complainedUnit", "confidential", "notAttested",
        "plan", "nextReportOn", "extensionUntil", "suspendedBy", "minutes", "decisions", "level",
        "levelHolders", "card", "result", "outcome", "reply", "reportedAt", "grade",
        "trackingProposedAt", "trackingApproved", "evaluation", "evaluationSource", "linksFrom",
        "closedAt", "referredTo", "restoredBy", "mergedInto", "commonIssue", "parts", "splitFrom",
    ]

    @Test("keeps every name of the record, each once and without a dot")
    func names() {
        let names = Attribute.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { RecordedFamily.parted($0) == nil && !$0.contains(".") })
        for name in Self.recorded { #expect(Attribute(name: name)?.name == name, "\(name)") }
    }

    @Test("names each to people, in both languages, and no two alike")
    func labels() {
        let labels = Attribute.allCases.map(\.label)
        for label in labels {
            #expect(label.zh.unicodeScalars.allSatisfy { $0.value > 0x2E80 }, "\(label)")
            #expect(!label.en.isEmpty && label.en.unicodeScalars.allSatisfy(\.isASCII), "\(label)")
        }
        #expect(Set(labels.map(\.zh)).count == labels.count)
        #expect(Set(labels.map(\.en)).count == labels.count)
    }

    @Test("fills each column of the head that attributes fill, by one of them")
    func columns() {
        let filled = Attribute.allCases.compactMap(\.column)
        #expect(Set(filled) == Set(HeadColumn.allCases))
        #expect(filled.count == HeadColumn.allCases.count)
    }

    @Test("lets people see whatever a workflow sets")
    func shown() {
        let unseen = Attribute.ofWorkflows.filter { $0.visibility == .hidden }
        #expect(unseen.isEmpty)
    }
}

@Suite("Names in the record")
struct RecordedNameTests {
    @Test("are read as what they were written for")
    func names() {
        let names: [RecordedName] =
            Attribute.allCases.map { .attribute($0) } + [
                .counter(CounterName("rounds")), .counter(CounterName("rounds", of: "division.1")),
                .counter(.cycles(ofClock: "limit")), .lastTaken(action: "take"),
                .charge(unit: "division.1"), .other("strange"), .other("strange.name"),
            ]
        for name in names { #expect(RecordedName(name.text) == name) }
        #expect(RecordedName("count.rounds.division.1").text == "count.rounds.division.1")
        #expect(CounterName("rounds", of: "division.1").part(of: "rounds") == "division.1")
        #expect(CounterName("rounds").part(of: "rounds") == nil)
        #expect(CounterName.cycles(ofClock: "limit").isHidden)
        #expect(!CounterName("cycles").isHidden)
    }

    @Test("keep what stands under them, also what nothing declares or what has another form")
    func strangers() {
        let record: [String: FieldValue] = [
            "leadUnit": .text("industry"), "handler": .null, "count.rounds": .integer(2),
            "count.more": .text("2"), "last.take": .text("3 1700 -"), "last.a": .text("03 1700 -"),
            "last.b": .text("3 1700 x"), "last.c": .text("3 1700"), "last.d": .text("3  1700 4"),
            "last.e": .text("+3 1700 4"), "charged.industry": .integer(60),
            "charged.more": .list([]), "strange": .boolean(true), "strange.name": .null,
        ]
        let values = RecordedValues(record)
        #expect(Dictionary(uniqueKeysWithValues: values.members) == record)
        #expect(values.members.map(\.name) == record.keys.sorted())
        #expect(values.lastTaken.keys.sorted() == ["take"])
        #expect(values.others.count == 9)
    }

    @Test("of marks hold when, and by whom", arguments: [nil, PersonID(7)])
    func marks(person: PersonID?) {
        let taken = LastTaken(sequence: 12, at: .init(microseconds: -5), by: person)
        let read = LastTaken(text: taken.text)
        #expect(read == taken)
        #expect(read?.sequence == 12 && read?.at == taken.at && read?.by == person)
    }
}

@Suite("What is recorded of an issue")
struct AttributesTests {
    @Test("comes to the same by its changes")
    func changes() {
        let before = Attributes([
            "leadUnit": .text("industry"), "handler": .integer(1), "count.rounds": .integer(1),
            "strange": .text("as before"),
        ])
        var after = before
        after[.handler] = nil
        after[.leadUnit] = .text("commerce")
        after[.confidential] = .boolean(true)
        after.increase(CounterName("rounds"))
        after.increase(.links)
        after.setLast("take", LastTaken(sequence: 2, at: .init(microseconds: 3), by: nil))
        after.charge("industry", workingSeconds: 60)
        let changes = after.changes(since: before)
        #expect(
            changes
                == RecordedValues([
                    "handler": .null, "leadUnit": .text("commerce"), "confidential": .boolean(true),
                    "count.rounds": .integer(2), "count.links": .integer(1),
                    "last.take": .text("2 3 -"), "charged.industry": .integer(60),
                ]))
        var overlaid = before
        overlaid.overlay(changes)
        #expect(overlaid == after)
        #expect(after.changes(since: after) == RecordedValues())
    }

    @Test("loses what another version cleared")
    func cleared() {
        var attributes = Attributes(["strange": .text("as before")])
        attributes.overlay(RecordedValues(["strange": .null]))
        #expect(attributes == Attributes())
    }
}
