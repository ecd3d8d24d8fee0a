/// Says which version of an issue a change was meant for.
package enum ExpectedVersion: Hashable, Sendable {
    case exactly(Int)
    case any

    var headerValue: String {
        switch self {
        case .exactly(let version): "\"\(version)\""
        case .any: "*"
        }
    }
}
