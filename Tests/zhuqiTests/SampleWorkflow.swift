import APIModel
import JSON
import ScriptedServer

/// A workflow as the server describes it, with what it asks of a filing.
extension Samples {
    private static func label(_ zh: String, _ en: String) -> LabelAnswer {
        LabelAnswer(zh: zh, en: en)
    }

    private static func asked(
        _ name: String, _ zh: String, _ en: String, form: String = "text", required: Bool = true
    ) -> ActionsAnswer.Field {
        .init(
            name: name, label: label(zh, en), form: form, isRequired: required, choices: nil)
    }

    static let shortage = ActionsAnswer.Value(
        name: "shortage", label: label("缺口", "Shortage"), kind: "tonnes",
        quantity: label("吨", "tonnes"), isRequired: true)

    static let workflow: WorkflowAnswer = {
        var workflow = WorkflowAnswer(
            id: "enterprise-assistance", version: 5, label: label("万人助万企", "Assistance"),
            defaultClass: "C", requiresDeliveryKind: false,
            states: [
                .init(name: "draft", label: label("草稿", "Draft"), kind: "initial"),
                .init(name: "submitted", label: label("待受理", "Submitted"), kind: "initial"),
                .init(name: "inHandling", label: label("办理中", "In handling"), kind: "active"),
                .init(name: "closedOut", label: label("已销号", "Closed out"), kind: "terminal"),
                .init(name: "merged", label: label("已并单", "Merged"), kind: "terminal"),
            ],
            classes: [
                .init(name: "U", label: label("紧急", "Urgent"), limits: [:]),
                .init(name: "C", label: label("一般", "Ordinary"), limits: [:]),
            ],
            categories: [
                .init(
                    code: "MAT", label: label("原材料采购", "Materials"), needs: [shortage],
                    results: []),
                .init(code: "FIN", label: label("融资、银企对接", "Finance"), needs: [], results: []),
            ],
            actions: [
                .init(
                    name: "acknowledge", label: label("签收", "Acknowledge"), isAutomatic: false,
                    takenBy: [], guards: []),
                .init(
                    name: "reopen", label: label("重新办理", "Reopen"), isAutomatic: false, takenBy: [],
                    guards: []),
            ])
        let title = asked("title", "标题", "Title")
        let rest = [
            asked("category", "诉求类别", "Category", form: "category"),
            asked("division", "属地", "Division", form: "division"),
            asked("class", "级别", "Class", form: "class", required: false),
            asked("needs", "需求要素", "Needs", form: "needs"),
            asked("confidential", "保密", "Confidential", form: "boolean", required: false),
            asked("complainedUnit", "被反映单位", "Unit", form: "unit", required: false),
        ]
        let text = asked("description", "诉求内容", "Description")
        workflow.filing = .init(
            label: label("提交诉求", "File"), leadsTo: ["submitted"], fields: [title, text] + rest)
        let note = asked("description", "诉求内容", "Description", required: false)
        workflow.drafting = .init(
            label: label("暂存", "Save a draft"), leadsTo: ["draft"],
            fields: [title, note] + rest)
        return workflow
    }()

    static let workflows = Page(
        items: [
            WorkflowSummary(
                id: workflow.id, version: 5, label: workflow.label, isCurrent: true)
        ], next: nil)

    static let proposal: ProposalAnswer = {
        let like = ProposalAnswer.Like(
            number: "ZQ2026-000012-1", title: "特种钢材紧缺", stateLabel: label("办理中", "In handling"),
            isOpen: true, createdAt: "2026-10-01T09:00:00+08:00", likeness: 71)
        return ProposalAnswer(
            category: "MAT", categoryLabel: label("原材料采购", "Materials"), guesses: [],
            division: "410105", lead: industry, supporting: [treasury], steps: [],
            duplicates: [like],
            common: .init(enterprises: 3, atLeast: 5, days: 30, isCommon: false, issues: [like]))
    }()

    static let filed: CaseAnswer = {
        var accept = clock(
            1, "accept", label("受理与交办", "Acceptance"), limit: "1wd", party: office,
            dueAt: "2026-10-12T17:30:00+08:00")
        accept.isRight = nil
        let submitted = issue(
            number: "ZQ2026-000123-1", state: ("submitted", label("待受理", "Submitted")),
            title: "特种钢材断供", clocks: [accept])
        return CaseAnswer(
            id: "9", number: "ZQ2026-000123", workflow: workflow.id, enterprise: enterprise,
            source: "visit", externalReference: nil, note: nil,
            filedAt: "2026-10-09T09:00:00+08:00", filedBy: li, state: "open", issues: [submitted],
            warnings: nil)
    }()

    static func ok(_ value: some Encodable, status: Int = 200) throws -> ScriptedServer.Answer {
        .response(status: status, body: String(decoding: try JSONText.encode(value), as: UTF8.self))
    }
}
