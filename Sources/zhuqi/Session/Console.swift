/// Holds the ways in and out of the tool, so that commands can run without a terminal.
struct Console: Sendable {
    var canvas: Canvas
    /// True where a person can be asked.
    let isInteractive: Bool
    /// True where a person sees what is warned of at once.
    var showsProgress = false
    /// True where Ctrl-C is the tool's to answer.
    var watchesInterrupts = false
    let write: @Sendable (String) -> Void
    /// Writes what is not the answer: prompts, warnings, refusals.
    let warn: @Sendable (String) -> Void
    /// Returns nil at the end of the input.
    let readLine: @Sendable () -> String?
    /// The same without showing what is typed.
    let readSecret: @Sendable () -> String?
    let readFile: @Sendable (String) throws -> String
    /// Lets a text be written with the person's own editor; nil where there is none.
    var editText: (@Sendable () throws -> String)?
    /// How large the terminal is now; nil where it is written to none.
    var size: (@Sendable () -> TerminalSize)?
    /// Shows a text that is longer than the terminal; nil where it is written as it is.
    var page: (@Sendable (String) -> Void)?

    func write(lines: [String]) {
        guard !lines.isEmpty else { return }
        write(lines.joined(separator: "\n") + "\n")
    }

    /// Writes sentences: those that are wider than the terminal go on below, as far in as they began.
    func write(sentences: [String]) { write(lines: broken(sentences)) }

    func warn(sentences: [String]) { warn(lines: broken(sentences)) }

    private func broken(_ sentences: [String]) -> [String] {
        sentences.flatMap { sentence in
            let indent = sentence.prefix { $0 == " " }.count
            return canvas.width == nil
                ? [sentence]
                : TextLayout(canvas: canvas)
                    .text(String(sentence.dropFirst(indent)), indent: indent)
        }
    }

    /// Writes what somebody reads, through a pager where it is longer than the terminal.
    func show(lines: [String]) {
        guard let page, let size, lines.count >= size().rows else { return write(lines: lines) }
        page(lines.joined(separator: "\n") + "\n")
    }

    func warn(lines: [String]) {
        warn(lines.joined(separator: "\n") + "\n")
    }
}

/// Counts what a terminal shows at once.
struct TerminalSize: Hashable, Sendable {
    let columns: Int
    let rows: Int
}
