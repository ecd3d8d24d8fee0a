import APIModel
import Languages

/// Shows one issue as a conversation: what was asked, what was said since, who has to do with it, and
/// what the reader is to do.
struct IssueSheet {
    let issue: IssueAnswer
    let events: [EventAnswer]
    /// Nil where what may be done was not asked for.
    let actions: ActionsAnswer?
    /// What time it is for the issues, RFC 3339.
    let now: String?
    let language: Language
    let canvas: Canvas

    var lines: [String] {
        let ask = IssueAsk(issue: issue, language: language, layout: layout)
        return Self.joined([
            head, ask.lines, conversation.lines, ask.results, people, clocks, plan, duties.own,
            duties.others, duties.rest,
        ])
    }

    /// How it stands, the last thing that was said, and what is owed.
    var brief: [String] {
        Self.joined([head, conversation.lastWord, clocks, duties.own, duties.others])
    }

    private static func joined(_ sections: [[String]]) -> [String] {
        Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private var layout: TextLayout { TextLayout(canvas: canvas) }

    private var number: String {
        ShortNumber(year: now.map { String($0.prefix(4)) }).text(issue.number)
    }

    private var head: [String] {
        IssueHead(issue: issue, now: now, language: language, layout: layout).lines
    }

    private var conversation: Conversation {
        Conversation(events: events, now: now, language: language, layout: layout)
    }

    private var people: [String] {
        IssuePeople(issue: issue, language: language, layout: layout).lines
    }

    private var clocks: [String] {
        RunningClocks(
            issue: issue, number: number, now: now, language: language, layout: layout
        ).lines
    }

    private var plan: [String] {
        PlanLines(issue: issue, now: now, language: language, layout: layout).lines
    }

    private var duties: IssueDuties {
        IssueDuties(
            duties: issue.duties ?? [], actions: actions, number: number, now: now,
            language: language, layout: layout)
    }
}
