import Casework
import Engine
import Languages
import Workflow
import WorkingTime

/// What a notice asks of whom it goes to: what is owed as it is written, so that nothing is asked for that
/// was done meanwhile.
extension NoticeWriter {
    /// What is owed on an issue, and how it concerns whom a notice goes to.
    struct Duties: Sendable {
        let issue: Issue
        let own: [ConcerningDuty]
        /// None where the receiver does not see the issue.
        let others: [ConcerningDuty]
    }

    /// The values that say what is to be done by when and how, or else who owes what.
    func values(of duties: Duties) -> [String: Any] {
        guard duties.own.isEmpty else {
            return ["todo": duties.own.map { todo($0, on: duties.issue) }]
        }
        return [
            "isForInformation": true,
            "owing": duties.others.map { owing($0.duty, on: duties.issue) },
        ]
    }

    private func todo(_ owed: ConcerningDuty, on issue: Issue) -> [String: Any] {
        let permitted = concern?.permitted(owed.duty.actions, on: issue) ?? []
        let labels = labels(permitted.isEmpty ? owed.duty.actions : permitted, of: issue)
        var values = self.values(of: owed.duty, labels.first, on: issue)
        values["isHelp"] = owed.part == .helps
        values["isInstead"] = owed.part == .substitutes
        values["how"] = permitted.first.map { command(for: $0, on: issue) } ?? false
        let others = permitted.isEmpty ? [] : labels.dropFirst()
        values["others"] = others.isEmpty ? false : language.list(Array(others))
        return values
    }

    private func owing(_ duty: Duty, on issue: Issue) -> [String: Any] {
        var values = self.values(of: duty, labels(duty.actions, of: issue).first, on: issue)
        values["who"] = language.list(
            duty.holders.map { text($0.label(in: world.directory, at: now)) })
        return values
    }

    /// Every flag is said either way: what is not there would be looked for in the whole letter.
    private func values(of duty: Duty, _ action: String?, on issue: Issue) -> [String: Any] {
        let asking = issue.clock(askingFor: duty.slot, dueAt: duty.dueAt).map { label($0, issue) }
        let clock = asking == action ? nil : asking
        return [
            "what": action ?? asking ?? "", "clock": clock ?? false,
            "by": duty.dueAt.map { time($0, of: issue) } ?? "—",
            "isDated": duty.dueAt != nil, "isLate": issue.isOverdue(duty, at: now),
            "isPaused": duty.isPaused, "isBlocked": duty.isBlocked,
        ]
    }

    func labels(_ actions: [String], of issue: Issue) -> [String] {
        actions.map { text(world.definitions.label(ofAction: $0, in: issue.workflow)) }
    }

    func label(_ clock: Clock, _ issue: Issue) -> String {
        definition(issue)?.clock(clock.kind).map { text($0.label) } ?? clock.kind
    }

    func definition(_ issue: Issue) -> WorkflowDefinition? {
        world.definitions.workflow(issue.workflow)?.definition
    }
}

/// What staff type.
extension NoticeWriter {
    /// To see the issue.
    func command(for issue: Issue) -> String { "zhuqi show \(spoken(issue))" + server }

    /// To take an action: by its label, where people read Chinese and no other action has the same.
    func command(for action: String, on issue: Issue) -> String {
        let actions = definition(issue)?.actions ?? []
        let label = actions.first { $0.name == action }?.label.zh
        let same = actions.count { $0.label.zh == label }
        let isWord = label?.unicodeScalars.allSatisfy(\.properties.isAlphabetic) ?? false
        let name = language == .zh && same == 1 && isWord ? label ?? action : action
        return "zhuqi do \(name) \(spoken(issue))" + server
    }

    func spoken(_ issue: Issue) -> String {
        SpokenNumber(on: zone(of: issue).date(at: now)).text(issue.number)
    }

    /// Where zhuqi is not told its server, it asks the one that it was logged in to.
    var server: String { publicAddress.server.map { " --server \($0)" } ?? "" }
}
