package import Logging

/// Writes what happens as lines of the log.
///
/// Of what strangers are refused, or fail at, so many lines pass each minute; the others are counted,
/// and the count is told with the next line.
package struct ObservationLog: Observer {
    private static let linesAMinute = 60

    private let logger: Logger
    private let requests = LogThrottle(most: linesAMinute)
    private let connections = LogThrottle(most: 1)

    package init(_ logger: Logger) { self.logger = logger }

    package func note(_ observation: Observation) {
        switch observation {
        case .answered(let request): write(request)
        case .requestFailed(let id, let code, let status, let error):
            logger.error(
                "request failed: \(error)",
                metadata: ["id": "\(id)", "code": "\(code)", "status": "\(status)"])
        case .phoneRead(let id, let issue, let reader):
            logger.notice(
                "telephone number read",
                metadata: ["id": "\(id)", "issue": "\(issue)", "by": "\(reader)"])
        case .connectionsFull(let most):
            guard let held = connections.pass("full") else { return }
            logger.warning(
                "too many connections: new ones are refused",
                metadata: ["most": "\(most)", "notLoggedBefore": "\(held)"])
        case .descriptorsFull:
            guard let held = connections.pass("descriptors") else { return }
            logger.warning(
                "too many open files: new connections wait",
                metadata: ["notLoggedBefore": "\(held)"])
        case .batchCarriedOut, .storeTrip, .storeAwaited, .outboxCarried, .deliveryTried: break
        case .batchSentAgain(let reason):
            logger.warning("batch is sent again", metadata: ["reason": "\(reason)"])
        case .batchDivided(let reason):
            logger.error("batch refused by the database", metadata: ["failure": "\(reason)"])
        case .batchFailed(let reason):
            logger.error("batch failed", metadata: ["error": "\(reason)"])
        case .storeStrained(let reason):
            logger.warning("the database can't do it now", metadata: ["reason": "\(reason)"])
        case .heldElsewhere(let what, let refused):
            logger.warning(
                "what is needed is held by another transaction",
                metadata: ["needed": "\(what)", "refused": "\(refused)"])
        case .installationAtFault(let reason):
            logger.error("the installation is at fault", metadata: ["fault": "\(reason)"])
        case .alarmsRang(let count, let late):
            logger.info(
                "alarms rang", metadata: ["count": "\(count)", "secondsLate": "\(late)"])
        case .issueUnsettled(let issue, let error):
            logger.error(
                "issue can't be settled", metadata: ["issue": "\(issue)", "error": "\(error)"])
        case .followingStepRefused(let issue, let action, let reason):
            logger.info(
                "a step that follows from another issue was refused",
                metadata: ["issue": "\(issue)", "action": "\(action)", "why": "\(reason)"])
        case .deliveryBroke(let error):
            logger.error("a notice can't be sent", metadata: ["error": "\(error)"])
        case .deliveriesUnsettled(let error):
            logger.error("deliveries can't be settled", metadata: ["error": "\(error)"])
        case .webhookPaused(let subscription):
            logger.warning(
                "a webhook is paused: it failed for too long",
                metadata: ["subscription": "\(subscription)"])
        case .letterLeft(let folder, let reason):
            logger.error(
                "a folder with a letter was not removed: remove it",
                metadata: ["folder": "\(folder)", "reason": "\(reason)"])
        case .outage(let work, let error):
            logger.error(Self.outage(of: work), metadata: ["error": "\(error)"])
        case .tokenUsesLost(let error):
            logger.info("the last uses of tokens are not noted", metadata: ["error": "\(error)"])
        case .publicationLoaded: logger.info("loaded what was published anew")
        }
    }

    private static func outage(of work: RecurringWork) -> Logger.Message {
        switch work {
        case .alarms: "alarms stand"
        case .outbox: "outbox stands"
        case .outboxFile: "outbox file stands"
        case .notices: "notices stand"
        case .deliveries: "deliveries stand"
        case .pruning: "old notices stay"
        case .commonIssues: "common issues stand"
        case .tokenUses: "uses of tokens can't be noted"
        case .publications: "can't read what is published"
        case .simulatedTime: "simulated time can't be read"
        }
    }

    private func write(_ request: AnsweredRequest) {
        tellHeldBack()
        var metadata = Self.metadata(request)
        if request.person == nil, request.status >= 400 {
            guard let held = requests.pass(Self.kind(request)) else { return }
            if held > 0 { metadata["notLoggedBefore"] = "\(held)" }
        }
        logger.notice("request", metadata: metadata)
    }

    /// What a minute held back is told when it is over, also where no more of it comes.
    private func tellHeldBack() {
        for (kind, count) in requests.heldBack() {
            logger.notice(
                "requests not logged", metadata: ["kind": "\(kind)", "count": "\(count)"])
        }
    }

    private static func kind(_ request: AnsweredRequest) -> String {
        request.tokenRefusal.map { "token refused: \($0)" } ?? "\(request.status)"
    }

    private static func metadata(_ request: AnsweredRequest) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "id": "\(request.id)", "route": "\(request.route ?? "none")",
            "status": "\(request.status)",
        ]
        if let method = request.method { metadata["method"] = "\(method)" }
        if let duration = request.duration { metadata["ms"] = "\(milliseconds(duration))" }
        if let person = request.person { metadata["person"] = "\(person)" }
        if let code = request.code { metadata["code"] = "\(code)" }
        if let refusal = request.tokenRefusal { metadata["tokenRefused"] = "\(refusal)" }
        if let token = request.token { metadata["token"] = "\(token)" }
        return metadata
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
