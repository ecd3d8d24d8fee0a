import Workflow

/// Requires the clock that queues, signals, extensions and the audit go by.
enum ResolveClock: WorkflowValidator {
    private static let name = "resolve"

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        guard let clock = draft.clocks.first(where: { $0.kind.value == name }) else {
            log.record(
                .missingKey, at: draft.clocks.first?.kind.place ?? .start,
                "there is no clock `\(name)`",
                "add it: queues, signals, extensions and the audit go by it")
            return
        }
        guard clock.definition.party != .leadUnit || clock.definition.isDated else { return }
        log.record(
            .wrongType, at: clock.kind.place, "`\(name)` does not run for the lead unit by a limit",
            "write `party: leadUnit`, and its limit in each class")
    }
}
