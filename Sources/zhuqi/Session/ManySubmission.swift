import APIModel
import Client
import Languages

/// Sends one action for many issues, through the route that answers each for itself.
struct ManySubmission {
    let action: String
    let issues: [String]
    let assignments: [FieldAssignment]
    let comment: String?
    /// Nil for a fresh one; each issue's key is made of it, so that the same command acts once.
    let key: IdempotencyKey?
    let session: Session

    /// So many issues are looked at to learn what the action asks for.
    private static let mostLooks = 20

    /// Throws: `outcomeUnknown` where no answer came; what is refused of one issue is in the answer.
    func carryOut(
        confirming confirm: (ManySubmission, ActionsAnswer.Item?) throws(StaffError) -> Void
    ) async throws(StaffError) -> Reply<BulkActionAnswer> {
        let item = try await item()
        let forms = item?.fields ?? []
        let standing = StandingUnits(assignments: assignments.named(by: forms))
        let questions = FieldQuestions(console: session.console, language: session.language)
        var fields = try FieldCollection(standing.joined(for: item), forms: forms)
        if let item, key == nil { fields = try questions.complete(fields, for: item.label) }
        try confirm(self, item)
        let key = key ?? .random()
        let action = item?.action ?? action
        var items: [BulkActionBody.Item] = []
        var lines: [String] = []
        var progress = Progress(session.console)
        defer { progress.end() }
        for (place, issue) in issues.enumerated() {
            var own = fields
            if standing.mayConcern {
                progress.tell(
                    session.language(
                        "已看 \(place)/\(issues.count) 件……", "looked at \(place) of \(issues.count) …"
                    ))
                own.take(
                    try FieldCollection(
                        standing.joined(for: try await self.item(of: issue)), forms: forms))
            }
            let ownKey = try text(of: key, for: issue)
            items.append(
                BulkActionBody.Item(
                    issue: issue, action: action, version: .text("*"),
                    key: ownKey, comment: comment, fields: own.values))
            lines.append(line(action, [issue], own, ["--if-match", "*", "--key", ownKey]))
        }
        // What each issue was sent differs: only a line for each says the same again.
        let again =
            standing.mayConcern
            ? lines.joined(separator: "\n")
            : line(action, issues, fields, ["--key", key.text, "--yes"])
        return try await session.writing(repeatWith: again) { () throws(ClientError) in
            try await session.client.act(items)
        }
    }

    /// The first that may be taken now, else the first that there is.
    private func item() async throws(StaffError) -> ActionsAnswer.Item? {
        var first: ActionsAnswer.Item?
        for issue in issues.prefix(Self.mostLooks) {
            let item = try await item(of: issue)
            if let item, item.isAllowed { return item }
            first = first ?? item
        }
        return first
    }

    /// Nil also for an issue that is none: the answer says so in its line.
    private func item(of issue: String) async throws(StaffError) -> ActionsAnswer.Item? {
        do {
            let actions = try await session.client.actions(on: issue).value
            let typed = TypedAction(typed: action)
            return key == nil
                ? typed.item(in: actions)
                : try await typed.pastItem(of: issue, in: actions, at: session.client)
        } catch .problem(let problem) where problem.status == 404 {
            return nil
        } catch {
            throw .client(error)
        }
    }

    private func text(of key: IdempotencyKey, for issue: String) throws(StaffError) -> String {
        guard let own = IdempotencyKey("\(key.text)/\(issue)") else {
            throw .usage(
                zh: "不是问题编号：\(issue)", en: "not the number of an issue: \(issue)")
        }
        return own.text
    }

    private func line(
        _ action: String, _ issues: [String], _ fields: FieldCollection, _ terms: [String]
    ) -> String {
        var words = ["zhuqi", "do", action] + issues
        words += fields.assignments.flatMap { ["--field", $0.argument] }
        words += comment.map { ["--comment", $0] } ?? []
        words += terms + ["--server", session.client.server.description]
        return ShellWord.line(words)
    }
}
