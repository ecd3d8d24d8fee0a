import APIModel
import Client
import Languages

/// Says how much waits: `要我办 5 · 等别人 3 · 今天到期 0 · 超期 4`, on one line where that fits.
struct QueueGreeting {
    let queues: QueuesAnswer
    let language: Language

    /// The name of the filter that is used; nil for none.
    var context: String?

    /// Without counts where the server is of before queues were counted.
    static func lines(
        at session: Session, context: String?
    ) async throws(ClientError) -> [String] {
        do throws(ClientError) {
            let queues = try await session.client.queues().value
            return QueueGreeting(queues: queues, language: session.language, context: context)
                .lines(width: session.console.canvas.width)
        } catch {
            guard case .problem(let problem) = error, problem.status == 404 else { throw error }
            return context.map { [line(of: $0, session.language)] } ?? []
        }
    }

    /// Names the filter that is used.
    static func line(of context: String, _ language: Language) -> String {
        language("筛选：\(context)", "filter: \(context)")
    }

    /// What is due, and what is overdue, is of what is one's own to do.
    ///
    /// - Parameter width: columns; nil where a line may be of any length.
    func lines(width: Int?) -> [String] {
        parts.reduce(into: []) { lines, part in
            let longer = lines.last.map { "\($0) · \(part)" }
            if let longer, longer.displayWidth <= width ?? .max {
                lines[lines.count - 1] = longer
            } else {
                lines.append(part)
            }
        }
    }

    private var parts: [String] {
        let (mine, others) = (queue(.mine), queue(.others))
        let filter = context.map { [Self.line(of: $0, language)] } ?? []
        let counts = [
            language("要我办 \(total(mine))", "mine \(total(mine))"),
            language("等别人 \(total(others))", "waiting \(total(others))"),
            language("今天到期 \(text(mine?.today))", "due today \(text(mine?.today))"),
            language("超期 \(text(mine?.overdue))", "overdue \(text(mine?.overdue))"),
        ]
        return filter + counts
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
