import APIModel
import Client
import Languages

/// Sends one action: asks the server which fields it has, gathers their values, sends them.
struct ActionSubmission {
    let action: String
    let issue: String
    let assignments: [FieldAssignment]
    let comment: String?
    /// Nil for the issue's present version.
    let version: ExpectedVersion?
    /// Nil for a fresh one; one that was given may have been used, so the server is always asked.
    let key: IdempotencyKey?
    let session: Session

    func carryOut() async throws(StaffError) -> Reply<ActionAnswer> {
        let prepared = try await prepared()
        return try await send(prepared.action, prepared.fields, prepared.version)
    }

    /// Asks what it would come to; nothing is done.
    func preview() async throws(StaffError) -> Reply<ActionAnswer> {
        let prepared = try await prepared()
        let body = ActionBody(
            action: prepared.action, comment: comment, fields: prepared.fields.values)
        return try await known { () throws(ClientError) in
            try await session.client.preview(body, on: issue, expecting: prepared.version)
        }
    }

    private struct Prepared {
        let action: String
        let fields: FieldCollection
        let version: ExpectedVersion
    }

    private func prepared() async throws(StaffError) -> Prepared {
        let actions = try await known { () throws(ClientError) in
            try await session.client.actions(on: issue).value
        }
        let typed = TypedAction(typed: action)
        let item =
            key == nil
            ? try typed.possibleItem(in: actions)
            : try await known { () throws(ClientError) in
                try await typed.pastItem(of: issue, in: actions, at: session.client)
            }
        let standing = StandingUnits(assignments: assignments.named(by: item?.fields ?? []))
        let given = try FieldCollection(standing.joined(for: item), forms: item?.fields ?? [])
        return Prepared(
            action: item?.action ?? action,
            fields: try completed(given, for: item, on: actions),
            version: version ?? .exactly(actions.version))
    }

    /// Asks for what is missing, below what the issue is about. The issue itself is not read for that: who
    /// reads it reads the enterprise's telephone number, too.
    ///
    /// What the list does not name goes as it was typed: why it can't be is the server's to say.
    private func completed(
        _ given: FieldCollection, for item: ActionsAnswer.Item?, on issue: ActionsAnswer
    ) throws(StaffError) -> FieldCollection {
        guard let item, key == nil else { return given }
        if !given.missing.isEmpty, session.console.isInteractive {
            let about = [issue.number ?? self.issue, issue.title].compactMap(\.self)
            session.console.warn(lines: [about.joined(separator: "  ").plain])
        }
        return try FieldQuestions(console: session.console, language: session.language)
            .complete(given, for: item.label)
    }

    private func send(
        _ action: String, _ fields: FieldCollection, _ version: ExpectedVersion
    ) async throws(StaffError) -> Reply<ActionAnswer> {
        let key = self.key ?? .random()
        let body = ActionBody(action: action, comment: comment, fields: fields.values)
        do {
            return try await session.writing(
                repeatWith: repetition(action, fields, version, key)
            ) { () throws(ClientError) in
                try await session.client.act(body, on: issue, expecting: version, key: key)
            }
        } catch .client(.problem(let problem)) where problem.status == 412 {
            throw await stale(version) ?? .client(.problem(problem))
        }
    }

    /// The command line that sends the same again, whatever was asked or read from files.
    private func repetition(
        _ action: String, _ fields: FieldCollection, _ version: ExpectedVersion,
        _ key: IdempotencyKey
    ) -> String {
        var words = ["zhuqi", "do", action, issue]
        words += fields.assignments.flatMap { ["--field", $0.argument] }
        words += comment.map { ["--comment", $0] } ?? []
        words += ["--if-match", version.argument, "--key", key.text]
        return ShellWord.line(words + ["--server", session.client.server.description])
    }

    /// Nil where the history can't be read either.
    private func stale(_ version: ExpectedVersion) async -> StaffError? {
        guard case .exactly(let version) = version else { return nil }
        let pages = AllPages { cursor throws(ClientError) in
            try await session.client.events(of: issue, cursor: cursor, limit: 200)
        }
        do {
            let notice = StaleNotice(
                issue: issue, events: try await pages.read().items, version: version,
                language: session.language, canvas: session.console.canvas)
            return .stale(notice.lines.joined(separator: "\n"))
        } catch {
            return nil
        }
    }

    private func known<Value>(
        _ call: () async throws(ClientError) -> Value
    ) async throws(StaffError) -> Value {
        do {
            return try await call()
        } catch {
            throw .client(error)
        }
    }
}
