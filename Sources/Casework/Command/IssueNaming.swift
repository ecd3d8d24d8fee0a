package import Languages

/// Says whether the issue whose number a field gives may stand there, or why not.
package enum IssueNaming: Hashable, Sendable {
    case fit
    case itself
    case ended
    case ofOtherCampaign
    case ofOtherCategory
    case confidential
    case underAnother
    /// It is merged with one of another enterprise; `instead` is what people call the action for that.
    case ofOtherEnterprise(instead: Label?)
    /// It is merged with one that is about another project or unit, or of another workflow.
    case ofOtherSubject
    /// Whoever may read the one must not read the other.
    case ofOtherReaders
    /// The version of the workflow that it runs on could not take what is to reach it.
    case ofOlderVersion
    /// The issue itself runs on a version that would tell the other one nothing.
    case fromOlderVersion

    /// What is wrong, after the name of the field; nil where nothing is.
    var problem: Label? {
        switch self {
        case .fit: nil
        case .itself:
            Label(
                zh: "须为另一问题的编号：这是该问题本身",
                en: "must be the number of another issue: this is the issue itself")
        case .ended:
            Label(
                zh: "须为未终结问题的编号：该问题已终结",
                en: "must be the number of an open issue: this one has ended")
        case .ofOtherCampaign:
            Label(zh: "须为同一专项的问题", en: "must be an issue of the same campaign")
        case .ofOtherCategory:
            Label(zh: "须为同一诉求类别的问题", en: "must be an issue of the same category")
        case .confidential:
            Label(
                zh: "须为公开的问题：该问题保密或反映某单位",
                en: "must be a public issue: this one is confidential, or complains of a unit")
        case .underAnother:
            Label(
                zh: "须为共性问题主件：该问题已纳入另一主件，请填其主件",
                en: "must be an issue that belongs to none itself: name the one above it")
        case .ofOtherSubject:
            Label(
                zh: "须为事项对象相同的问题", en: "must be an issue that is about the same")
        case .ofOtherEnterprise(let instead): Self.otherEnterprise(instead)
        case .ofOlderVersion:
            Label(
                zh: "须为按现行版本流程办理的问题：该问题仍按旧版办理，请先将其迁移至新版",
                en: "must be an issue that runs on the newest version of its procedure: this one "
                    + "does not, have it moved to that first")
        case .fromOlderVersion:
            Label(
                zh: "暂不能填：本问题仍按旧版流程办理，请先将其迁移至新版",
                en: "can't be given yet: this issue runs on an older version of its procedure, "
                    + "have it moved to the newest first")
        case .ofOtherReaders:
            Label(
                zh: "须为保密情况、被反映单位均相同的问题：两者可查阅的人员不同",
                en: "must be as confidential and complain of the same unit: the two have different "
                    + "readers")
        }
    }

    private static func otherEnterprise(_ instead: Label?) -> Label {
        Label(
            zh: "须为同一企业的问题"
                + (instead.map { "；多家企业的同一事项属共性问题，请用“\($0.zh)”" } ?? ""),
            en: "must be an issue of the same enterprise"
                + (instead.map {
                    "; the same matter of several enterprises is a common issue: use “\($0.en)”"
                } ?? ""))
    }
}
