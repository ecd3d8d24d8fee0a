import APIModel
import Casework
import Languages
import UseCases
import Workflow

extension Viewer {
    /// An issue whose text is similar to another's.
    func similarIssue(_ issue: Issue, percent: Int) -> ProposalAnswer.Like {
        ProposalAnswer.Like(
            number: issue.number, title: issue.narrative.title, stateLabel: stateLabel(of: issue),
            isOpen: world.definitions.isOpen(issue),
            createdAt: time(issue.createdAt, zone(of: issue)),
            likeness: percent)
    }

    func similarIssues(_ issues: [SimilarIssue]) -> [ProposalAnswer.Like] {
        issues.map { similarIssue($0.issue, percent: $0.percent) }
    }

    func needs(_ findings: CommonNeeds.Findings) -> CommonNeedsAnswer {
        let similarity = world.routing.similarity
        var answer = CommonNeedsAnswer(
            atLeast: similarity.enterprises, days: similarity.days,
            items: findings.needs.map { need in
                CommonNeedsAnswer.Need(
                    category: need.category,
                    categoryLabel: label(world.definitions.label(ofCategory: need.category)),
                    enterprises: need.enterpriseCount, lead: similarIssue(need.lead, percent: 100),
                    others: similarIssues(need.others))
            })
        answer.comparedOnly = findings.comparedOnly
        return answer
    }

    func stateLabel(of issue: Issue) -> LabelAnswer {
        stateLabel(issue.state, of: issue)
    }

    func stateLabel(_ state: String, of issue: Issue) -> LabelAnswer {
        label(
            world.definitions.label(ofState: state, in: issue.workflow)
                ?? Label(zh: state, en: state))
    }
}
