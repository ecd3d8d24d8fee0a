extension ActionsAnswer {
    /// Where an action would lead an issue.
    package enum Course: Codable, Hashable, Sendable, ShapeChoice {
        /// To another open state, or to the end that every issue should have.
        case onward
        /// Nowhere: the issue stays in its state.
        case aside
        /// It uses a window that is open to somebody, and that nobody owes.
        case right
        /// To an end without having been handled.
        case away
        /// What a newer server says that this release does not know.
        case other(String)

        package static let allCases: [Course] = [.onward, .aside, .right, .away]

        package init(rawValue: String) {
            self = Self.allCases.first { $0.rawValue == rawValue } ?? .other(rawValue)
        }

        package var rawValue: String {
            switch self {
            case .onward: "onward"
            case .aside: "aside"
            case .right: "right"
            case .away: "away"
            case .other(let text): text
            }
        }
    }
}
