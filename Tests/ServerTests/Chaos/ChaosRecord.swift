import Synchronization

/// What one request came to.
struct ChaosRecord: Sendable {
    let issue: String
    let key: String
    let login: String
    let action: String
    let status: Int
    let code: String?
    /// The version that was asked for; nil for any.
    let expected: Int?
    let sequence: Int?
    let digest: String?
    let body: [UInt8]
    let isReplayed: Bool
    /// True where an earlier request with this key had its answer already.
    let isRepeat: Bool
    /// How often it was sent until an answer came.
    let attempts: Int
    let begun: ContinuousClock.Instant
    let ended: ContinuousClock.Instant
}

/// Gathers what the clients were answered, and the versions that they saw.
final class ChaosLedger: Sendable {
    private let state = Mutex<(records: [ChaosRecord], versions: [String: Int])>(([], [:]))

    var records: [ChaosRecord] { state.withLock { $0.records } }

    var count: Int { state.withLock { $0.records.count } }

    func version(of issue: String) -> Int { state.withLock { $0.versions[issue] ?? 1 } }

    func add(_ record: ChaosRecord) {
        state.withLock { state in
            state.records.append(record)
            if let sequence = record.sequence {
                state.versions[record.issue] = max(state.versions[record.issue] ?? 1, sequence)
            }
        }
    }
}
