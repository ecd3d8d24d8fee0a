import APIModel
import Languages

/// Says what is owed, and how much time that leaves.
struct DutyWords {
    let language: Language

    func owed(_ duty: DutyAnswer) -> String {
        let what = (duty.clock ?? duty.actions.first?.label).map { language($0) } ?? ""
        return duty.part == .helps ? language("等企业", "the enterprise") : what
    }

    func rest(_ duty: DutyAnswer) -> String {
        if duty.isPaused { return language("暂停", "paused") }
        let time = duty.remainder.map {
            RemainingTime(remainder: $0, isOverdue: duty.isOverdue ?? false).text(in: language)
        }
        return time ?? ""
    }
}
