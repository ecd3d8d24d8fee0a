import Foundation
import Glibc

/// Shows a text page by page, with a program of its own.
struct Pager {
    /// As a shell runs it.
    let command: String

    /// `less`, where it is: it ends by itself where all fits, keeps colours, and leaves the text on the
    /// screen. Its character set is told, for locales that tell none.
    static func usual(in path: String?) -> String? {
        let folders = (path ?? "").split(separator: ":")
        let isThere = folders.contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/less")
        }
        return isThere ? "LESSCHARSET=utf-8 less -FRX" : nil
    }

    /// Waits until it was read. Returns false where the program can't be run: nothing was shown.
    func show(_ text: String) -> Bool {
        guard let input = popen(command, "w") else { return false }
        // Ctrl-C is the pager's to answer, and a pager that ends early is no fault.
        let (interrupt, pipe) = (signal(SIGINT, SIG_IGN), signal(SIGPIPE, SIG_IGN))
        defer {
            signal(SIGINT, interrupt)
            signal(SIGPIPE, pipe)
        }
        fputs(text, input)
        let status = pclose(input)
        return status >= 0 && (status >> 8) & 0xff != Self.notFound
    }

    /// What a shell ends with where there is no such program.
    private static let notFound: Int32 = 127
}
