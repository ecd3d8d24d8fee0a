import Casework
import Workflow
import WorkingTime

/// Compares what never changes of a stored issue with its first event.
struct BirthComparison {
    let differences: [String]

    init(of stored: Issue, with first: IssueEvent) {
        var differences: [String] = []
        func compare(_ name: String, _ isSame: Bool) {
            if !isSame { differences.append("\(name) differs from the first event") }
        }
        compare("instant of filing", stored.createdAt == first.at)
        let parent = first.body.set.attributes[.splitFrom]?.text
        if let parent { compare("number", stored.number.hasPrefix(parent + ".")) }
        if let birth = first.body.birth {
            compare("case", stored.caseID == birth.caseID)
            compare("enterprise", stored.enterprise == birth.enterprise)
            compare("filer", stored.filer == birth.filer)
            compare("number", stored.number.hasSuffix(birth.number))
        } else if parent == nil {
            // Before births were recorded; a part has the filer of what it was split from.
            compare("filer", stored.filer == first.by.person)
        }
        self.differences = differences
    }
}
