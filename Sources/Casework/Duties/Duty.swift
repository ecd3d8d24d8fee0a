package import WorkingTime

/// Something that is owed on an issue: one of some actions, by somebody, mostly by some instant.
///
/// Term: 待办. Source: DOMAIN §6b. It follows from the head, its running clocks and its version
/// alone, so that it can be recomputed: who holds a post is asked when somebody looks.
package struct Duty: Hashable, Sendable {
    /// Tells apart what is owed on one issue.
    package enum Slot: Hashable, Sendable {
        /// What a clock asks for, by its number.
        case clock(Int)
        /// What the state asks for, by the place in its definition.
        case state(Int)
        /// What leads on from the state, where nothing that is asked for does.
        case onward

        /// As it is stored: clocks from 1 up, what a state asks for from -1 down, 0.
        package var number: Int {
            switch self {
            case .clock(let number): number
            case .state(let place): -1 - place
            case .onward: 0
            }
        }

        package init(number: Int) {
            self = number > 0 ? .clock(number) : number < 0 ? .state(-1 - number) : .onward
        }
    }

    package let slot: Slot
    /// The actions that end it, the likeliest first; never empty.
    package let actions: [String]
    /// Who owes it; each of them may.
    package let holders: [DutyHolder]
    /// Who may where none of the holders can: no one of them may act, or none is there.
    package let substitutes: [DutyHolder]
    /// Who is told to help whoever owes it: the service officer of an enterprise.
    package let helpers: [DutyHolder]
    /// The unit of the handler who owes it by name: its head keeps seeing it.
    package let within: [DutyHolder]
    /// Those who have to do with the issue as well, holders among them or not: whoever looks after it, its
    /// lead and supporting units, its office.
    package let waiting: [DutyHolder]
    /// Who must not be the one, as they took part.
    package let barred: [PersonID]
    /// Nil where it has no date, and where its clock stands still.
    package let dueAt: Instant?
    package let isPaused: Bool
    /// True where somebody else has to do something first.
    package let isBlocked: Bool
}
