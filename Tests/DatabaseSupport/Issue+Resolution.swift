package import Casework

extension Issue {
    /// What both campaigns call the resolution.
    package var resolveClock: Clock? { clocks.last { $0.kind == "resolve" && !$0.isEnded } }
}
