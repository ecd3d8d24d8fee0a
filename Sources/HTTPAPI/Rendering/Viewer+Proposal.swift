import APIModel
import Casework
import UseCases

extension Viewer {
    func proposal(_ proposed: Propose.Proposed) -> ProposalAnswer {
        var answer = ProposalAnswer(
            category: proposed.category,
            categoryLabel: label(world.definitions.label(ofCategory: proposed.category)),
            guesses: proposed.guesses.prefix(5).map {
                .init(
                    category: $0.category,
                    label: label(world.definitions.label(ofCategory: $0.category)),
                    score: $0.score, words: $0.words)
            },
            division: proposed.division, lead: unit(proposed.units.lead?.code),
            supporting: proposed.units.supporting.compactMap { unit($0.code) },
            steps: proposed.units.steps.map(text),
            duplicates: similarIssues(proposed.duplicates.shown),
            common: common(proposed.common))
        answer.moreDuplicates = proposed.duplicates.more
        return answer
    }

    private func common(_ found: SharedNeed) -> ProposalAnswer.Common {
        let similarity = world.routing.similarity
        var common = ProposalAnswer.Common(
            enterprises: found.enterpriseCount, atLeast: similarity.enterprises,
            days: similarity.days, isCommon: found.enterpriseCount >= similarity.enterprises,
            issues: similarIssues(found.issues.shown))
        common.more = found.issues.more
        common.comparedOnly = found.comparedOnly
        return common
    }
}
