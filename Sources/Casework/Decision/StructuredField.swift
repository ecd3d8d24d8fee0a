import Languages
import Workflow
import WorkingTime

/// Says what the fields that are lists of objects hold.
enum StructuredField {
    /// Evidence is one or more `{kind, text | sha256}`.
    static let evidence = ItemList(
        most: 20,
        keys: [
            .text("kind", 40), .text("text", 4000, required: false),
            ItemList.Key("sha256", required: false) { isDigest($0) ? nil : digestProblem },
        ],
        wholeProblem: { item in
            (item["text"] == nil) == (item["sha256"] == nil)
                ? Label(
                    zh: "除 kind 外须有 text 或 sha256 之一",
                    en: "must have either text or sha256 beside its kind")
                : nil
        })

    private static let digestProblem = Label(
        zh: "须为64位十六进制数字", en: "must be 64 hexadecimal digits")

    private static func isDigest(_ value: FieldValue) -> Bool {
        guard let digest = value.text else { return false }
        return digest.count == 64 && digest.allSatisfy { $0.isHexDigit && $0.isASCII }
    }

    /// A plan is one or more `{on, what}`.
    static let plan = ItemList(
        most: 50,
        keys: [
            ItemList.Key("on", required: true) { value in
                value.text.flatMap(CalendarDate.read) == nil ? .noDate : nil
            },
            .text("what", 500),
        ])

    /// Decisions are one or more `{what, leadUnit, on}`; whether the unit is one is the directory's matter.
    static let decisions = ItemList(
        most: 50,
        keys: [
            .text("what", 500), .text(FieldValue.leadUnitKey, 60),
            ItemList.Key("on", required: true) { value in
                value.text.flatMap(CalendarDate.read) == nil ? .noDate : nil
            },
        ])

    /// New issues are `{category, title, description, needs}`.
    static func newIssues(_ definition: WorkflowDefinition) -> ItemList {
        let codes = definition.categories.map(\.code)
        let problem = Label.oneOf(codes: codes) { definition.category($0)?.label }
        return ItemList(
            most: 10,
            keys: [
                ItemList.Key("category", required: true) { value in
                    value.text.flatMap(definition.category) == nil ? problem : nil
                },
                .text("title", 200), .text("description", 8000),
                // What the category asks of them is the matter of `NewIssueNeeds`.
                ItemList.Key("needs", required: false) { _ in nil },
            ])
    }
}
