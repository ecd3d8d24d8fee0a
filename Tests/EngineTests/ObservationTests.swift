import Casework
import Engine
import Logging
import MetricsTestKit
import Synchronization
import Testing

@Suite("What happens")
struct ObservationTests {
    @Test("is told to each of those who show it")
    func told() {
        let (one, other) = (Listener(), Listener())
        let observers = Observers(one, other)
        observers.note(.publicationLoaded)
        observers.note(.storeTrip)
        #expect(one.heard == ["publicationLoaded", "storeTrip"])
        #expect(other.heard == one.heard)
    }

    @Test("stands in the log where somebody must act, and not where it is only counted")
    func logged() {
        let lines = Lines()
        let log = ObservationLog(lines.logger)
        log.note(.batchCarriedOut(CarriedBatch(items: 3, wait: .zero, duration: .zero)))
        log.note(.storeTrip)
        log.note(.storeAwaited(.seconds(1)))
        log.note(
            .deliveryTried(DeliveryTry(channel: "mail", isDelivered: true, duration: .zero)))
        log.note(.outboxCarried(reader: "notices", events: 1, secondsOld: 0))
        #expect(lines.all.isEmpty)
        log.note(.batchDivided(reason: "move_is_legal"))
        log.note(.outage(of: .alarms, error: "gone"))
        log.note(.heldElsewhere(what: "7", refused: 2))
        #expect(
            lines.all.map { $0.prefix { $0 != "[" } } == [
                "error batch refused by the database ", "error alarms stand ",
                "warning what is needed is held by another transaction ",
            ])
    }

    @Test("says of each work that stands which one it is")
    func outages() {
        let lines = Lines()
        let log = ObservationLog(lines.logger)
        for work in RecurringWork.allCases { log.note(.outage(of: work, error: "gone")) }
        #expect(Set(lines.all).count == RecurringWork.allCases.count)
    }

    @Test("of strangers fills no log: what is too much is counted and told with the next line")
    func strangers() {
        let lines = Lines()
        let log = ObservationLog(lines.logger)
        for number in 0..<200 {
            log.note(.answered(AnsweredRequest(id: "\(number)", status: 401)))
        }
        #expect(lines.all.count == 60)
        var known = AnsweredRequest(id: "known", status: 409)
        known.person = PersonID(7)
        known.code = "CW203"
        for _ in 0..<100 { log.note(.answered(known)) }
        #expect(lines.all.count == 160)
        for _ in 0..<3 { log.note(.connectionsFull(most: 8)) }
        #expect(lines.all.count == 161)
    }

    @Test("is counted: batches, refusals by code, alarms late, the outbox's age, waits")
    func counted() throws {
        let kit = TestMetrics()
        let metrics = ObservationMetrics(factory: kit)
        for items in [1, 5] {
            metrics.note(
                .batchCarriedOut(
                    CarriedBatch(
                        items: items, wait: .milliseconds(2), duration: .milliseconds(8))))
        }
        metrics.note(.storeTrip)
        metrics.note(.storeTrip)
        metrics.note(.storeAwaited(.milliseconds(3)))
        metrics.note(.batchSentAgain(reason: ""))
        metrics.note(.alarmsRang(count: 4, secondsLate: 9))
        metrics.note(.outboxCarried(reader: "notices", events: 6, secondsOld: 11))
        var refused = AnsweredRequest(id: "a", status: 409)
        refused.route = "/v1/issues/{id}/actions"
        refused.method = "POST"
        refused.code = "CW207"
        refused.duration = .milliseconds(5)
        for _ in 0..<3 { metrics.note(.answered(refused)) }
        #expect(try kit.expectRecorder("zhuqi_batch_items").values == [1, 5])
        #expect(try kit.expectTimer("zhuqi_batch_wait").values == [2_000_000, 2_000_000])
        #expect(try kit.expectCounter("zhuqi_store_trips").totalValue == 2)
        #expect(try kit.expectTimer("zhuqi_store_wait").values == [3_000_000])
        #expect(try kit.expectCounter("zhuqi_batches_sent_again").totalValue == 1)
        #expect(try kit.expectCounter("zhuqi_alarms_rung").totalValue == 4)
        #expect(try kit.expectGauge("zhuqi_alarms_late_seconds").lastValue == 9)
        #expect(
            try kit.expectGauge("zhuqi_outbox_age_seconds", [("reader", "notices")]).lastValue == 11
        )
        #expect(try kit.expectCounter("zhuqi_refusals", [("code", "CW207")]).totalValue == 3)
        let requests = try kit.expectTimer(
            "zhuqi_request_duration",
            [("route", "/v1/issues/{id}/actions"), ("method", "POST"), ("status", "409")])
        #expect(requests.values.count == 3)
    }
}

/// Keeps the names of what it hears.
private final class Listener: Observer {
    private let kept = Mutex<[String]>([])

    var heard: [String] { kept.withLock { $0 } }

    func note(_ observation: Observation) { kept.withLock { $0.append("\(observation)") } }
}

/// Keeps the lines of a log.
private final class Lines: Sendable {
    private let kept = Mutex<[String]>([])

    var all: [String] { kept.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.kept.withLock {
                $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])")
            }
        }
    }
}
