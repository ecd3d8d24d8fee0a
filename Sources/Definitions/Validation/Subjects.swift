import Languages
import Workflow

/// Requires that a workflow whose issues are about no enterprise asks nothing of one, and that nothing
/// sets what the filing says an issue is about.
enum Subjects: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        guard draft.subject != .enterprise else { return }
        for state in draft.states where state.definition.kind == .waiting {
            refuse(
                Label(
                    zh: "在状态“\(state.name.value)”由企业办",
                    en: "in the state `\(state.name.value)` an enterprise acts"), state.name.place,
                draft,
                log)
        }
        for clock in draft.clocks where clock.definition.party == .enterprise {
            refuse(
                Label(
                    zh: "时限“\(clock.kind.value)”为企业计时",
                    en: "the clock `\(clock.kind.value)` runs for an enterprise"), clock.kind.place,
                draft,
                log)
        }
        for action in draft.actions {
            checkRights(of: action, draft, log)
            checkEffects(of: action, draft, log)
            if draft.subject == .project { checkProject(in: action, log) }
        }
    }

    private static func checkRights(
        of action: ActionDraft, _ draft: WorkflowDraft, _ log: FaultLog
    ) {
        for right in action.rights {
            let name = action.name.value
            if right.value.role == .enterprise {
                refuse(
                    Label(zh: "企业做“\(name)”", en: "an enterprise takes `\(name)`"), right.place,
                    draft, log)
            }
            if right.value.relation == .pairedOfficer, draft.subject != .project {
                refuse(
                    Label(zh: "包联人做“\(name)”", en: "whoever is paired takes `\(name)`"),
                    right.place, draft, log)
            }
        }
    }

    private static func checkEffects(
        of action: ActionDraft, _ draft: WorkflowDraft, _ log: FaultLog
    ) {
        for effect in action.allEffects where effect.value.needsEnterprise {
            refuse(
                Label(
                    zh: "“\(action.name.value)”有针对企业的效果",
                    en: "`\(action.name.value)` has an effect for enterprises"), effect.place,
                draft, log)
        }
    }

    private static func checkProject(in action: ActionDraft, _ log: FaultLog) {
        let places =
            action.fields.filter { $0.value.sets == .project }.map(\.place)
            + action.allEffects.filter { $0.value.changes(.project) }.map(\.place)
        for place in places {
            log.record(
                .subjectIsSet, at: place,
                Label(
                    zh: "“\(action.name.value)”填入“\(Attribute.project.name)”，而问题就是关于它的",
                    en: "`\(action.name.value)` sets `\(Attribute.project.name)`, "
                        + "which is what the issue is about"),
                Label(zh: "请留给登记时填", en: "leave it to the filing"))
        }
    }

    private static func refuse(
        _ problem: Label, _ place: Place, _ draft: WorkflowDraft, _ log: FaultLog
    ) {
        log.record(
            .noEnterprise, at: place,
            Label(
                zh: "\(problem.zh)，而对象是 `\(draft.subject.rawValue)`",
                en: "\(problem.en), and the subject is `\(draft.subject.rawValue)`"),
            Label(
                zh: "请删去，或写 `subject: \(SubjectKind.enterprise.rawValue)`",
                en: "remove it, or write `subject: \(SubjectKind.enterprise.rawValue)`"))
    }
}

extension Effect {
    fileprivate func changes(_ attribute: Attribute) -> Bool {
        if case .set(attribute, _) = self { return true }
        return self == .clear(attribute: attribute)
    }

    /// Tells whether the effect is on the enterprise that the issue is about, or counts enterprises.
    fileprivate var needsEnterprise: Bool {
        switch self {
        case .askEvaluation, .giveLink, .renewLink, .joinCommon, .leaveCommon, .shareResult: true
        case .start, .startDated, .startSteps, .startUnlessRunning, .startForNew, .continueLast,
            .stop, .cancel, .hold, .holdSince, .release, .pause, .pauseSince, .resume, .extend,
            .stopStep, .stopOwn, .count, .raiseLevel, .giveCard, .set, .clear, .raiseOffice,
            .raiseLead, .noteRouting, .chargeTime, .putToArbitration, .mergeInto, .tell:
            false
        }
    }
}
