import WorkingTime

/// How a clock ends, stands still and goes on.
extension Clock {
    mutating func disarm() {
        nextMark = nil
        nextAlarmAt = nil
    }

    /// Ends with a verdict: late if its deadline had passed when it was met.
    mutating func end(at instant: Instant) {
        let metAt = heldAt ?? instant
        if metAt > dueAt { breach() }
        status = isBreached ? .late : .met
        endedAt = metAt
        close(at: instant)
    }

    /// Notes that the deadline was missed; what was noted before stays.
    mutating func breach() {
        if breachedAt == nil { breachedAt = dueAt }
    }

    mutating func cancel(at instant: Instant) {
        status = .cancelled
        endedAt = instant
        close(at: instant)
    }

    private mutating func close(at instant: Instant) {
        if let last = pauses.last, last.until == nil {
            pauses[pauses.count - 1] = Pause(from: last.from, until: max(instant, last.from))
        }
        disarm()
    }

    /// Runs on after a pause; the deadline moves by the working time that the pause took.
    ///
    /// A deadline that had passed before the pause stays where it is.
    mutating func resume(at instant: Instant, on calendar: WorkingCalendar) throws(Refusal) {
        guard let pause = pauses.last, pause.until == nil else { return }
        pauses[pauses.count - 1] = Pause(from: pause.from, until: instant)
        status = .running
        guard pause.from < dueAt else { return }
        let isExtended = wasMoved
        do throws(WorkingTimeRefusal) {
            let deadline: Deadline
            if isExtended {
                let left = calendar.workingSeconds(from: pause.from, to: dueAt, pauses: [])
                deadline = try calendar.deadline(
                    from: instant, limit: TimeLimit(value: left, unit: .workingSeconds))
            } else {
                deadline = try calendar.deadline(from: startedAt, limit: limit, pauses: pauses)
            }
            dueAt = deadline.at
            isProvisional = deadline.isProvisional
            if !isExtended { movedByPauses = dueAt }
        } catch {
            throw .outsideCalendar(error.words)
        }
    }

    /// True where an extension set the deadline, so that the limit alone no longer gives it.
    var wasMoved: Bool { dueAt != (movedByPauses ?? originalDueAt) }
}
