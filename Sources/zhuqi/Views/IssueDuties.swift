import APIModel
import Languages

/// Shows what the reader owes on an issue, what others do, and what else the reader may do.
struct IssueDuties {
    let duties: [DutyAnswer]
    let actions: ActionsAnswer?
    let number: String
    let now: String?
    let language: Language
    let layout: TextLayout

    /// What is the reader's own, each with the commands that end it.
    var own: [String] {
        let own = duties.filter(\.isOwn)
        guard !own.isEmpty else { return [] }
        return [layout.heading(language("要您办", "Yours to do"))]
            + own.flatMap { duty in layout.rows([row(duty, isOwn: true)], indent: 2) + ends(duty) }
    }

    var others: [String] {
        let others = duties.filter { !$0.isOwn }
        guard !others.isEmpty else { return [] }
        return [layout.heading(language("等别人办", "Others owe"))]
            + layout.rows(others.map { row($0, isOwn: false) }, indent: 2)
    }

    /// What is not owed, likeliest first.
    var rest: [String] {
        guard let actions else { return [] }
        let owed = Set(duties.filter(\.isOwn).flatMap { $0.actions.map(\.action) })
        let items = NextActions.likeliestFirst(
            actions.items.filter { $0.isAllowed && !owed.contains($0.action) })
        guard !items.isEmpty else {
            let nothing = language("您现在没有可办的动作。", "There is nothing for you to do here now.")
            return owed.isEmpty ? layout.text(nothing) : []
        }
        let title = owed.isEmpty ? language("您可以", "You may") : language("您还可以", "You may also")
        return [layout.heading(title)] + next.lines(of: items, indent: 2)
    }

    private var next: NextActions {
        NextActions(issue: number, actions: actions, language: language, layout: layout)
    }

    private func row(_ duty: DutyAnswer, isOwn: Bool) -> [Table.Cell] {
        let due = DueWords(now: now, language: language)
        let holders = language.list(duty.owedBy.map { language($0) })
        let what = duty.clock ?? duty.actions.first?.label
        return [
            DutySign(duty: duty).cell, Table.Cell(what.map { language($0) } ?? "", .bold),
            Table.Cell(isOwn ? part(duty) : holders), Table.Cell(duty.dueAt.map(due.text) ?? ""),
            Table.Cell(rest(duty)),
        ]
    }

    /// How it is the reader's, where it is not in the first place.
    private func part(_ duty: DutyAnswer) -> String {
        switch duty.part {
        case .substitutes: language("可代办", "in place of others")
        case .helps: language("请企业办理", "the enterprise's: help it")
        case .owes, .within, .waits, .sees, .other: ""
        }
    }

    private func rest(_ duty: DutyAnswer) -> String {
        if duty.isPaused { return language("暂停", "paused") }
        let time = duty.remainder.map {
            RemainingTime(remainder: $0, isOverdue: duty.isOverdue ?? false).text(in: language)
        }
        let waits = duty.isBlocked ? language("等别人先办", "waits for others") : nil
        return [time, waits].compactMap { $0 }.joined(separator: language("，", ", "))
    }

    /// The actions that end a duty; of one that is not possible yet, why.
    private func ends(_ duty: DutyAnswer) -> [String] {
        let items = duty.actions.compactMap { owed in
            actions?.items.first { $0.action == owed.action }
        }
        let reasons = duty.isBlocked ? items.filter { !$0.isAllowed }.compactMap(\.reason) : []
        return next.lines(of: items.filter(\.isAllowed), indent: 4)
            + reasons.prefix(1).flatMap { layout.text($0, indent: 4) }
    }
}

extension DutyAnswer {
    /// Whether it is the reader's to do something for it.
    fileprivate var isOwn: Bool { [.owes, .substitutes, .helps].contains(part) }
}
