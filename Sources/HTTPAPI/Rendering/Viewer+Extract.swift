import APIModel
import APIText
import Casework
import UseCases
import WorkingTime

extension Viewer {
    func issue(_ extract: IssueExtract) -> IssueAnswer {
        var answer = issue(
            extract.issue, enterprise: extract.enterprise,
            phone: extract.showsPhone ? .full : .masked,
            proposal: extract.proposal.map(proposal))
        if extract.memberCount > 0 { answer.memberCount = extract.memberCount }
        answer.confidentialNumber = extract.confidentialNumber
        return answer
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
