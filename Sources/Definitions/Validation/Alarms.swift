import Languages

/// Requires that some mark, or an effect on another issue, sets off every automatic action.
enum Alarms: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let rung = Set((draft.marks.map(\.action) + draft.calledActions).map(\.value))
        for action in draft.actions where action.isAutomatic && !rung.contains(action.name.value) {
            log.record(
                .alarmWithoutMark, at: action.name.place,
                Label(
                    zh: "没有节点触发自动动作“\(action.name.value)”",
                    en: "no mark sets off the automatic action `\(action.name.value)`"),
                Label(
                    zh: "请写进节点：`due: {at: due, action: \(action.name.value)}`，或删去",
                    en:
                        "name it in a mark: `due: {at: due, action: \(action.name.value)}`, or remove it"
                ))
        }
    }
}
