/// Names the attributes of an issue: a closed set, which workflows set and the engine reads.
///
/// To add one: a case, and below what is declared of it, which the compiler asks for. What the workflow
/// counts, who took an action last, and what time is charged to whom stand beside the attributes in the
/// record: `RecordedFamily`.
package enum Attribute: UInt8, CaseIterable, Sendable {
    // What it is about.
    case issueClass, category, division, project, subjectUnit, externalReference, receivedOn
    case tags, chains, locality
    // Who must see to it.
    case office, leadUnit, previousLead, proposedUnit, supportingUnits, handler, serviceOfficer
    case dispatchedAt, dispatchedBy, dispatchBasis, sendBackReason
    case receivedByLeadAt, heldByLeadUntil
    case arbitrationAskedAt, arbitratedAt
    // Who must not.
    case complainedUnit, confidential, notAttested
    // How it goes on.
    case plan, nextReportOn, extensionUntil, suspendedBy, minutes, decisions
    case level, levelHolders, card
    // What came of it.
    case result, outcome, reply, reportedAt, grade, trackingProposedAt, trackingApproved
    case evaluation, evaluationSource, linksFrom, closedAt
    case referredTo, restoredBy
    // Which other issues it has to do with.
    case mergedInto, commonIssue, parts, splitFrom
}

extension Attribute {
    /// What is declared of it: the one place that knows.
    var declaration: AttributeDeclaration {
        switch self {
        case .issueClass:
            .init("class", .issueClass, "分类", "class", .placed, by: .both, fills: .issueClass)
        case .category:
            .init("category", .category, "类别", "category", .placed, by: .both, fills: .category)
        case .division:
            .init("division", .division, "属地", "division", .placed, by: .both, fills: .division)
        case .project: .init("project", .project, "项目", "project", fills: .project)
        case .subjectUnit:
            .init(
                "subjectUnit", .unit, "事项单位", "unit concerned", .placed, by: .engine,
                fills: .subjectUnit)
        case .externalReference: .init("externalReference", .text, "外部编号", "external reference")
        case .receivedOn: .init("receivedOn", .date, "原受理日期", "received on")
        case .tags: .init("tags", .texts, "企业标签", "tags", .untold, by: .engine)
        case .chains:
            .init("chains", .texts, "产业链", "chains", .untold, by: .engine, fills: .chains)
        case .locality:
            .init("locality", .unit, "乡镇街道园区", "locality", .untold, by: .engine)
        case .office:
            .init("office", .unit, "活动办", "office", .placed, by: .both, fills: .office)
        case .leadUnit: .init("leadUnit", .unit, "主办", "lead unit", .placed, fills: .leadUnit)
        case .previousLead: .init("previousLead", .unit, "原主办", "lead before", by: .both)
        case .proposedUnit: .init("proposedUnit", .unit, "建议单位", "proposed unit")
        case .supportingUnits:
            .init(
                "supportingUnits", .units, "协办", "supporting units", .placed,
                fills: .supportingUnits)
        case .handler: .init("handler", .person, "承办人", "handler", .placed, fills: .handler)
        case .serviceOfficer:
            .init(
                "serviceOfficer", .person, "服务员", "service officer", .placed, by: .engine,
                fills: .serviceOfficer)
        case .dispatchedAt: .init("dispatchedAt", .instant, "交办时间", "dispatched at")
        case .dispatchedBy: .init("dispatchedBy", .person, "交办人", "dispatched by")
        case .dispatchBasis:
            .init("dispatchBasis", .text, "交办依据", "basis of dispatch", .untold, by: .engine)
        case .sendBackReason: .init("sendBackReason", .text, "退单原因", "sent back for")
        case .receivedByLeadAt:
            .init(
                "receivedByLeadAt", .instant, "主办接件时间", "with the lead since", .hidden,
                by: .engine)
        case .heldByLeadUntil:
            .init(
                "heldByLeadUntil", .instant, "主办交出时间", "with the lead until", .hidden,
                by: .engine)
        case .arbitrationAskedAt:
            .init(
                "arbitrationAskedAt", .instant, "提请裁决时间", "arbitration asked at", .untold,
                by: .both)
        case .arbitratedAt: .init("arbitratedAt", .instant, "裁决时间", "arbitrated at")
        case .complainedUnit:
            .init(
                "complainedUnit", .unit, "被反映单位", "unit complained of", fills: .complainedUnit)
        case .confidential: .init("confidential", .boolean, "保密", "confidential", .placed)
        case .notAttested:
            .init("notAttested", .boolean, "导入未核验", "not attested", .placed, by: .engine)
        case .plan: .init("plan", .plan, "计划", "plan")
        case .nextReportOn: .init("nextReportOn", .date, "下次反馈", "next report on")
        case .extensionUntil: .init("extensionUntil", .date, "申请延至", "extension asked until")
        case .suspendedBy: .init("suspendedBy", .person, "挂起人", "suspended by")
        case .minutes: .init("minutes", .text, "会商纪要", "minutes")
        case .decisions: .init("decisions", .decisions, "议定事项", "decisions")
        case .level:
            .init("level", .number, "提级", "level", .placed, by: .engine, fills: .level)
        case .levelHolders:
            .init(
                "levelHolders", .persons, "提级责任人", "officers named", .hidden, by: .engine,
                fills: .levelHolders)
        case .card: .init("card", .text, "黄红牌", "card", .placed, by: .engine)
        case .result: .init("result", .text, "结果", "result")
        case .outcome: .init("outcome", .results, "成果", "outcome", .placed)
        case .reply: .init("reply", .text, "答复", "reply")
        case .reportedAt: .init("reportedAt", .instant, "申请办结时间", "reported at")
        case .grade: .init("grade", .text, "评级", "grade")
        case .trackingProposedAt:
            .init("trackingProposedAt", .instant, "建议跟踪时间", "tracking proposed at")
        case .trackingApproved: .init("trackingApproved", .text, "长期跟踪", "tracking approved")
        case .evaluation: .init("evaluation", .text, "评价", "evaluation")
        case .evaluationSource: .init("evaluationSource", .text, "评价来源", "evaluated through")
        case .linksFrom:
            .init("linksFrom", .number, "有效链接起号", "links valid from", .hidden, by: .engine)
        case .closedAt: .init("closedAt", .instant, "销号时间", "closed at")
        case .referredTo: .init("referredTo", .text, "移交去向", "referred to")
        case .restoredBy: .init("restoredBy", .person, "恢复人", "restored by")
        case .mergedInto: .init("mergedInto", .issue, "并入", "merged into")
        case .commonIssue: .init("commonIssue", .issue, "共性主件", "common issue")
        case .parts: .init("parts", .number, "拆出件数", "parts split off", by: .engine)
        case .splitFrom: .init("splitFrom", .issue, "拆分自", "split from", by: .engine)
        }
    }
}
