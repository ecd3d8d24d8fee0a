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
        let actions = try await known { () throws(ClientError) in
            try await session.client.actions(on: issue).value
        }
        let item = try item(in: actions)
        let given = try FieldCollection(joined(for: item), forms: item?.fields ?? [])
        let fields =
            key == nil
            ? try FieldQuestions(console: session.console, language: session.language)
                .complete(given, for: action)
            : given
        return try await send(fields, version ?? .exactly(actions.version))
    }

    /// Puts the units that were typed as an addition beside those that are proposed or there already;
    /// whoever names the lead alone keeps them likewise.
    private func joined(for item: ActionsAnswer.Item?) -> [FieldAssignment] {
        let lead = assignments.first { $0.name == Shorthand.lead.field }?.text
        var joined = assignments
        for field in item?.fields ?? [] {
            guard let standing = field.standing?.filter({ $0 != lead }) else { continue }
            let own = assignments.filter { $0.name == field.name }
            let isLeadAlone = own.isEmpty && lead != nil
            guard isLeadAlone || own.contains(where: { $0.joining == .adding }) else { continue }
            let added = own.flatMap { FieldForm.codes($0.text) }.filter { !standing.contains($0) }
            let units = standing + added
            joined.removeAll { $0.name == field.name }
            joined.append(
                FieldAssignment(name: field.name, text: units.joined(separator: ",")))
        }
        return joined
    }

    /// Throws: `usage` for an action that does not exist, `notAllowed` for one that can't be now.
    private func item(in actions: ActionsAnswer) throws(StaffError) -> ActionsAnswer.Item? {
        let item = actions.items.first { $0.action == action }
        guard key == nil else { return item }
        let allowed = actions.items.filter(\.isAllowed).map(\.action)
        guard let item else {
            let names = allowed.joined(separator: ", ")
            throw .usage(
                session.language(
                    "没有动作 \(action)；现在可办：\(names)", "no action \(action); possible now: \(names)"
                ).plain)
        }
        guard item.isAllowed else { throw .notAllowed(item, allowed: allowed) }
        return item
    }

    private func send(
        _ fields: FieldCollection, _ version: ExpectedVersion
    ) async throws(StaffError) -> Reply<ActionAnswer> {
        let key = self.key ?? .random()
        let body = ActionBody(action: action, comment: comment, fields: fields.values)
        do {
            return try await session.client.act(body, on: issue, expecting: version, key: key)
        } catch .unreachable(let reason) {
            throw .outcomeUnknown(reason: reason, repeatWith: repetition(fields, version, key))
        } catch .problem(let problem) where problem.status == 412 {
            throw await stale(version) ?? .client(.problem(problem))
        } catch {
            throw .client(error)
        }
    }

    /// The command line that sends the same again, whatever was asked or read from files.
    private func repetition(
        _ fields: FieldCollection, _ version: ExpectedVersion, _ key: IdempotencyKey
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
