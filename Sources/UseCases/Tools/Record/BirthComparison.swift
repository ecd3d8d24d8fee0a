import Casework
import Languages
import Workflow
import WorkingTime

/// Compares what never changes of a stored issue with its first event.
struct BirthComparison {
    let differences: [Label]

    init(of stored: Issue, with first: IssueEvent) {
        var differences: [Label] = []
        func compare(_ zh: String, _ en: String, _ isSame: Bool) {
            guard !isSame else { return }
            differences.append(
                Label(zh: "\(zh)与第一笔历史不符", en: "\(en) differs from the first event"))
        }
        compare("登记时间", "instant of filing", stored.createdAt == first.at)
        let parent = first.body.set.attributes[.splitFrom]?.text
        if let parent { compare("编号", "number", stored.number.hasPrefix(parent + ".")) }
        if let birth = first.body.birth {
            compare("诉求单", "case", stored.caseID == birth.caseID)
            compare("企业", "enterprise", stored.enterprise == birth.enterprise)
            compare("登记人", "filer", stored.filer == birth.filer)
            compare("编号", "number", stored.number.hasSuffix(birth.number))
        } else if parent == nil {
            // Before births were recorded; a part has the filer of what it was split from.
            compare("登记人", "filer", stored.filer == first.by.person)
        }
        self.differences = differences
    }
}
