import APIModel
import APIText
import Casework
import UseCases
import Workflow
import WorkingTime

extension Viewer {
    func issue(_ extract: IssueExtract) -> IssueAnswer {
        var answer = issue(
            extract.issue, enterprise: extract.enterprise,
            phone: extract.showsPhone ? .full : .masked,
            proposal: extract.proposal.map(proposal))
        if extract.memberCount > 0 { answer.memberCount = extract.memberCount }
        answer.confidentialNumber = extract.confidentialNumber
        answer.duties = extract.duties.map(duty)
        name(extract.issue, in: &answer)
        return answer
    }

    /// Adds what people call what the answer holds by codes and logins.
    private func name(_ issue: Issue, in answer: inout IssueAnswer) {
        let attributes = issue.attributes
        let definition = world.definitions.workflow(issue.workflow)?.definition
        answer.classLabel = attributes.issueClass.flatMap { definition?.issueClass($0) }
            .map { label($0.label) }
        answer.categoryLabel = label(world.definitions.label(ofCategory: attributes.category))
        answer.divisionLabel = world.directory.division(attributes.division)
            .map { label($0.name) }
        answer.names = unitNames(in: attributes.recorded, at: at)
    }

    private func proposal(_ proposal: Proposal) -> IssueAnswer.Proposal {
        IssueAnswer.Proposal(
            lead: unit(proposal.lead?.code),
            supporting: proposal.supporting.compactMap { unit($0.code) },
            explanation: text(proposal.explanation))
    }

    /// Tells how the deadline of a clock came about, stretch by stretch.
    func explanation(_ course: ClockCourse, of issue: Issue) throws -> ClockExplanation {
        let (clock, calendar) = (course.clock, course.calendar)
        let segments = try calendar.segments(from: clock.startedAt, to: course.end, clock.pauses)
        let days = calendar.workingDaysByDate(
            from: clock.startedAt, to: course.end, clock.pauses)
        return ClockExplanation(
            issue: issue.number, clock: self.clock(clock, of: issue),
            segments: segments.map { .init($0, on: calendar, in: language) },
            workingDays: days.reduce(into: [:]) { $0["\($1.key)"] = $1.value })
    }
}
