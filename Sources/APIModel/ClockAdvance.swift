/// `POST /v1/clock`: where the simulated clock is to go, and where it stands.
package struct ClockAdvance: Codable, Hashable, Sendable {
    package var advanceTo: String

    package init(advanceTo: String) { self.advanceTo = advanceTo }
}

package struct ClockAdvanced: Codable, Hashable, Sendable {
    package let now: String
    /// Marks that became events on the way.
    package let alarms: Int

    package init(now: String, alarms: Int) {
        self.now = now
        self.alarms = alarms
    }
}
