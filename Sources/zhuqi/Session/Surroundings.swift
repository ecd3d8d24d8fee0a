import Foundation

/// Holds what the tool is told by the place that it runs in.
struct Surroundings: Sendable {
    let environment: [String: String]

    static var current: Surroundings {
        Surroundings(environment: ProcessInfo.processInfo.environment)
    }

    var server: String? { environment["ZHUQI_SERVER"].nonEmpty }
    var token: String? { environment["ZHUQI_TOKEN"].nonEmpty }

    /// Colours are for terminals whose user does not refuse them (no-color.org).
    var allowsColour: Bool { environment["NO_COLOR"].nonEmpty == nil }

    /// The tool's own directory for settings, by the XDG base directory specification.
    var configurationDirectory: URL {
        let home = URL(filePath: environment["HOME"].nonEmpty ?? "/", directoryHint: .isDirectory)
        let base = environment["XDG_CONFIG_HOME"].nonEmpty.map {
            URL(filePath: $0, directoryHint: .isDirectory)
        }
        return (base ?? home.appending(path: ".config")).appending(path: "zhuqi")
    }
}

extension String? {
    fileprivate var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}
