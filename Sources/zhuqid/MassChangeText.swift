import Casework
import CommandText
import Languages
import UseCases
import Workflow
import WorkingTime

/// Words what a change of many issues does, with each issue that stays and each deadline.
struct MassChangeText {
    let zone: ZoneTable
    let names: ClockNames

    init(in world: World, zone: ZoneTable) {
        self.zone = zone
        names = ClockNames(world)
    }

    func write(_ report: MassChangeReport) {
        for (issue, reasons) in report.unchanged {
            say(
                zh: "\(issue) 不变：\(reasons.map(\.zh).joined(separator: "；"))",
                en: "\(issue) stays: \(reasons.map(\.en).joined(separator: "; "))")
        }
        for issue in report.untold {
            say(
                zh: "\(issue) 已改；因连接中断，其期限未列出",
                en: "\(issue) is changed; its deadlines are not listed, as the connection was lost")
        }
        for change in report.deadlines { say(line(change)) }
    }

    private func line(_ change: DeadlineChange) -> Label {
        let (old, new) = (change.old.rfc3339(in: zone), change.new?.rfc3339(in: zone))
        return Label { language in
            let name = names.words(change.clock, change.party, in: language)
            let end = new ?? language("停止计时：新版本没有这一时限", "ended: no such clock")
            return change.issue + " " + name
                + language("：期限 \(old) → \(end)", ": due \(old) → \(end)")
                + (change.becomesOverdue ? language("，因此超期", ", becomes late") : "")
                + (change.isSaved ? language("，不再超期", ", is saved") : "")
        }
    }
}

/// What people call clocks and those who are to keep them.
struct ClockNames {
    private let world: World

    init(_ world: World) { self.world = world }

    /// - Parameter party: the code of a unit, where the clock is one unit's own.
    func words(_ kind: String, _ party: String?, in language: Language) -> String {
        let label = world.definitions.names.lazy
            .flatMap { world.definitions.versions(of: $0).reversed() }
            .compactMap { $0.definition.clock(kind)?.label }.first
        let unit = party.map { world.directory.unit(code: $0)?.name.text(in: language) ?? $0 }
        return (label?.text(in: language) ?? kind)
            + (unit.map { language("（\($0)）", " (\($0))") } ?? "")
    }
}
