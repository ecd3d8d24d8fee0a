import APIModel
import ArgumentParser
import CommandText
import Languages
import Testing

@testable import zhuqi

@Suite struct FieldTests {
    private func value(_ form: String, _ texts: String..., choices: [String]? = nil) throws
        -> JSONValue
    {
        try FieldForm(Samples.field("f", "字段", form, choices)).value(of: texts)
    }

    @Test func valuesTakeTheFormOfTheirField() throws {
        #expect(try value("count", "3") == .integer(3))
        #expect(try value("boolean", "是") == .boolean(true))
        #expect(try value("boolean", "false") == .boolean(false))
        #expect(try value("date", "2026-10-15") == .text("2026-10-15"))
        #expect(try value("date", "下周五") == .text("下周五"))
        #expect(try value("count", "３") == .integer(3))
        #expect(try value("count", "3万") == .text("3万"))
        #expect(try value("text", "3") == .text("3"))
        #expect(try value("units", "JR01,CZ01", "GX01") == list("JR01", "CZ01", "GX01"))
        #expect(try value("needs", #"{"amount":500}"#) == .object(["amount": .integer(500)]))
        #expect(try value("choice", "a", choices: ["a", "b"]) == .text("a"))
    }

    @Test func evidenceAndPlansAreLists() throws {
        let digest = String(repeating: "ab", count: 32)
        let evidence = try value("evidence", "photo:变压器", "file:sha256:" + digest, "a:b:c")
        #expect(
            evidence
                == .list([
                    .object(["kind": .text("photo"), "text": .text("变压器")]),
                    .object(["kind": .text("file"), "sha256": .text(digest)]),
                    .object(["kind": .text("a"), "text": .text("b:c")]),
                ]))
        #expect(
            try value("plan", "2026-10-15:对接")
                == .list([.object(["on": .text("2026-10-15"), "what": .text("对接")])]))
        #expect(
            try value("decisions", "2026-10-15:industry:供货：首批", "2026-10-20：commerce：对接")
                == .list([
                    .object([
                        "on": .text("2026-10-15"), "leadUnit": .text("industry"),
                        "what": .text("供货：首批"),
                    ]),
                    .object([
                        "on": .text("2026-10-20"), "leadUnit": .text("commerce"),
                        "what": .text("对接"),
                    ]),
                ]))
    }

    @Test(arguments: [
        ("count", "x"), ("count", "-1"), ("boolean", "maybe"), ("evidence", "photo"),
        ("plan", "2026-10-15"), ("decisions", "2026-10-15:x"), ("needs", "{"), ("choice", "z"),
    ])
    func textsOfTheWrongFormAreUsageErrors(form: String, text: String) {
        let choices = form == "choice" ? ["a"] : nil
        let error = #expect(throws: StaffError.self) {
            try value(form, text, choices: choices)
        }
        #expect(error.map { EndingStatus($0) } == .usage)
    }

    @Test func typedValuesAreAskedForWithTheirUnitsAndNotTakenInPart() throws {
        func results(_ required: Bool...) -> ActionsAnswer.Field {
            let values = zip(["acknowledged", "paid"], required).map { name, isRequired in
                ActionsAnswer.Value(
                    name: name, label: LabelAnswer(zh: "金额", en: "Sum"), kind: "yuan",
                    quantity: LabelAnswer(zh: "元", en: "yuan"), isRequired: isRequired)
            }
            return .init(
                name: "outcome", label: LabelAnswer(zh: "落实成果", en: "Outcome"), form: "results",
                isRequired: true, choices: nil, values: values)
        }
        let both = FieldForm(results(true, true))
        #expect(
            both.description(in: .zh)
                == "落实成果（acknowledged=金额 [元，必填]、paid=金额 [元，必填]）")
        for text in ["paid=1", #"{"paid":1}"#] {
            #expect(throws: StaffError.self) { try both.value(of: [text]) }
        }
        #expect(
            try both.value(of: ["paid=1,acknowledged=2"])
                == .object(["paid": .integer(1), "acknowledged": .integer(2)]))
        let any = FieldForm(results(false, false))
        #expect(any.description(in: .en).contains("at least one of: acknowledged=Sum [yuan]"))
        #expect(try any.value(of: ["paid=1"]) == .object(["paid": .integer(1)]))
    }

    @Test func fieldsChoicesAndValuesAreNamedByTheirLabels() throws {
        let values = ["claimed": "主张金额", "debtor": "欠款方"].map { name, zh in
            ActionsAnswer.Value(
                name: name, label: LabelAnswer(zh: zh, en: name),
                kind: name == "claimed" ? "yuan" : "text",
                quantity: name == "claimed" ? LabelAnswer(zh: "元", en: "yuan") : nil,
                isRequired: false)
        }
        let forms = [
            Samples.actions.items[1].fields[0],
            ActionsAnswer.Field(
                name: "needs", label: LabelAnswer(zh: "需求要素", en: "Needs"), form: "needs",
                isRequired: false, choices: nil, values: values),
        ]
        let collection = try FieldCollection(
            [
                FieldAssignment(name: "结 果", text: "部分解决"),
                FieldAssignment(name: "需求要素", text: "主张金额＝５００,欠款方=某公司"),
            ], forms: forms)
        #expect(
            collection.values == [
                "result": .text("partly"),
                "needs": .object(["claimed": .integer(500), "debtor": .text("某公司")]),
            ])
        #expect(
            collection.assignments.map(\.argument) == [
                #"needs:={"claimed":500,"debtor":"某公司"}"#, "result=partly",
            ])
    }

    @Test func valuesMayBeGivenAsJSONWhateverTheActionTakes() throws {
        let assignment = try FieldAssignment(
            parsing: #"supportingUnits:=["GX01"]"#, readFile: { $0 })
        #expect(assignment.argument == #"supportingUnits:=["GX01"]"#)
        let values = try FieldCollection([assignment], forms: []).values
        #expect(values == ["supportingUnits": list("GX01")])
        #expect(throws: StaffError.self) {
            try FieldCollection(
                [FieldAssignment(parsing: "x:=[", readFile: { $0 })], forms: [])
        }
    }

    @Test func aSingleValueIsNotGivenTwice() {
        #expect(throws: StaffError.self) { try value("text", "a", "b") }
    }

    @Test func assignmentsAreTypedOrReadFromFiles() throws {
        let read: (String) throws -> String = { "content of \($0)\n" }
        let typed = try FieldAssignment(parsing: "reply=a=b", readFile: read)
        #expect(typed == FieldAssignment(name: "reply", text: "a=b"))
        #expect(try FieldAssignment(parsing: "r=@f", readFile: read).text == "content of f")
        let escaped = try FieldAssignment(parsing: "r=@@f", readFile: read)
        #expect(escaped.text == "@f")
        #expect(escaped.argument == "r=@@f")
        #expect(throws: StaffError.self) { try FieldAssignment(parsing: "reply", readFile: read) }
        #expect(throws: StaffError.self) { try FieldAssignment(parsing: "=x", readFile: read) }
        #expect(throws: StaffError.self) {
            try FieldAssignment(parsing: "r=@f") { _ in throw StaffError.notSignedIn }
        }
    }

    @Test func knowsWhatIsMissingAndWhatDoesNotExist() throws {
        let forms = [
            Samples.field("reply", "答复", "text"),
            Samples.field("note", "备注", "text", isRequired: false),
        ]
        let empty = FieldCollection(forms: forms)
        #expect(empty.missing.map(\.name) == ["reply"])
        let full = try FieldCollection([FieldAssignment(name: "reply", text: "x")], forms: forms)
        #expect(full.missing.isEmpty)
        #expect(throws: StaffError.self) {
            try FieldCollection([FieldAssignment(name: "replay", text: "x")], forms: forms)
        }
    }

    @Test func shorthandsStandForTheirFields() throws {
        let options = try FieldOptions.parse([
            "--lead", "JR01", "--support", "CZ01,GX01", "--class", "B", "--evidence", "a:b",
            "--evidence", "c:d", "--field", "x=1",
        ])
        let names = try options.assignments(readFile: { $0 }).map(\.name)
        #expect(names == ["x", "leadUnit", "supportingUnits", "class", "evidence", "evidence"])
    }

    private func list(_ texts: String...) -> JSONValue { .list(texts.map { .text($0) }) }
}
