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
    package var description: String {
        switch self {
        case .unfit(let place, let bounds): "\(place): \(bounds.en)（须为 \(bounds.zh)）"
        case .noEntry(let place): "\(place): write NAME=value（须写作 NAME=value）"
        case .unknown(let place, let unknown): "\(place): \(unknown.words)"
        case .twice(let place, let name): "\(place): \(name) stands twice（重复）"
        }
    }
}
