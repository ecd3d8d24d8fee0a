import Languages
import Workflow

/// Requires that the window of a right closes in silence: a mark would note that something is late,
/// and what the engine itself goes by is always owed.
enum Windows: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        let owed = [ClockRole.resolution, .escalation].flatMap {
            draft.roles.clocks[$0]?.map(\.value) ?? []
        }
        let rights = draft.clocks.filter(\.definition.isRight).map(\.kind)
        for kind in rights where owed.contains(kind.value) {
            log.record(
                .rightIsOwed, at: kind.place,
                Label(zh: "“\(kind.value)”是应办的，不是权利", en: "`\(kind.value)` is owed, and no right"),
                Label(zh: "请删去 `right: true`", en: "remove `right: true`"))
        }
        let names = rights.map(\.value)
        for mark in draft.marks where names.contains(mark.clock.value) {
            log.record(
                .rightIsOwed, at: mark.action.place,
                Label(
                    zh: "“\(mark.clock.value)”是权利，没有人会超期，却有节点",
                    en:
                        "`\(mark.clock.value)` is a right, which nobody is late with, and has a mark"
                ),
                Label(
                    zh: "请写 `marks: {}`，或删去 `right: true`",
                    en: "write `marks: {}`, or remove `right: true`"))
        }
    }
}
