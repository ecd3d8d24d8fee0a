/// Says whether figures are of this world, in every file and in every name of one.
package enum Origin: String, Hashable, Sendable, Codable {
    case record = "RECORD"
    case simulated = "SIMULATED"

    /// The name of a file, e.g. `issues.csv` or `issues.SIMULATED.csv`.
    func fileName(_ stem: String, _ type: String) -> String {
        switch self {
        case .record: "\(stem).\(type)"
        case .simulated: "\(stem).\(rawValue).\(type)"
        }
    }
}
