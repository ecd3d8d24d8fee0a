package import Workflow
package import WorkingTime

/// Attributes by the kind that is declared of them; asked for by another, none.
extension Attributes {
    package func text(_ attribute: Attribute) -> String? {
        assert(attribute.kind.recordedForm == .text)
        return self[attribute]?.text
    }

    package func texts(_ attribute: Attribute) -> [String] {
        assert(attribute.kind.recordedForm == .texts)
        return self[attribute]?.list?.compactMap(\.text) ?? []
    }

    /// Nil where it is not set.
    package func number(_ attribute: Attribute) -> Int? {
        assert(attribute.kind == .number)
        return self[attribute]?.integer.map(Int.init)
    }

    package func isTrue(_ attribute: Attribute) -> Bool {
        assert(attribute.kind == .boolean)
        return self[attribute]?.boolean ?? false
    }

    /// Nil where it is not set.
    package func instant(_ attribute: Attribute) -> Instant? {
        assert(attribute.kind == .instant)
        guard let text = self[attribute]?.text else { return nil }
        do { return try Instant(rfc3339: text) } catch { return nil }
    }

    package func person(_ attribute: Attribute) -> PersonID? {
        assert(attribute.kind == .person)
        return self[attribute]?.integer.map(PersonID.init)
    }

    package func persons(_ attribute: Attribute) -> [PersonID] {
        assert(attribute.kind == .persons)
        return self[attribute]?.list?.compactMap { $0.integer.map(PersonID.init) } ?? []
    }

    /// What came of the issue, as its category types it.
    package func results(_ attribute: Attribute) -> [String: FieldValue]? {
        assert(attribute.kind == .results)
        return self[attribute]?.object
    }
}

extension Attributes {
    package var issueClass: String? { text(.issueClass) }
    package var category: String { text(.category) ?? "" }
    package var division: String { text(.division) ?? "" }
    /// Codes of units, not ids: they stay readable in the record and survive renaming.
    package var leadUnit: String? { text(.leadUnit) }
    package var supportingUnits: [String] { texts(.supportingUnits) }
    package var office: String? { text(.office) }
    package var handler: PersonID? { person(.handler) }
    /// Since when the lead unit has the issue.
    package var leadSince: Instant? { instant(.receivedByLeadAt) }
    /// The township, street or park that the enterprise lies in; a code of a unit.
    package var locality: String? { text(.locality) }
    /// Tags of the enterprise when the issue was filed.
    package var tags: [String] { texts(.tags) }
    /// Codes of the enterprise's industrial chains when the issue was filed.
    package var chains: [String] { texts(.chains) }
    /// A code of a project.
    package var project: String? { text(.project) }
    /// Who was named when the escalation level was reached, and for whom they stood in.
    package var levelHolders: [PersonID] { persons(.levelHolders) }
    /// The code of the unit that the issue is about, which is not one that it complains about.
    package var subjectUnit: String? { text(.subjectUnit) }
    package var complainedUnit: String? { text(.complainedUnit) }
    /// The number of the issue that goes on for both, where this one was merged.
    package var mergedInto: String? { text(.mergedInto) }
    /// The number of the issue that this one belongs to.
    package var commonIssue: String? { text(.commonIssue) }

    /// Tells whether whoever may read an issue with these may read one with the others.
    func haveReaders(of others: Attributes) -> Bool {
        isConfidential == others.isConfidential && complainedUnit == others.complainedUnit
    }

    /// An issue that complains about a unit always is.
    package var isConfidential: Bool { complainedUnit != nil || isTrue(.confidential) }
    /// False where the issue was taken over from a ledger. Term: 导入未核验.
    package var isAttested: Bool { !isTrue(.notAttested) }
    /// The escalation level, 0 to 6. Term: 提级.
    package var level: Int { number(.level) ?? 0 }
    package var card: String? { text(.card) }
}
