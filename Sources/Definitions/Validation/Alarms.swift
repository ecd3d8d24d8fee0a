/// Requires that some mark, or an effect on another issue, sets off every automatic action.
enum Alarms: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let rung = Set((draft.marks.map(\.action) + draft.calledActions).map(\.value))
        for action in draft.actions where action.isAutomatic && !rung.contains(action.name.value) {
            log.record(
                .alarmWithoutMark, at: action.name.place,
                "no mark sets off the automatic action `\(action.name.value)`",
                "name it in a mark: `due: {at: due, action: \(action.name.value)}`, or remove it")
        }
    }
}
