/// Says what becomes of the events that a paused subscription missed.
package enum MissedEvents: String, Codable, CaseIterable, Sendable {
    case send, skip
}
