import Foundation
import Glibc

extension Console {
    /// The console of this process.
    static func live(_ surroundings: Surroundings) -> Console {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        return Console(
            canvas: Canvas(
                width: isTerminal ? terminalWidth : nil,
                hasColour: isTerminal && surroundings.allowsColour),
            isInteractive: isatty(STDIN_FILENO) == 1,
            write: { FileHandle.standardOutput.write(Data($0.utf8)) },
            warn: { FileHandle.standardError.write(Data($0.utf8)) },
            readLine: { Swift.readLine() },
            readSecret: { secretLine() },
            readFile: { try String(contentsOfFile: $0, encoding: .utf8) })
    }

    private static var terminalWidth: Int {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
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
        FileHandle.standardError.write(Data("\n".utf8))
        return line
    }
}
