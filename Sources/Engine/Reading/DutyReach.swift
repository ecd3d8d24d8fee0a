package import Casework

/// Whose duties a list holds.
package enum DutyReach: Hashable, Sendable {
    /// What concerns some holders, each in its way, but for whoever took part and must not be the one; nil:
    /// nobody.
    case held([DutySide], barring: PersonID?)
    /// What anybody owes on the issues that somebody oversees.
    case overseen(Oversight)
}
