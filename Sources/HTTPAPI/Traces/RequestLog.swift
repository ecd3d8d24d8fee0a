import Engine
package import Logging

/// Writes one line for each request, that holds neither names, nor tokens, nor what was asked for.
///
/// Of what strangers are refused, or fail at, so many lines pass each minute; the others are counted,
/// and the count is told with the next line.
package struct RequestLog: Sendable {
    /// One request and what became of it.
    struct Line {
        let id: String
        var method: String?
        /// The pattern of the route: paths hold tokens and numbers.
        var route: String?
        let status: Int
        var duration: Duration?
        var findings = RequestTrace.Findings()
    }

    private static let linesAMinute = 60

    private let logger: Logger
    private let brake = LogBrake(most: linesAMinute)

    package init(logger: Logger) {
        self.logger = logger
    }

    func write(_ line: Line) {
        tellHeldBack()
        var metadata = Self.metadata(line)
        if line.findings.person == nil, line.status >= 400 {
            guard let held = brake.pass(Self.kind(line)) else { return }
            if held > 0 { metadata["notLoggedBefore"] = "\(held)" }
        }
        logger.notice("request", metadata: metadata)
    }

    /// What a minute held back is told when it is over, also where no more of it comes.
    private func tellHeldBack() {
        for (kind, count) in brake.heldBack() {
            logger.notice(
                "requests not logged", metadata: ["kind": "\(kind)", "count": "\(count)"])
        }
    }

    private static func kind(_ line: Line) -> String {
        line.findings.refusedToken.map { "token refused: \($0.rawValue)" } ?? "\(line.status)"
    }

    private static func metadata(_ line: Line) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "id": "\(line.id)", "route": "\(line.route ?? "none")", "status": "\(line.status)",
        ]
        if let method = line.method { metadata["method"] = "\(method)" }
        if let duration = line.duration { metadata["ms"] = "\(milliseconds(duration))" }
        if let person = line.findings.person { metadata["person"] = "\(person)" }
        if let code = line.findings.code { metadata["code"] = "\(code)" }
        if let refusal = line.findings.refusedToken {
            metadata["tokenRefused"] = "\(refusal.rawValue)"
        }
        if let token = line.findings.token { metadata["token"] = "\(token)" }
        return metadata
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
