import Languages
import Workflow

/// Requires that every class says how long each clock runs, or that it does not know it.
enum Limits: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let owing = draft.clocks.filter {
            $0.definition.limit == nil && !$0.definition.isDated
        }.map(\.kind.value)
        for issueClass in draft.classes {
            let limited = issueClass.limited.map(\.value)
            for clock in owing where !limited.contains(clock) {
                log.record(
                    .limitMissing, at: issueClass.name.place,
                    Label(
                        zh: "分类“\(issueClass.name.value)”没有“\(clock)”的长短",
                        en: "class `\(issueClass.name.value)` has no limit for `\(clock)`"),
                    Label(
                        zh: "请在 limits 加 `\(clock): …`，或 `\(clock): none`",
                        en: "add `\(clock): …` to its limits, or `\(clock): none`"))
            }
        }
    }
}
