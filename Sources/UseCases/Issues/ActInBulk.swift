package import Casework
package import Store

/// Takes many actions: those on one issue after each other as given, the others at once, so that they
/// share batches. What is wrong with one touches no other.
package struct ActInBulk: Sendable {
    /// One of many actions, found well-formed.
    package struct Item: Sendable {
        package let intent: ActOnIssues.Intent
        package let terms: ActOnIssues.Terms

        package init(_ intent: ActOnIssues.Intent, _ terms: ActOnIssues.Terms) {
            self.intent = intent
            self.terms = terms
        }
    }

    package static let mostItems = 500
    /// How many go at once: as many as two batches hold.
    private static let mostAtOnce = 256

    private let actions: ActOnIssues
    private let issues: IssueRecords

    package init(_ actions: ActOnIssues, records: Records) {
        self.actions = actions
        issues = records.issues
    }

    /// Carries out as many actions as there are places in `issues`, and gives an answer for each, in
    /// their order.
    ///
    /// - Parameters:
    ///   - issues: what each is on; nil where that can be no issue.
    ///   - item: reads the one at a place; what it throws is that one's fault alone.
    ///   - answer: words what the one at a place came to.
    /// - Throws: `InputFault`; `StoreFailure` where it can't be found out which are on one issue:
    ///   nothing was done.
    package func act<Answer: Sendable>(
        on issues: [IssueReference?], by principal: Principal,
        reading item: @escaping @Sendable (_ place: Int) throws -> Item,
        answering answer:
            @escaping @Sendable (_ place: Int, Result<ActOnIssues.Done, any Error>) -> Answer
    ) async throws -> [Answer] {
        guard (1...Self.mostItems).contains(issues.count) else {
            throw InputFault.invalid(
                "/items", zh: "须有1至\(Self.mostItems)项", en: "must hold 1 to \(Self.mostItems) items"
            )
        }
        return await inLines(ItemLines(try await told(issues)).lines) { place in
            answer(place, await done(item, at: place, on: issues[place], by: principal))
        }
    }

    private func done(
        _ item: @Sendable (Int) throws -> Item, at place: Int, on issue: IssueReference?,
        by principal: Principal
    ) async -> Result<ActOnIssues.Done, any Error> {
        do {
            let item = try item(place)
            guard let issue else { throw Refusal.unknownIssue }
            return .success(
                try await actions.act(item.intent, on: issue, by: principal, item.terms))
        } catch {
            return .failure(error)
        }
    }

    private func inLines<Answer: Sendable>(
        _ all: [[Int]], _ answer: @escaping @Sendable (Int) async -> Answer
    ) async -> [Answer] {
        var lines = all[...]
        var answered: [(place: Int, answer: Answer)] = []
        await withTaskGroup(of: [(place: Int, answer: Answer)].self) { group in
            func begin() {
                guard let line = lines.popFirst() else { return }
                group.addTask {
                    var answered: [(place: Int, answer: Answer)] = []
                    for place in line { answered.append((place, await answer(place))) }
                    return answered
                }
            }
            for _ in 0..<Self.mostAtOnce { begin() }
            while let line = await group.next() {
                answered += line
                begin()
            }
        }
        return answered.sorted { $0.place < $1.place }.map(\.answer)
    }

    /// Tells apart what is told apart by a look alone; where some name issues by id and others by number,
    /// it takes a trip to know which of them are one.
    private func told(_ references: [IssueReference?]) async throws -> [IssueReference?] {
        var numbers: Set<String> = []
        for case .number(let number)? in references { numbers.insert(number) }
        let hasID = references.contains { if case .id? = $0 { true } else { false } }
        guard hasID, !numbers.isEmpty else { return references }
        let found = try await issues.issueIDs(numbers: numbers.sorted())
        return references.map { reference in
            guard case .number(let number)? = reference, let id = found[number] else {
                return reference
            }
            return .id(id)
        }
    }
}

/// The places of the items on each issue; what is on none stands alone.
private struct ItemLines {
    private(set) var lines: [[Int]] = []

    init(_ issues: [IssueReference?]) {
        var lineOfIssue: [IssueReference: Int] = [:]
        for (place, issue) in issues.enumerated() {
            if let issue, let line = lineOfIssue[issue] {
                lines[line].append(place)
            } else {
                if let issue { lineOfIssue[issue] = lines.count }
                lines.append([place])
            }
        }
    }
}
