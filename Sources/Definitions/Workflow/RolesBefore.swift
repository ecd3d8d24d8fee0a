import Workflow

/// What stands in for roles that a published text does not say.
enum RolesBefore {
    /// What names meant before files said so: the program knew these.
    ///
    /// Stands in for the roles of texts that were published then, and of nothing else. It must not
    /// change: it says how the record of that time is to be read.
    static let names = WorkflowRoles(
        states: [
            .closed: ["closedOut"], .handledElsewhere: ["merged", "divided"],
            .undone: ["declined", "withdrawn"],
        ],
        actions: [
            .acknowledgement: ["acknowledge"],
            .automaticAcknowledgement: ["acknowledgeAutomatically"],
            .leadWork: ["acknowledge", "reportProgress", "reportResolved", "collect"],
            .evaluation: ["evaluate"],
        ],
        clocks: [
            .resolution: ["resolve"], .acknowledgement: ["acknowledge"],
            .firstReport: ["firstReport"], .escalation: ["ladder"],
        ],
        counters: [
            .dispatches: ["dispatches"], .sendBacks: ["sendBacks"],
            .upheldSendBacks: ["upheldSendBacks"], .extensions: ["extensions"],
            .reworks: ["reworks"], .recurrences: ["recurrences"],
        ],
        fields: [.proof: ["evidence", "reference"]],
        values: [
            .solved: ["solved"], .satisfied: ["satisfied", "basicallySatisfied"],
            .dissatisfied: ["dissatisfied"],
        ],
        link: [
            .supplement: ["supplement"], .resume: ["resume"], .withdraw: ["withdraw"],
            .confirm: ["confirmService"], .evaluate: ["evaluate"], .object: ["object"],
        ])
}

extension RoleTable<Placed<String>> {
    /// The names without what a workflow does not have.
    func known(
        states: [String], actions: [String], clocks: [String], counters: [String]
    ) -> Self {
        var known = self
        known.states = self.states.mapValues { $0.filter { states.contains($0.value) } }
        known.actions = self.actions.mapValues { $0.filter { actions.contains($0.value) } }
        known.clocks = self.clocks.mapValues { $0.filter { clocks.contains($0.value) } }
        known.counters = self.counters.mapValues { $0.filter { counters.contains($0.value) } }
        known.link = link.mapValues { $0.filter { actions.contains($0.value) } }
        return known
    }
}
