/// Says in every file's name and in the manifest what is no plain month of this world.
package struct Origin: Hashable, Sendable {
    /// Whether the record is of this world.
    package enum World: String, Hashable, Sendable, Codable {
        case record = "RECORD"
        case simulated = "SIMULATED"
    }

    package let world: World
    /// True where the month is not over: its figures will move.
    package let isProvisional: Bool

    static let provisional = "PROVISIONAL"
    private static let stems: Set = [
        "issues", "clocks", "events", "metrics", "manifest",
    ]
    private static let types: Set = ["csv", "ndjson", "json"]

    /// `SIMULATED PROVISIONAL`.
    var text: String {
        isProvisional ? "\(world.rawValue) \(Self.provisional)" : world.rawValue
    }

    /// The name of a file, e.g. `issues.csv` or `issues.SIMULATED.PROVISIONAL.csv`.
    func fileName(_ stem: String, _ type: String) -> String {
        let isSimulated = world == .simulated
        let marks =
            (isSimulated ? [world.rawValue] : []) + (isProvisional ? [Self.provisional] : [])
        return ([stem] + marks + [type]).joined(separator: ".")
    }

    /// Tells whether an export may have given a file the name.
    static func isName(ofFile name: String) -> Bool {
        let parts = name.split(separator: ".").map(String.init)
        guard let stem = parts.first, let type = parts.last, parts.count >= 2 else { return false }
        return stems.contains(stem) && types.contains(type)
            && parts.dropFirst().dropLast().allSatisfy {
                [World.simulated.rawValue, provisional].contains($0)
            }
    }
}
