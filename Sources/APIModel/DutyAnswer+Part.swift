extension DutyAnswer {
    /// How a duty concerns whoever asks.
    package enum Part: Codable, Hashable, Sendable, ShapeChoice {
        case owes
        /// May where nobody who owes it can.
        case substitutes
        /// Helps whoever owes it.
        case helps
        /// Is the unit of the one who owes it by name.
        case within
        /// Waits for whoever owes it.
        case waits
        /// Sees what is others' alone.
        case sees
        /// What a newer server says that this release does not know.
        case other(String)

        package static let allCases: [Part] = [
            .owes, .substitutes, .helps, .within, .waits, .sees,
        ]

        package init(rawValue: String) {
            self = Self.allCases.first { $0.rawValue == rawValue } ?? .other(rawValue)
        }

        package var rawValue: String {
            switch self {
            case .owes: "owes"
            case .substitutes: "substitutes"
            case .helps: "helps"
            case .within: "within"
            case .waits: "waits"
            case .sees: "sees"
            case .other(let text): text
            }
        }
    }
}
