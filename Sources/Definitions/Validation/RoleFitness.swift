import Workflow

/// Requires that what has a role can have it, and that every role is filled that something of the
/// workflow goes by.
enum RoleFitness: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        checkStates(draft, log)
        checkActions(draft, log)
        checkEvaluations(draft, log)
        checkResolution(draft, log)
        checkConsumers(draft, log)
    }

    private static func checkStates(_ draft: WorkflowDraft, _ log: FaultLog) {
        for (role, names) in draft.roles.states {
            for name in names where draft.openStates.contains(name.value) {
                log.record(
                    .roleUnfit, at: name.place,
                    "`\(name.value)` is open, so it is not "
                        + "`\(role.rawValue)`", "name terminal states")
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
                    "`\(name.value)` is taken by \(isAutomatic ? "people" : "the system"), so it "
                        + "is not `\(role.rawValue)`",
                    "name what \(isAutomatic ? "a mark sets off" : "people take")")
            }
        }
        for (role, names) in draft.roles.link {
            for name in names {
                guard let action = draft.action(name.value),
                    !action.rights.contains(where: { $0.value.role == .enterprise })
                else { continue }
                log.record(
                    .roleUnfit, at: name.place,
                    "no enterprise may take `\(name.value)`, so it is not `\(role.rawValue)`",
                    "add `{role: enterprise, relation: any}` to its `by`")
            }
        }
    }

    /// What an evaluation said is read from the attribute right after it.
    private static func checkEvaluations(_ draft: WorkflowDraft, _ log: FaultLog) {
        let attribute = ValueRole.satisfied.attribute
        for name in draft.roles.actions[.evaluation] ?? [] {
            guard let action = draft.action(name.value) else { continue }
            let isSet = action.fields.contains {
                $0.value.sets == attribute && $0.value.isRequired
            }
            let isCleared = action.allEffects.contains {
                $0.value == .clear(attribute: attribute)
            }
            guard !isSet || isCleared else { continue }
            log.record(
                .roleUnfit, at: name.place,
                "`\(name.value)` leaves no `\(attribute)`, so it is not `evaluation`",
                "add a required field that sets `\(attribute)`")
        }
    }

    private static func checkResolution(_ draft: WorkflowDraft, _ log: FaultLog) {
        for name in draft.roles.clocks[.resolution] ?? [] {
            guard let clock = draft.clocks.first(where: { $0.kind.value == name.value }),
                clock.definition.party != .leadUnit || clock.definition.isDated
            else { continue }
            log.record(
                .wrongType, at: clock.kind.place,
                "`\(name.value)` is the resolution and does not run for the lead unit by a limit",
                "write `party: leadUnit`, and its limit in each class")
        }
    }

    /// What a workflow does with a role in which nothing is.
    private static func checkConsumers(_ draft: WorkflowDraft, _ log: FaultLog) {
        let roles = draft.roles
        for action in draft.actions {
            for effect in action.allEffects where effect.value == .chargeTime {
                require(roles.actions, .leadWork, for: "chargeTime", at: effect.place, log)
            }
            for condition in action.guards {
                guard case .extensionAllowed = condition.value else { continue }
                require(
                    roles.counters, .extensions, for: "extensionAllowed", at: condition.place, log)
            }
        }
    }

    private static func require<Role: WorkflowRole>(
        _ roles: [Role: [Placed<String>]], _ role: Role, for consumer: String, at place: Place,
        _ log: FaultLog
    ) {
        guard roles[role]?.isEmpty != false else { return }
        log.record(
            .roleUnfilled, at: place,
            "`\(consumer)` goes by `\(role.rawValue)`, and nothing is that",
            "name it under `roles`")
    }
}
