import Foundation
import Languages
import Synchronization
import Testing

@testable import zhuqi

/// What the tool does while something lasts.
@Suite struct WaitingTests {
    @Test(arguments: [
        ("30s", Duration.seconds(30)), ("30", .seconds(30)), ("5m", .seconds(300)),
        ("1.5h", .seconds(5400)), ("500ms", .milliseconds(500)), ("30秒", .seconds(30)),
        ("５分钟", .seconds(300)), ("2 小时", .seconds(7200)), ("1d", .seconds(86_400)),
        ("1h30m", .seconds(5400)), ("1小时30分", .seconds(5400)),
    ])
    func timesAreTypedAsPeopleSayThem(typed: String, duration: Duration) {
        #expect(TimeSpan(argument: typed)?.duration == duration)
    }

    @Test(arguments: [
        "", "s", "0", "-1s", "1x", "1.2.3s", "367d", "inf", "nan", "1e9h", "1h-3m", "1h30m5x",
    ])
    func otherTextsAreNoTimes(typed: String) {
        #expect(TimeSpan(argument: typed) == nil)
    }

    private func told(_ pauses: [Duration], onTerminal: Bool) -> String {
        let transcript = Transcript()
        var console = transcript.console
        console.showsProgress = onTerminal
        let start = ContinuousClock.now
        let now = Mutex(start)
        var progress = Progress(console) { now.withLock { $0 } }
        for (place, pause) in pauses.enumerated() {
            now.withLock { $0 = $0 + pause }
            progress.tell("\(place)/\(pauses.count)")
        }
        progress.end()
        return transcript.warnings
    }

    @Test func progressIsToldAfterASecondOnOneLineThatGoesAgain() {
        let pauses = [Duration.milliseconds(600), .milliseconds(600), .milliseconds(10)]
        #expect(told(pauses, onTerminal: true) == "\r\u{1B}[K1/3\r\u{1B}[K2/3\r\u{1B}[K")
        #expect(told(pauses, onTerminal: false).isEmpty)
        #expect(told([.milliseconds(10)], onTerminal: true).isEmpty)
    }

    private func console(rows: Int, _ transcript: Transcript) -> Console {
        var console = transcript.console
        console.size = { TerminalSize(columns: 80, rows: rows) }
        console.page = { transcript.console.write("paged:" + $0) }
        return console
    }

    @Test func onlyWhatIsLongerThanTheTerminalIsPaged() {
        let transcript = Transcript()
        console(rows: 4, transcript).show(lines: ["a", "b", "c"])
        #expect(transcript.output == "a\nb\nc\n")
        console(rows: 3, transcript).show(lines: ["d", "e", "f"])
        #expect(transcript.output == "a\nb\nc\npaged:d\ne\nf\n")
        let pipe = Transcript()
        pipe.console.show(lines: (0..<100).map(String.init))
        #expect(!pipe.output.contains("paged"))
    }

    @Test func thePagerGetsTheWholeText() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "pager-\(UUID())")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = String(repeating: "一行字\n", count: 20_000)
        #expect(Pager(command: "cat >'\(file.path)'").show(text))
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
        #expect(Pager(command: "true").show(text), "one that ends early is no fault")
        #expect(!Pager(command: "zhuqi-no-such-pager 2>/dev/null").show(text))
    }

    @Test func lessIsUsedWhereItIs() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bin-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func pager(_ variables: [String: String]) -> String? {
            Environment(variables: variables.merging(["PATH": "/nowhere:\(folder.path)"]) { $1 })
                .pager
        }
        #expect(pager([:]) == nil)
        let less = folder.appending(path: "less")
        try Data("#!/bin/sh\n".utf8).write(to: less)
        #expect(pager([:]) == nil)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: less.path)
        #expect(pager([:]) == "LESSCHARSET=utf-8 less -FRX")
        #expect(pager(["PAGER": "more"]) == "more")
    }

    @Test func aWatchedListFitsTheTerminal() {
        let lines = (1...9).map { "line \($0)" }
        #expect(QueueWatch.fitted(lines, "now", to: 10, .zh) == lines + ["now"])
        #expect(
            QueueWatch.fitted(lines, "now", to: 4, .zh)
                == ["line 1", "line 2", "……另有 7 行", "now"])
        #expect(QueueWatch.fitted(lines, "now", to: 1, .en).last == "now")
    }

    @Test func theScreenComesBackHoweverTheWorkEnds() async throws {
        struct Fault: Error {}
        let transcript = Transcript()
        let screen = AlternateScreen(write: transcript.console.write)
        await #expect(throws: Fault.self) {
            try await screen.during {
                screen.draw(["a", "b"])
                throw Fault()
            }
        }
        #expect(
            transcript.output == "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"
                + "\u{1B}[Ha\u{1B}[K\r\nb\u{1B}[K\u{1B}[J"
                + "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
    }
}
