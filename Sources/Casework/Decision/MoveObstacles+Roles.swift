import Languages
import Workflow

/// What another version of a workflow would make of the clocks and counts that an issue brings along,
/// where the file binds a role to another name.
extension MoveObstacles {
    /// Says which clocks would lose or get a role while they run, and which counts would begin anew.
    func rebound() -> [Label] {
        let clocks = issue.liveClocks.flatMap { clock in
            Self.clockRoles.compactMap { role, term in changed(clock, role, term) }
        }
        return clocks + CounterRole.allCases.compactMap(restarted)
    }

    /// The roles that the engine goes by while a clock runs. The others are the audit's alone, which
    /// judges a clock by the version in which it was started.
    private static let clockRoles: [(role: ClockRole, term: Label)] = [
        (.resolution, Label(zh: "办结时限", en: "the resolution")),
        (.escalation, Label(zh: "提级后的处置时限", en: "the clock after an escalation")),
    ]

    private func changed(_ clock: Clock, _ role: ClockRole, _ term: Label) -> Label? {
        let (before, after) = (old.roles.clocks[role] ?? [], new.roles.clocks[role] ?? [])
        switch (before.contains(clock.kind), after.contains(clock.kind)) {
        case (true, true), (false, false): return nil
        case (true, false):
            // What a version does not have at all ends with the move.
            guard !after.isEmpty || new.clock(clock.kind) != nil else { return nil }
            let other = after.first.map { "`\($0)`" } ?? "nothing"
            return Label(
                zh: "尚未结束的“\(label(of: clock))”是现行版本的\(term.zh)，在新版本中则不是："
                    + "请待其结束后迁移，或在新版本中沿用",
                en: "the running clock `\(clock.kind)` is \(term.en), and in the new version "
                    + "\(other) is: wait until it has ended, or let the new version keep it")
        case (false, true):
            guard let name = before.first else { return nil }
            return Label(
                zh: "尚未结束的“\(label(of: clock))”在新版本中成为\(term.zh)，在现行版本中则不是："
                    + "请待其结束后迁移，或在新版本中沿用原时限",
                en: "the running clock `\(clock.kind)` would become \(term.en), and until now "
                    + "`\(name)` is: wait until it has ended, or let the new version keep that one")
        }
    }

    /// A version that no longer counts at all leaves what was counted to the record.
    private func restarted(_ role: CounterRole) -> Label? {
        guard let before = old.roles.counters[role]?.first,
            let after = new.roles.counters[role]?.first, before != after
        else { return nil }
        let counts = (old: issue.attributes.count(before), new: issue.attributes.count(after))
        guard counts.old > 0 || counts.new > 0 else { return nil }
        return Label(
            zh: "“\(label(ofCounter: before, in: old))”已记\(counts.old)次，新版本改由"
                + "“\(label(ofCounter: after, in: new))”（已记\(counts.new)次）计数，不是一回事："
                + "请在新版本中沿用原计数",
            en: "as `\(role.rawValue)`, `\(before)` counts \(counts.old) so far, and the new "
                + "version would go by `\(after)`, which counts \(counts.new): let it keep the "
                + "counter")
    }

    private func label(ofCounter name: String, in version: WorkflowDefinition) -> String {
        version.counters.first { $0.name == name }?.label.zh ?? name
    }
}
