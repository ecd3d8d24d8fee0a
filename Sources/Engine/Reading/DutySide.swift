package import Casework

/// Somebody whom duties concern, and in which part.
package struct DutySide: Hashable, Sendable {
    package let holder: DutyHolder
    package let part: DutyRow.Part

    package init(_ holder: DutyHolder, _ part: DutyRow.Part) {
        self.holder = holder
        self.part = part
    }
}
