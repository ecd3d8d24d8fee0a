import Engine
import Logging
import WorkingTime

/// Real time, for what operators do.
enum RealTime {
    static var now: Instant { TimeSource().now }
}

/// Logs go to stderr; stdout is for answers.
enum ToolLogger {
    static func make() -> Logger {
        var logger = Logger(label: "zhuqid") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return logger
    }
}
