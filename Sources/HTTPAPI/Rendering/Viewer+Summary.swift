import APIModel
import Casework
import Engine
import Languages
import UseCases
import WorkingTime

extension Viewer {
    func summary(_ summary: SummariseIssues.Summary) -> SummaryAnswer {
        let zone = world.calendars.zone
        return SummaryAnswer(
            now: time(at, zone), period: summary.period.length.rawValue,
            by: summary.grouping.rawValue, groupLabel: label(summary.grouping.label),
            from: summary.period.firstDay.description, until: summary.period.lastDay.description,
            isOver: summary.period.span(in: zone).upperBound <= at,
            total: counts(summary.total),
            groups: summary.groups.map { group in
                SummaryAnswer.Group(
                    code: group.code, label: label(group.label), place: group.place,
                    isSmall: group.isSmall, counts: counts(group.counts))
            })
    }

    private func counts(_ counts: SummaryCounts) -> SummaryAnswer.Counts {
        SummaryAnswer.Counts(
            filed: counts.filed, closed: counts.closed, judged: counts.judged,
            inTime: counts.inTime, open: counts.open, overdue: counts.overdue,
            raised: counts.raised)
    }
}

extension SummaryGrouping {
    fileprivate var label: Label {
        switch self {
        case .unit: Label(zh: "责任单位", en: "lead unit")
        case .district: Label(zh: "县区", en: "district")
        case .category: Label(zh: "类别", en: "category")
        case .officer: Label(zh: "服务员", en: "service officer")
        }
    }
}
