import Languages
import Workflow
import WorkingTime

/// Reads `classes`: rank, amber percentage, limits, extension and marks of each.
enum ClassReader {
    private static let keys = ["rank", "label", "amber", "limits", "extension", "marks", "duty"]

    static func classes(_ root: Mapping) -> [WorkflowDraft.Class] {
        root.requiredNamed("classes").compactMap { name, entry in
            entry.mapping(of: keys).map { issueClass(name, $0) }
        }
    }

    private static func issueClass(
        _ name: Placed<String>, _ mapping: Mapping
    ) -> WorkflowDraft.Class {
        let limits = mapping.requiredNamed("limits")
        let marks = mapping.named("marks").map { ($0.key, ClockReader.marks($0.key, $0.value)) }
        let definitions = marks.map { ($0.0.value, $0.1.map(\.definition)) }
        return WorkflowDraft.Class(
            name: name,
            definition: ClassDefinition(
                name: name.value, label: mapping.label(),
                rank: mapping.required("rank")?.integer(in: 0...99) ?? 0,
                amberPercent: mapping.required("amber")?.integer(in: 1...99) ?? 70,
                limits: limits.reduce(into: [:]) { $0[$1.key.value] = limit($1.value) },
                extensions: mapping["extension"].flatMap(allowance),
                marks: Dictionary(definitions) { first, _ in first },
                isWatchedByDuty: mapping["duty"]?.boolean() ?? false),
            limited: limits.map(\.key), marks: marks.flatMap(\.1))
    }

    /// Reads a time limit, or `none` where the class does not know the clock.
    static func limit(_ entry: Entry) -> TimeLimit? {
        if entry.bareWord == "none" { return nil }
        let limit = entry.parsed(
            Label(
                zh: "时长，如 `4h`、`7wd`、`24ch` 或 `1mo`",
                en: "a time limit such as `4h`, `7wd`, `24ch` or `1mo`")
        ) {
            try TimeLimit($0)
        }
        guard let limit, limit.value > longest(limit.unit) else { return limit }
        entry.log.record(
            .outOfRange, at: entry.place,
            Label(
                zh: "\(entry.subject.zh)为 \(limit)，超过十年",
                en: "\(entry.subject.en) is \(limit), longer than ten years"),
            Label(zh: "请写真正的长短", en: "write the limit that is meant"))
        return nil
    }

    /// Ten years, in the units of a limit.
    private static func longest(_ unit: TimeLimitUnit) -> Int64 {
        switch unit {
        case .workingSeconds, .clockSeconds: 10 * 366 * 86400
        case .workingDays: 2600
        case .calendarDays: 3660
        case .calendarMonths: 120
        }
    }

    private static func allowance(_ entry: Entry) -> ClassDefinition.ExtensionAllowance? {
        if entry.bareWord == "none" { return nil }
        guard let mapping = entry.mapping(of: ["times", "total"]) else { return nil }
        return ClassDefinition.ExtensionAllowance(
            atMostTimes: mapping.required("times")?.integer(in: 1...99) ?? 1,
            totalWorkingDays: mapping["total"]?.integer(in: 1...999))
    }
}
