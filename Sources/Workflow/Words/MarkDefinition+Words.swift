import WorkingTime

extension MarkDefinition {
    /// Says in words what happens at the mark.
    package var words: String { "`\(action)` at \(moment.words)" }
}

extension MarkDefinition.Moment {
    /// The moment as definitions write it.
    package var words: String {
        switch self {
        case .amber: "amber"
        case .due: "due"
        case .offset(let offset): offset.description
        }
    }
}

extension ClassDefinition.ExtensionAllowance {
    /// Says in words which extensions are allowed.
    package var words: String {
        "\(atMostTimes) time(s)"
            + (totalWorkingDays.map { ", \($0) working days in all" } ?? ", by the dates of a plan")
    }
}
