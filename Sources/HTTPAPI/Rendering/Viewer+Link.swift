import APIModel
import Casework
import Languages
import UseCases
import Workflow
import WorkingTime

extension Viewer {
    /// What an enterprise is shown through its link.
    func status(_ view: LinkView) -> LinkStatus {
        let issue = view.issue
        return status(
            of: issue, actions: view.offers.map(\.deed.word),
            forms: view.offers.map {
                option($0.option, on: issue, called: $0.deed.word.rawValue)
            },
            progress: view.steps.map { step($0, issue) },
            handledIn: view.successor.map { successor($0, Self.merged) },
            parts: view.parts.isEmpty
                ? nil : view.parts.map { successor($0, Self.splitOff) })
    }

    func status(
        of issue: Issue, actions: [LinkDeed] = [], forms: [ActionsAnswer.Item]? = nil,
        progress: [LinkStatus.Step]? = nil, handledIn: LinkStatus.Successor? = nil,
        parts: [LinkStatus.Successor]? = nil
    ) -> LinkStatus {
        LinkStatus(
            number: issue.number, title: issue.narrative.title, state: issue.state,
            stateLabel: stateLabel(of: issue), leadUnit: unit(issue.attributes.leadUnit)?.name,
            reply: world.definitions.reply(to: issue),
            dueAt: world.definitions.resolution(of: issue).map { time($0.dueAt, zone(of: issue)) },
            actions: actions, forms: forms, progress: progress, handledIn: handledIn, parts: parts,
            version: issue.sequence)
    }

    private func step(_ step: LinkStep, _ issue: Issue) -> LinkStatus.Step {
        LinkStatus.Step(
            at: time(step.at, zone(of: issue)),
            label: label(world.definitions.label(ofAction: step.action, in: issue.workflow)),
            stateLabel: stateLabel(step.state, of: issue), text: step.text)
    }

    /// What a link shows of an issue that its own is handled in.
    private func successor(
        _ issue: Issue, _ words: (Issue) -> Label
    ) -> LinkStatus.Successor {
        LinkStatus.Successor(
            number: issue.number, title: issue.narrative.title, state: issue.state,
            stateLabel: stateLabel(of: issue), leadUnit: unit(issue.attributes.leadUnit)?.name,
            reply: world.definitions.reply(to: issue),
            dueAt: world.definitions.resolution(of: issue).map { time($0.dueAt, zone(of: issue)) },
            text: text(words(issue)))
    }

    private static func merged(_ issue: Issue) -> Label {
        Label(
            zh: "您反映的这件事与贵单位的 \(issue.number)“\(issue.narrative.title)”是同一件，已合并办理；"
                + "进展和答复见该件。",
            en: "This is the same matter as your \(issue.number), "
                + "“\(issue.narrative.title)”, and is handled in it: see how that one goes.")
    }

    private static func splitOff(_ issue: Issue) -> Label {
        Label(
            zh: "您反映的事项中，“\(issue.narrative.title)”已拆分为 \(issue.number) 单独办理，另有链接。",
            en: "Of what you asked, “\(issue.narrative.title)” is handled by itself as "
                + "\(issue.number), which has a link of its own.")
    }
}
