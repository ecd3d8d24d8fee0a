package import Casework
import Foundation

/// An export that could not be made; no file of it appeared under its own name.
package enum ExportFault: Error, Hashable, Sendable {
    case unusableDirectory(path: String, reason: String)
    /// A file of that name holds something else.
    case differsFromExisting(path: String)
    case unwritable(path: String, reason: String)
    /// A mark was passed in the month that no event holds yet: the figures would still move.
    case unwrittenMark(issue: String, mark: String, at: String)
    case world(WorldFault)

    package var code: String {
        switch self {
        case .unusableDirectory: "EX401"
        case .differsFromExisting: "EX402"
        case .unwritable: "EX403"
        case .unwrittenMark: "EX404"
        case .world(let fault): fault.code
        }
    }

    static func unwritable(_ url: URL, _ error: any Error) -> ExportFault {
        .unwritable(path: url.path, reason: "\(error)")
    }
}

extension ExportFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unusableDirectory(let path, let reason):
            "\(code) the directory \(path) can't be used: \(reason)"
        case .differsFromExisting(let path):
            "\(code) \(path) is there already and holds something else; nothing was replaced"
        case .unwritable(let path, let reason): "\(code) \(path) can't be written: \(reason)"
        case .unwrittenMark(let issue, let mark, let at):
            "\(code) issue \(issue) passed the mark \(mark) at \(at), which is not on record yet; "
                + "let the alarms run, then export again"
        case .world(let fault): "\(code) \(fault)"
        }
    }
}
