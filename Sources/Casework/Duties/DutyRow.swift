package import WorkingTime

/// One holder of one duty, as queues know it.
package struct DutyRow: Hashable, Sendable {
    /// Says what the holder has to do with the duty.
    package enum Part: String, CaseIterable, Sendable {
        case owes
        /// May where nobody who owes it can.
        case substitutes
        /// Helps whoever owes it.
        case helps
        /// Is the unit of the one who owes it by name.
        case within
        /// Has the issue in common with whoever owes it, and waits for that one.
        case waits
    }

    /// Tells it apart within one issue.
    package struct Key: Hashable, Comparable, Sendable {
        package let slot: Int
        package let holder: String

        package init(slot: Int, holder: String) {
            self.slot = slot
            self.holder = holder
        }

        package static func < (one: Key, other: Key) -> Bool {
            (one.slot, one.holder) < (other.slot, other.holder)
        }
    }

    package let key: Key
    package let part: Part
    package let actions: [String]
    package let barred: [PersonID]
    /// Nil where it has no date, or stands still.
    package let dueAt: Instant?
    package let isPaused: Bool
    package let isBlocked: Bool
    /// Orders what is due at the same instant; lowest first.
    package let classRank: Int

    package init(
        key: Key, part: Part, actions: [String], barred: [PersonID], dueAt: Instant?,
        isPaused: Bool, isBlocked: Bool, classRank: Int
    ) {
        self.key = key
        self.part = part
        self.actions = actions
        self.barred = barred
        self.dueAt = dueAt
        self.isPaused = isPaused
        self.isBlocked = isBlocked
        self.classRank = classRank
    }

    init(_ duty: Duty, _ holder: DutyHolder, _ part: Part, classRank: Int) {
        self.init(
            key: Key(slot: duty.slot.number, holder: holder.key), part: part,
            actions: duty.actions, barred: duty.barred, dueAt: duty.dueAt,
            isPaused: duty.isPaused, isBlocked: duty.isBlocked, classRank: classRank)
    }
}

extension Duty {
    /// One row for each of those whom it concerns; for each the part that comes first.
    func rows(classRank: Int) -> [DutyRow] {
        let parts: [(holders: [DutyHolder], part: DutyRow.Part)] = [
            (holders, .owes), (substitutes, .substitutes), (helpers, .helps), (within, .within),
            (waiting, .waits),
        ]
        var seen: Set<DutyHolder> = []
        return parts.flatMap { holders, part in
            holders.filter { seen.insert($0).inserted }
                .map { DutyRow(self, $0, part, classRank: classRank) }
        }
    }
}
