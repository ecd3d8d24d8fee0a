import Languages
import Workflow

/// Requires that what has a role can have it.
enum RoleFitness: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        checkStates(draft, log)
        checkActions(draft, log)
        checkResolution(draft, log)
    }

    private static func checkStates(_ draft: WorkflowDraft, _ log: FaultLog) {
        for (role, names) in draft.roles.states {
            for name in names where draft.openStates.contains(name.value) {
                log.record(
                    .roleUnfit, at: name.place,
                    Label(
                        zh: "“\(name.value)”是在办状态，不能用作 `\(role.rawValue)`",
                        en: "`\(name.value)` is open, so it is not `\(role.rawValue)`"),
                    Label(zh: "请写终结状态", en: "name terminal states"))
            }
        }
    }

    private static func checkActions(_ draft: WorkflowDraft, _ log: FaultLog) {
        for (role, names) in draft.roles.actions {
            let isAutomatic = role == .automaticAcknowledgement
            for name in names {
                guard let action = draft.action(name.value), action.isAutomatic != isAutomatic
                else { continue }
                log.record(
                    .roleUnfit, at: name.place,
                    Label(
                        zh: "“\(name.value)”由\(isAutomatic ? "人" : "系统")来做，"
                            + "不能用作 `\(role.rawValue)`",
                        en: "`\(name.value)` is taken by \(isAutomatic ? "people" : "the system"), "
                            + "so it is not `\(role.rawValue)`"),
                    Label(
                        zh: "请写\(isAutomatic ? "由节点触发" : "由人来做")的动作",
                        en: "name what \(isAutomatic ? "a mark sets off" : "people take")"))
            }
        }
        for (role, names) in draft.roles.link {
            for name in names {
                guard let action = draft.action(name.value),
                    !action.rights.contains(where: { $0.value.role == .enterprise })
                else { continue }
                log.record(
                    .roleUnfit, at: name.place,
                    Label(
                        zh: "企业无权做“\(name.value)”，不能用作 `\(role.rawValue)`",
                        en:
                            "no enterprise may take `\(name.value)`, so it is not `\(role.rawValue)`"
                    ),
                    Label(
                        zh: "请在 `by` 加上 `{role: enterprise, relation: any}`",
                        en: "add `{role: enterprise, relation: any}` to its `by`"))
            }
        }
    }

    private static func checkResolution(_ draft: WorkflowDraft, _ log: FaultLog) {
        for name in draft.roles.clocks[.resolution] ?? [] {
            guard let clock = draft.clocks.first(where: { $0.kind.value == name.value }),
                clock.definition.party != .leadUnit || clock.definition.isDated
            else { continue }
            log.record(
                .wrongType, at: clock.kind.place,
                Label(
                    zh: "“\(name.value)”是办结时限，却不按长短为主办单位计时",
                    en:
                        "`\(name.value)` is the resolution and does not run for the lead unit by a limit"
                ),
                Label(
                    zh: "请写 `party: leadUnit`，并在每个分类写长短",
                    en: "write `party: leadUnit`, and its limit in each class"))
        }
    }
}
