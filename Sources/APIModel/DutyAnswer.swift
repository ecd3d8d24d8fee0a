/// One thing that is owed on an issue: an item of `GET /v1/duties`. Term: 待办.
package struct DutyAnswer: Decodable, Hashable, Sendable {
    /// An action that ends it.
    package struct Action: Decodable, Hashable, Sendable {
        package let action: String
        package let label: LabelAnswer

        package init(action: String, label: LabelAnswer) {
            self.action = action
            self.label = label
        }
    }

    /// A number, e.g. `ZQ2026-000123-1`.
    package let issue: String
    /// The number of the issue's events so far; what `If-Match` carries.
    package let version: Int
    package let title: String
    /// The enterprise, project or unit that it is about; absent where it is about none.
    package let about: String?
    package let `class`: String
    package let stateLabel: LabelAnswer
    /// The escalation level, 0 to 6.
    package let level: Int
    /// `yellow`, `red` or absent.
    package let card: String?
    /// One of these ends it, the likeliest first.
    package let actions: [Action]
    /// What the clock is called that asks for it; absent where none does.
    package let clock: LabelAnswer?
    /// How it concerns whoever asks.
    package let part: Part
    /// Who owes it, in words.
    package let owedBy: [LabelAnswer]
    /// Since when it is as it is.
    package let since: String
    /// Absent where it has no date, and where its clock stands still.
    package let dueAt: String?
    /// `green`, `amber`, `red`; absent without a clock that runs.
    package let signal: String?
    /// Absent where `dueAt` is.
    package let isOverdue: Bool?
    /// What is left or over, in the unit of the clock's limit; absent where `dueAt` is.
    package let remainder: Remainder?
    package let isPaused: Bool
    /// True where somebody else has to do something first.
    package let isBlocked: Bool

    package init(
        issue: String, version: Int, title: String, about: String?, class: String,
        stateLabel: LabelAnswer, level: Int, card: String?, actions: [Action],
        clock: LabelAnswer?, part: Part, owedBy: [LabelAnswer], since: String, dueAt: String?,
        signal: String?, isOverdue: Bool?, remainder: Remainder?, isPaused: Bool, isBlocked: Bool
    ) {
        self.issue = issue
        self.version = version
        self.title = title
        self.about = about
        self.class = `class`
        self.stateLabel = stateLabel
        self.level = level
        self.card = card
        self.actions = actions
        self.clock = clock
        self.part = part
        self.owedBy = owedBy
        self.since = since
        self.dueAt = dueAt
        self.signal = signal
        self.isOverdue = isOverdue
        self.remainder = remainder
        self.isPaused = isPaused
        self.isBlocked = isBlocked
    }
}
