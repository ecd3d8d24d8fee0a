import APIModel
import Client
import Languages

/// Says in one line how much waits: `要我办 5 · 等别人 3 · 今天到期 0 · 超期 4`.
struct QueueGreeting {
    let queues: QueuesAnswer
    let language: Language

    /// None where the server is of before queues were counted.
    static func lines(at session: Session) async throws(ClientError) -> [String] {
        do throws(ClientError) {
            let queues = try await session.client.queues().value
            return [QueueGreeting(queues: queues, language: session.language).line]
        } catch {
            guard case .problem(let problem) = error, problem.status == 404 else { throw error }
            return []
        }
    }

    /// What is due, and what is overdue, is of what is one's own to do.
    var line: String {
        let (mine, others) = (queue(.mine), queue(.others))
        return [
            language("要我办 \(total(mine))", "mine \(total(mine))"),
            language("等别人 \(total(others))", "waiting \(total(others))"),
            language("今天到期 \(text(mine?.today))", "due today \(text(mine?.today))"),
            language("超期 \(text(mine?.overdue))", "overdue \(text(mine?.overdue))"),
        ].joined(separator: " · ")
    }

    private func queue(_ name: DutyQuery.Queue) -> QueuesAnswer.Queue? {
        queues.queues.first { $0.queue == name.rawValue }
    }

    private func total(_ queue: QueuesAnswer.Queue?) -> String {
        guard let queue else { return text(nil) }
        let counts = [queue.overdue, queue.today, queue.later, queue.undated]
        return text(
            QueuesAnswer.Count(
                count: counts.reduce(0) { $0 + $1.count },
                hasMore: counts.contains(where: \.hasMore)))
    }

    /// `1000+` where there are more.
    private func text(_ count: QueuesAnswer.Count?) -> String {
        "\(count?.count ?? 0)" + (count?.hasMore == true ? "+" : "")
    }
}
