package import WorkingTime

/// A refusal of a computation, and the zone in which it was asked.
package struct LocalRefusal: Error {
    package let refusal: WorkingTimeRefusal
    package let zone: ZoneTable

    package init(refusal: WorkingTimeRefusal, zone: ZoneTable) {
        self.refusal = refusal
        self.zone = zone
    }
}
