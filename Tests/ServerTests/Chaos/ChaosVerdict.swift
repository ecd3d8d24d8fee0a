import Testing

/// Holds what the clients were answered against what the database holds.
struct ChaosVerdict {
    let records: [ChaosRecord]
    let history: ChaosHistory

    func expectAgreement() throws {
        expectEveryAcceptedOnce()
        expectOneAnswerAKey()
        expectTheOrderThatWasAnswered()
        expectVersionsThatWereAskedFor()
    }

    /// One record for each key that was accepted.
    private var accepted: [String: ChaosRecord] {
        Dictionary(records.filter { $0.status == 201 }.map { ($0.key, $0) }) { first, _ in first }
    }

    /// Every accepted action stands in the history once, and nothing else does.
    private func expectEveryAcceptedOnce() {
        let accepted = accepted
        let stored = Dictionary(grouping: history.events, by: \.comment)
        let doubled = stored.filter { $0.value.count > 1 }.keys
        #expect(doubled.isEmpty, "stored more than once: \(doubled.sorted().prefix(5))")
        let lost = accepted.keys.filter { stored[$0] == nil }
        #expect(lost.isEmpty, "answered and not stored: \(lost.sorted().prefix(5))")
        let extra = stored.keys.filter { accepted[$0] == nil }
        #expect(extra.isEmpty, "refused and stored: \(extra.sorted().prefix(5))")
        let other = accepted.values.filter { record in
            stored[record.key]?.first.map {
                $0.issue != record.issue || $0.sequence != record.sequence
                    || $0.digest != record.digest
            } ?? false
        }
        #expect(other.isEmpty, "stored otherwise: \(other.prefix(5).map(\.key))")
    }

    /// Whoever sent a key again after success had the first answer.
    private func expectOneAnswerAKey() {
        for (key, answers) in Dictionary(grouping: records, by: \.key) where answers.count > 1 {
            let taken = answers.filter { $0.status == 201 }
            #expect(Set(taken.map(\.body)).count <= 1, "\(key) had two answers")
            #expect(taken.filter { !$0.isReplayed }.count <= 1, "\(key) was carried out twice")
            if let first = answers.firstIndex(where: { $0.status == 201 }) {
                #expect(answers[first...].allSatisfy { $0.status == 201 }, "\(key) was forgotten")
            }
        }
    }

    /// What was answered before another was sent comes before it.
    private func expectTheOrderThatWasAnswered() {
        let once = Dictionary(grouping: records.filter { $0.status == 201 }, by: \.key)
            .compactMap { $0.value.min { $0.ended < $1.ended } }
        for (issue, records) in Dictionary(grouping: once, by: \.issue) {
            let ordered = records.sorted { ($0.sequence ?? 0) < ($1.sequence ?? 0) }
            #expect(Set(ordered.map(\.sequence)).count == ordered.count, "issue \(issue)")
            var latestBeginning: ContinuousClock.Instant?
            for record in ordered {
                if let latestBeginning, record.ended < latestBeginning {
                    Issue.record("issue \(issue): \(record.key) stands behind what came later")
                }
                latestBeginning = max(latestBeginning ?? record.begun, record.begun)
            }
        }
    }

    /// Nobody's action slipped between the version that was seen and the action: only alarms may.
    private func expectVersionsThatWereAskedFor() {
        let people = Dictionary(grouping: history.events, by: \.issue)
            .mapValues { Set($0.map(\.sequence)) }
        for record in accepted.values {
            guard let expected = record.expected, let sequence = record.sequence else { continue }
            let between = (people[record.issue] ?? []).filter { $0 > expected && $0 < sequence }
            #expect(sequence > expected && between.isEmpty, "\(record.key) was let through")
        }
    }

    private var retried: [ChaosRecord] { records.filter { $0.attempts > 1 } }

    private func isFirstAnswerLost(_ record: ChaosRecord) -> Bool {
        record.isReplayed && !record.isRepeat
    }

    var summary: String {
        let codes = Dictionary(grouping: records.compactMap(\.code), by: \.self)
            .map { "\($0.key) \($0.value.count)" }.sorted().joined(separator: ", ")
        return "chaos: \(records.count) requests, \(accepted.count) accepted, "
            + "\(records.filter(\.isReplayed).count) replayed, "
            + "\(records.filter(\.isRepeat).count) repeated on purpose, "
            + "\(retried.count) retried, \(retried.filter(isFirstAnswerLost).count) of them done "
            + "before their answer was lost; refused: \(codes)"
    }
}
