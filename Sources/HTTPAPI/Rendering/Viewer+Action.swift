import APIModel
import Casework
import UseCases

extension Viewer {
    func action(_ done: ActOnIssues.Done) -> ActionAnswer {
        ActionAnswer(
            event: event(done.event, of: done.after), issue: issue(done.after, enterprise: nil),
            newIssues: done.newIssues.isEmpty
                ? nil
                : done.newIssues.map {
                    ActionAnswer.NewIssue(
                        id: $0.id.description, number: $0.number,
                        category: $0.attributes.category, title: $0.narrative.title)
                })
    }
}
