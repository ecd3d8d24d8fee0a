import ArgumentParser
import CommandText

/// The options of `file` that give the parts of a case.
struct FilingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            zh: "诉求内容；@文件 从文件读（UTF-8 或 GB 18030）。可重复，一次一个问题。",
            en:
                "What the enterprise says; @file reads it (UTF-8 or GB 18030). Repeatable, an issue each.",
            value: ("文字", "text")))
    var text: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "标题；不写即取诉求内容的第一句。", en: "The title; else the first sentence of the text.",
            value: ("文字", "text")))
    var title: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "企业的名称、其一部分或统一社会信用代码。",
            en: "The enterprise's name, a part of it, or its credit code.",
            value: ("企业", "enterprise")))
    var enterprise: String?

    @Option(
        help: ArgumentHelp(
            zh: "企业的名称，用于名录中还没有的代码。",
            en: "The enterprise's name, for a code that is not known yet.",
            value: ("名称", "name")))
    var enterpriseName: String?

    @Option(
        help: ArgumentHelp(
            zh: "代码校验码不符时，仍按此代码登记的理由。",
            en: "Why a code with a wrong check digit is taken as it is.",
            value: ("理由", "reason")))
    var codeReason: String?

    @Option(
        help: ArgumentHelp(zh: "项目。", en: "The project.", value: ("项目", "project")))
    var project: String?

    @Option(
        help: ArgumentHelp(
            zh: "事项所涉的单位，用于以单位为对象的流程。", en: "The unit, where the workflow is about units.",
            value: ("单位", "unit")))
    var unit: String?

    @Option(
        help: ArgumentHelp(
            zh: "流程，如 万人助万企。", en: "The workflow.", value: ("流程", "workflow")))
    var workflow: String?

    @Option(
        help: ArgumentHelp(
            zh: "类别的名称或代码；不写即用建议的。", en: "The category, by label or code; else the proposed one.",
            value: ("类别", "category")))
    var category: [String] = []

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            zh: "级别，如 U 或 紧急。", en: "The class, e.g. U.", value: ("级别", "class")))
    var issueClass: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "属地；不写即由诉求内容或企业得知。", en: "The division; else that of the text or the enterprise.",
            value: ("属地", "division")))
    var division: String?

    @Option(
        help: ArgumentHelp(
            zh: "类别所要的一项数量，如 缺口=3.5万元。可重复。",
            en: "A quantity that the category asks for, e.g. shortage=200. Repeatable.",
            value: ("名称=数量", "name=amount")))
    var need: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "流程所要的其他字段；@文件 从文件读。可重复。",
            en: "Another field that the workflow asks for; @file reads it. Repeatable.",
            value: ("字段=值", "name=value")))
    var field: [String] = []

    @Option(help: ArgumentHelp(zh: "联系人。", en: "Whom to call.", value: ("姓名", "name")))
    var contact: String?

    @Option(help: ArgumentHelp(zh: "联系电话。", en: "The telephone number.", value: ("电话", "phone")))
    var phone: String?

    @Flag(help: ArgumentHelp(zh: "保密：反映单位的问题。", en: "Confidential: it complains about a unit."))
    var confidential = false

    @Option(
        help: ArgumentHelp(
            zh: "被反映的单位。", en: "The unit that it complains about.", value: ("单位", "unit")))
    var complainedUnit: String?

    @Option(
        help: ArgumentHelp(
            zh: "诉求的来源；不写即 visit（走访）。", en: "How it became known; else visit.",
            value: ("来源", "source")))
    var source: String?

    @Option(
        help: ArgumentHelp(
            zh: "来源系统中的编号。", en: "Its number in the system that it comes from.",
            value: ("编号", "number")))
    var reference: String?

    @Option(help: ArgumentHelp(zh: "附注。", en: "A note on the case.", value: ("文字", "text")))
    var note: String?

    func validate() throws {
        guard phone == nil || contact != nil else {
            throw ValidationError(zh: "--phone 须与 --contact 一起给出", en: "--phone: with --contact")
        }
        for (name, values) in [
            ("--title", title), ("--category", category), ("--class", issueClass),
        ]
        where values.count > max(1, text.count) {
            throw ValidationError(
                zh: "\(name) 比 --text 多", en: "there are more of \(name) than of --text")
        }
    }

    var isGiven: Bool {
        let texts = [
            enterprise, enterpriseName, codeReason, project, unit, workflow, division, contact,
            phone, complainedUnit, source, reference, note,
        ]
        return confidential || texts.contains { $0 != nil }
            || ![text, title, category, issueClass, need, field].allSatisfy(\.isEmpty)
    }

    /// What was given for the issue at a place; one alone counts for each.
    static func value(_ values: [String], at place: Int) -> String? {
        if values.count == 1 { return values[0] }
        return values.indices.contains(place) ? values[place] : nil
    }
}
