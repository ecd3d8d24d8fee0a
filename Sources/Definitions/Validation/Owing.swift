import Languages
import Workflow

/// Requires that whoever stands above the unit that owes something is told by what a mark sets off:
/// elsewhere no clock says which unit that is.
enum Owing: WorkflowValidator {
    private static let audiences: Set<Effect.Audience> = [.owingHead, .owingLeader]

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let setOff = Set(draft.marks.map(\.action.value))
        for action in draft.actions where !setOff.contains(action.name.value) {
            for effect in action.allEffects {
                guard case .tell(let told) = effect.value,
                    let audience = told.first(where: audiences.contains)
                else { continue }
                log.record(
                    .nobodyOwes, at: effect.place,
                    Label(
                        zh: "没有节点触发“\(action.name.value)”，`\(audience.rawValue)` 不是任何人",
                        en:
                            "no mark sets `\(action.name.value)` off, so `\(audience.rawValue)` is nobody"
                    ),
                    Label(
                        zh: "请告知 `unitHead` 或 `leaderInCharge`：主办单位的",
                        en: "tell `unitHead` or `leaderInCharge`: those of the lead unit"))
            }
        }
    }
}
