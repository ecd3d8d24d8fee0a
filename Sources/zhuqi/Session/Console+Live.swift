import Foundation
import Glibc

extension Console {
    /// The console of this process.
    ///
    /// - Parameter pages: whether what is longer than the terminal goes through a pager.
    static func live(_ environment: Environment, pages: Bool = false) -> Console {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var console = Console(
            canvas: Canvas(
                width: isTerminal ? terminalSize().columns : nil,
                hasColour: isTerminal && environment.allowsColour),
            isInteractive: isatty(STDIN_FILENO) == 1,
            showsProgress: isatty(STDERR_FILENO) == 1, watchesInterrupts: true,
            write: { emit($0, to: .standardOutput) },
            warn: { emit($0, to: .standardError) },
            readLine: { Swift.readLine() },
            readSecret: { secretLine() },
            readFile: TextFile.read,
            editText: environment.editor.map { editor in
                TextEditor(command: editor, folder: environment.temporaryFolder).write
            })
        guard isTerminal else { return console }
        console.size = { terminalSize() }
        if pages, console.isInteractive, let pager = environment.pager {
            console.page = { text in
                if !Pager(command: pager).show(text) { emit(text, to: .standardOutput) }
            }
        }
        return console
    }

    /// Ends the process quietly where nobody reads on, as in `zhuqi queue | head`.
    private static func emit(_ text: String, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            exit(128 + SIGPIPE)
        }
    }

    private static func terminalSize() -> TerminalSize {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return TerminalSize(
            columns: isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80,
            rows: isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24)
    }

    /// Turns the echo off while a line is read, and back to what it was.
    private static func secretLine() -> String? {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return Swift.readLine() }
        let original = settings
        settings.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
        defer { withUnsafePointer(to: original) { _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, $0) } }
        let line = Swift.readLine()
        emit("\n", to: .standardError)
        return line
    }
}
