import APIModel
import Client
import Languages

/// Waits until issues are as is wanted: looks again and again, less often the longer nothing happens.
struct Wait {
    let target: WaitTarget
    /// Whether what is so already counts for nothing.
    let onlyNext: Bool
    /// Nil waits for as long as it takes.
    let limit: Duration?
    let session: Session
    var time = WaitTime()

    /// - Parameter told: is called for each issue when it is decided.
    /// - Returns: each issue; where the time passed, some of them are pending still.
    func until(
        _ issues: [String], told: (WaitedIssue) -> Void
    ) async throws -> [WaitedIssue] {
        var all = issues.map(WaitedIssue.init)
        let begun = time.now()
        var pause = WaitTime.shortest
        var isTroubled = false
        while true {
            let before = Self.read(all)
            for place in all.indices where all[place].outcome == .pending {
                let (looked, trouble) = try await next(all[place])
                all[place] = looked
                if let trouble, !isTroubled { warn(of: trouble) }
                isTroubled = trouble != nil
                if looked.outcome != .pending { told(looked) }
            }
            guard all.contains(where: { $0.outcome == .pending }) else { return all }
            let left = limit.map { $0 - begun.duration(to: time.now()) }
            guard left.map({ $0 > .zero }) ?? true else { return all }
            pause =
                Self.read(all) > before ? WaitTime.shortest : min(pause * 3 / 2, WaitTime.longest)
            try await time.sleep(left.map { min($0, pause) } ?? pause)
        }
    }

    /// How many events were read of all.
    private static func read(_ all: [WaitedIssue]) -> Int { all.reduce(0) { $0 + $1.version } }

    /// Once an issue was seen, a server that is away for a while does not end the wait.
    private func next(
        _ waited: WaitedIssue
    ) async throws(ClientError) -> (WaitedIssue, trouble: ClientError?) {
        do throws(ClientError) {
            return (try await looked(at: waited), nil)
        } catch {
            guard waited.last != nil, Self.passes(error) else { throw error }
            return (waited, error)
        }
    }

    private func looked(at waited: WaitedIssue) async throws(ClientError) -> WaitedIssue {
        let (client, issue, version) = (session.client, waited.issue, waited.version)
        if version > 0, try await !client.hasMoved(issue, since: version) { return waited }
        let pages = AllPages { cursor throws(ClientError) in
            try await client.events(of: issue, cursor: cursor, limit: 200)
        }
        var looked = waited
        looked.take(
            try await pages.read(from: version > 0 ? String(version) : nil).items, for: target,
            onlyNext: onlyNext)
        if looked.hasEnded(without: target), try await !mayFollow(on: issue) { looked.giveUp() }
        return looked
    }

    /// Whether an action that is waited for leads on from where the issue has ended.
    private func mayFollow(on issue: String) async throws(ClientError) -> Bool {
        guard !target.actions.isEmpty else { return false }
        let possible = try await session.client.actions(on: issue).value.items
        return possible.contains { target.actions.contains($0.action) }
    }

    /// What may be over soon: a server that restarts, or has too much to do.
    private static func passes(_ error: ClientError) -> Bool {
        switch error {
        case .unreachable: true
        case .problem(let problem): problem.status == 503 || problem.status == 429
        case .unexpected: false
        }
    }

    private func warn(of error: ClientError) {
        guard session.form == .people else { return }
        let words = ErrorText(language: session.language).words(error).message
        session.console.warn(
            lines: [session.language("\(words)；继续等待", "\(words); waiting on")])
    }
}

/// The time that a wait takes.
struct WaitTime: Sendable {
    static let shortest = Duration.seconds(1)
    static let longest = Duration.seconds(30)

    var now: @Sendable () -> ContinuousClock.Instant = { .now }
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
}
