import APIModel
import Casework
import UseCases

extension Viewer {
    func action(_ done: ActOnIssues.Done) -> ActionAnswer {
        answer(done) { $0.description }
    }

    /// What an action would do: new issues have no ids yet.
    func preview(_ done: ActOnIssues.Done) -> ActionAnswer {
        answer(done) { _ in nil }
    }

    private func answer(
        _ done: ActOnIssues.Done, _ id: (IssueID) -> String?
    ) -> ActionAnswer {
        ActionAnswer(
            event: event(done.event, of: done.after), issue: issue(done.after, enterprise: nil),
            newIssues: done.newIssues.isEmpty
                ? nil
                : done.newIssues.map {
                    ActionAnswer.NewIssue(
                        id: id($0.id), number: $0.number,
                        category: $0.attributes.category, title: $0.narrative.title)
                })
    }
}
