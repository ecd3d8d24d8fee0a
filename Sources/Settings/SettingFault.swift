package import Languages

/// Says what is wrong with what was given. The value itself is never in it: it may be a secret.
package enum SettingFault: Error, Hashable, Sendable {
    case unfit(place: String, bounds: Label)
    /// A line of a file that gives nothing.
    case noEntry(place: String)
    case unknown(place: String, UnknownVariable)
    case twice(place: String, String)
}

extension SettingFault: CustomStringConvertible {
    package var description: String { words(in: .en) }

    package func words(in language: Language) -> String {
        let place = language("\(self.place)：", "\(self.place): ")
        return switch self {
        case .unfit(_, let bounds): place + language("须为 \(bounds.zh)", bounds.en)
        case .noEntry: place + language("须写作 NAME=value", "write NAME=value")
        case .unknown(_, let unknown): place + unknown.words(in: language)
        case .twice(_, let name): place + language("\(name) 重复", "\(name) stands twice")
        }
    }

    private var place: String {
        switch self {
        case .unfit(let place, _), .noEntry(let place), .unknown(let place, _),
            .twice(let place, _):
            place
        }
    }
}
