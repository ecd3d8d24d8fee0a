/// Tells on a terminal how far something is that lasts over a second, on one line that goes again.
struct Progress {
    private let console: Console
    private let clock: () -> ContinuousClock.Instant
    private let begun: ContinuousClock.Instant
    private var isShown = false

    private static let patience = Duration.seconds(1)
    /// To the start of the line, and clears it.
    private static let fresh = "\r\u{1B}[K"

    init(_ console: Console, clock: @escaping () -> ContinuousClock.Instant = { .now }) {
        self.console = console
        self.clock = clock
        begun = clock()
    }

    mutating func tell(_ text: String) {
        guard console.showsProgress, clock() - begun >= Self.patience else { return }
        console.warn(Self.fresh + text)
        isShown = true
    }

    mutating func end() {
        if isShown { console.warn(Self.fresh) }
        isShown = false
    }
}
