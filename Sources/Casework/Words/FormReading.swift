import Languages
import Workflow
import WorkingTime

/// Reads one value by the form of its field; what it can't read stays as it is.
struct FormReading: Sendable {
    let definition: WorkflowDefinition
    let directory: Directory
    let at: Instant
    let dates: SpokenDate?

    func value(_ sent: FieldValue, _ field: FieldDefinition) -> FieldValue {
        switch field.form {
        case .text, .evidence, .needs, .results: sent
        case .units: list(sent) { named($0, meaning: unit) }
        case .plan: list(sent, step)
        case .decisions: list(sent, step)
        case .newIssues: newIssues(sent).value
        case .count: sent.text.flatMap { WrittenAmount($0)?.whole }.map { .integer($0) } ?? sent
        case .boolean: sent.text.flatMap(Self.boolean).map { .boolean($0) } ?? sent
        case .date: date(sent)
        case .issue: sent.text.map { .text(IssueNumber.whole($0, in: year)) } ?? sent
        case .choice: named(sent) { field.choiceWords?.meaning(of: $0) }
        case .unit: named(sent, meaning: unit)
        case .person: named(sent) { directory.meaning(ofPerson: $0, at: at) }
        case .division: named(sent, meaning: directory.meaning(ofDivision:))
        case .project: named(sent, meaning: directory.meaning(ofProject:))
        case .issueClass: named(sent, meaning: definition.classWords.meaning)
        case .category: named(sent, meaning: definition.categoryWords.meaning)
        case .state: named(sent, meaning: definition.stateWords.meaning)
        }
    }

    /// Reads a value that a category types.
    func value(_ sent: FieldValue, _ kind: ValueDefinition.Kind) -> FieldValue {
        guard !FieldIdentity.holds(sent, kind), let text = sent.text else { return sent }
        return switch kind {
        case .date: date(sent)
        case .quantity(let quantity): WrittenAmount(text, of: quantity)?.value ?? sent
        case .text: sent
        }
    }

    /// The year in which numbers of issues are meant that name none; nothing is understood without one.
    private var year: Int { dates?.today.year ?? 0 }

    private func unit(_ word: String) -> Vocabulary.Meaning {
        directory.meaning(ofUnit: word, at: at)
    }

    private func named(
        _ sent: FieldValue, meaning: (String) -> Vocabulary.Meaning?
    ) -> FieldValue {
        guard let word = sent.text, case .name(let name)? = meaning(word) else { return sent }
        return .text(name)
    }

    private func date(_ sent: FieldValue) -> FieldValue {
        guard let text = sent.text, let date = dates?.date(text) else { return sent }
        return .text(date.description)
    }

    private static func boolean(_ word: String) -> Bool? {
        switch PlainWord.of(word) {
        case "是", "有", "yes", "true", "y": true
        case "否", "无", "不", "no", "false", "n": false
        default: nil
        }
    }

    /// No list of more is taken; to find what each of its words means would cost for nothing.
    private static let longestList = 60

    private func list(_ sent: FieldValue, _ item: (FieldValue) -> FieldValue) -> FieldValue {
        guard let values = sent.list, values.count <= Self.longestList else { return sent }
        return .list(values.map(item))
    }

    /// A step of a plan, or a decision with its unit.
    private func step(_ sent: FieldValue) -> FieldValue {
        guard var step = sent.object else { return sent }
        step["on"] = step["on"].map(date)
        step[FieldValue.leadUnitKey] = step[FieldValue.leadUnitKey].map { named($0, meaning: unit) }
        return .object(step)
    }

    /// Reads each issue of a list, with where its needs were sent.
    func newIssues(_ sent: FieldValue) -> (value: FieldValue, sentAt: [String: String]) {
        guard let issues = sent.list, issues.count <= Self.longestList else { return (sent, [:]) }
        var sentAt: [String: String] = [:]
        let read = issues.enumerated().map { place, issue in
            let read = newIssue(issue)
            for (name, sentName) in read.sentAt {
                sentAt["\(place)/\(NewIssueNeeds.key)/\(name)"] =
                    "\(place)/\(NewIssueNeeds.key)/\(sentName)"
            }
            return read.value
        }
        return (.list(read), sentAt)
    }

    private func newIssue(_ sent: FieldValue) -> (value: FieldValue, sentAt: [String: String]) {
        guard var issue = sent.object else { return (sent, [:]) }
        let key = Attribute.category.name
        let category = issue[key].map { named($0, meaning: definition.categoryWords.meaning) }
        issue[key] = category
        guard let types = category?.text.flatMap(definition.category)?.needs,
            let needs = issue[NewIssueNeeds.key]?.object
        else { return (.object(issue), [:]) }
        let typed = typed(needs, types)
        issue[NewIssueNeeds.key] = .object(typed.values)
        return (.object(issue), typed.sentAt)
    }

    /// Reads values that a category types, by their names or by what people call them.
    func typed(
        _ sent: [String: FieldValue], _ types: [ValueDefinition]
    ) -> WordReading.Understood {
        let words = ValueDefinition.words(of: types)
        guard sent.count <= 2 * types.count else { return WordReading.Understood(values: sent) }
        var result = WordReading.Understood()
        for name in sent.keys.sorted() {
            let known = types.contains { $0.name == name } ? nil : words.name(of: name)
            let isTaken = known.map { sent[$0] != nil || result.values[$0] != nil } ?? true
            let own = isTaken ? name : known ?? name
            if own != name { result.sentAt[own] = JSONPointer.path([name]) }
            let kind = types.first { $0.name == own }?.kind
            result.values[own] = sent[name].map { value in
                kind.map { self.value(value, $0) } ?? value
            }
        }
        return result
    }
}

extension ValueDefinition {
    /// What a category calls the values that it types.
    static func words(of types: [ValueDefinition]) -> Vocabulary {
        Vocabulary(types.map { .init(name: $0.name, label: $0.label) })
    }
}
