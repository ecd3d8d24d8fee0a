package import Metrics

/// Counts what happens, for whatever collects the process's metrics.
///
/// Units: as the names say; times are distributions of nanoseconds, as the library has them.
package struct ObservationMetrics: Observer {
    private let factory: any MetricsFactory
    private let batchItems: Recorder
    private let storeTrips: Counter
    private let storeWait: Timer
    private let batchWait: Timer
    private let batchDuration: Timer

    /// - Parameter factory: where it counts; that of the process by default.
    package init(factory: any MetricsFactory = MetricsSystem.factory) {
        self.factory = factory
        batchItems = Recorder(label: "zhuqi_batch_items", factory: factory)
        storeTrips = Counter(label: "zhuqi_store_trips", factory: factory)
        storeWait = Timer(label: "zhuqi_store_wait", factory: factory)
        batchWait = Timer(label: "zhuqi_batch_wait", factory: factory)
        batchDuration = Timer(label: "zhuqi_batch_duration", factory: factory)
    }

    package func note(_ observation: Observation) {
        switch observation {
        case .answered(let request): count(request)
        case .requestFailed(_, let code, _, _): count("zhuqi_requests_failed", [("code", code)])
        case .phoneRead: count("zhuqi_phone_numbers_read")
        case .connectionsFull: count("zhuqi_connections_refused")
        case .descriptorsFull: count("zhuqi_descriptors_full")
        case .batchCarriedOut(let batch):
            batchItems.record(batch.items)
            batchWait.record(duration: batch.wait)
            batchDuration.record(duration: batch.duration)
        case .storeTrip: storeTrips.increment()
        case .storeAwaited(let wait): storeWait.record(duration: wait)
        case .batchSentAgain: count("zhuqi_batches_sent_again")
        case .batchDivided: count("zhuqi_batches_divided")
        case .batchFailed: count("zhuqi_batches_failed")
        case .storeStrained: count("zhuqi_store_strained")
        case .heldElsewhere(_, let refused): count("zhuqi_items_locked_out", by: refused)
        case .installationAtFault: count("zhuqi_installation_faults")
        case .alarmsRang(let marks, let late):
            count("zhuqi_alarms_rung", by: marks)
            gauge("zhuqi_alarms_late_seconds", late)
        case .issueUnsettled: count("zhuqi_issues_unsettled")
        case .outboxCarried(let reader, let events, let age):
            count("zhuqi_outbox_events", [("reader", reader)], by: events)
            gauge("zhuqi_outbox_age_seconds", age, [("reader", reader)])
        case .followingStepRefused: count("zhuqi_following_steps_refused")
        case .deliveryTried(let attempt):
            let dimensions = [
                ("channel", attempt.channel), ("delivered", "\(attempt.isDelivered)"),
            ]
            Timer(label: "zhuqi_delivery_duration", dimensions: dimensions, factory: factory)
                .record(duration: attempt.duration)
        case .deliveryBroke: count("zhuqi_deliveries_broken")
        case .deliveriesUnsettled: count("zhuqi_deliveries_unsettled")
        case .webhookPaused: count("zhuqi_webhooks_paused")
        case .letterLeft: count("zhuqi_letters_left")
        case .outage(let work, _): count("zhuqi_outages", [("work", work.rawValue)])
        case .tokenUsesLost: count("zhuqi_token_uses_lost")
        case .publicationLoaded: count("zhuqi_publications_loaded")
        }
    }

    private func count(_ request: AnsweredRequest) {
        let route = request.route ?? "none"
        let dimensions = [
            ("route", route), ("method", request.method ?? "none"), ("status", "\(request.status)"),
        ]
        if let duration = request.duration {
            Timer(label: "zhuqi_request_duration", dimensions: dimensions, factory: factory)
                .record(duration: duration)
        }
        if let code = request.code { count("zhuqi_refusals", [("code", code)]) }
        if let refusal = request.tokenRefusal {
            count("zhuqi_tokens_refused", [("reason", refusal)])
        }
    }

    private func count(_ label: String, _ dimensions: [(String, String)] = [], by amount: Int = 1) {
        Counter(label: label, dimensions: dimensions, factory: factory).increment(by: amount)
    }

    private func gauge(_ label: String, _ value: Int64, _ dimensions: [(String, String)] = []) {
        Gauge(label: label, dimensions: dimensions, factory: factory).record(value)
    }
}
