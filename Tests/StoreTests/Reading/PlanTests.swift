import DatabaseSupport
import Postgres
import Store
import Testing

@Suite("The plan of a hot query")
struct PlanTests {
    @Test("for a unit's queue reads its index in order, however it is planned")
    func unitQueue() async throws {
        try await withHeap { catalogue, connection in
            for mode in ["force_custom_plan", "force_generic_plan"] {
                let plan = try await plan(
                    of: .unitQueue, "3, -1::int2, '1970-01-01', 0, 50", mode, catalogue, connection)
                #expect(plan.contains("using issue_queue"), "\(plan)")
                #expect(!plan.contains("Sort"), "\(plan)")
            }
        }
    }

    @Test("for due alarms reads the index of alarms")
    func dueAlarms() async throws {
        try await withHeap { catalogue, connection in
            for mode in ["force_custom_plan", "force_generic_plan"] {
                let plan = try await plan(
                    of: .dueAlarms, "'2026-10-02', '1970-01-01', 0, 512", mode, catalogue,
                    connection)
                #expect(plan.contains("clock_alarm"), "\(plan)")
                #expect(!plan.contains("Seq Scan"), "\(plan)")
            }
            let next = try await plan(
                of: .nextAlarm, nil, "force_generic_plan", catalogue, connection)
            #expect(next.contains("clock_alarm"), "\(next)")
        }
    }

    @Test("for an issue's history, head and clocks reads primary keys")
    func history() async throws {
        try await withHeap { catalogue, connection in
            let plans: [(QueryName, String, String)] = [
                // The key that heads point to begins with the columns of the primary key.
                (.eventsOfIssue, "7, 0, 100, 100", "Scan using"),
                (.loadIssues, "'{7,9}', '{N7}'", "issue_pkey"),
                (.issuesByID, "'{7,9}'", "issue_pkey"),
                (.loadLiveClocks, "'{7,9}', '{N7}', '{9}', '{}'", "clock_pkey"),
                (
                    .loadEarlierUses, "'{7}', '{NULL}', ARRAY['\\x00'::bytea]",
                    "a_command_counts_once"
                ),
                (.lockIssues, "'{7,9}', '{N7}'", "issue_pkey"),
                (.lockFreeIssues, "'{7,9}', '{N7}'", "issue_number_key"),
                (.issueIDByNumber, "'N7'", "issue_number_key"),
            ]
            for (name, parameters, index) in plans {
                let plan = try await plan(
                    of: name, parameters, "force_custom_plan", catalogue, connection)
                #expect(plan.contains(index), "\(name): \(plan)")
                #expect(!plan.contains("Seq Scan"), "\(name): \(plan)")
            }
        }
    }

    @Test("for two Chinese characters reads the index of pairs")
    func search() async throws {
        try await withHeap { catalogue, connection in
            let issues = try await plan(
                of: .issuesHolding, "'{罕见}', '{%罕见%}', 501", "force_custom_plan", catalogue,
                connection)
            #expect(issues.contains("issue_narrative_search"), "\(issues)")
            let enterprises = try await plan(
                of: .searchEnterprises, "'{罕见}', '{%罕见%}', 0, 20", "force_custom_plan", catalogue,
                connection)
            #expect(enterprises.contains("enterprise_search"), "\(enterprises)")
        }
    }

    @Test("for all issues and for raised ones reads their own order", arguments: [true, false])
    func issueLists(isRaised: Bool) async throws {
        try await withHeap { catalogue, connection in
            let plan = try await plan(
                of: .visibleIssues,
                "true, NULL, '{}', '{}', '{}', '{}', '{}', '{}', true, NULL, NULL, NULL, NULL, NULL, "
                    + "\(isRaised), NULL, NULL, NULL, false, -1::int2, '1970-01-01', 0, 50, '{}', "
                    + "'{}', 0, NULL, NULL, NULL",
                "force_custom_plan", catalogue, connection)
            #expect(plan.contains(isRaised ? "issue_raised" : "issue_in_order"), "\(plan)")
            #expect(!plan.contains("Seq Scan"), "\(plan)")
        }
    }

    @Test(
        "for what is owed reads the stretches of one index in their order, and no more than a page",
        arguments: [
            ("'all', '{\"\"}'", "false", "open_duty_in_order"),
            ("'all', '{\"\"}'", "true", "open_duty_raised"),
            ("'holder', '{unit:3}'", "false", "open_duty_queue"),
            ("'division', '{D1,D2}'", "false", "open_duty_of_division"),
            ("'category', '{C1}'", "false", "open_duty_of_category"),
            ("'lead', '{3}'", "false", "open_duty_of_lead"),
            ("'state', '{99,98}'", "false", "open_duty_in_state"),
            ("'issue', '{7,9}'", "false", "open_duty_pkey"),
        ])
    func duties(stretches: String, isRaised: String, index: String) async throws {
        try await withHeap { catalogue, connection in
            let isSorted = stretches.contains("'issue'")
            try await connection.execute(script: "SET enable_sort = \(isSorted ? "on" : "off")")
            let plan = try await plan(
                of: .dutiesAlong,
                "\(stretches), '{owes}', '1970-01-01', 0::int2, 0, 0, 50, NULL, "
                    + "\(!stretches.contains("'holder'")), NULL, NULL, NULL, \(isRaised), NULL, NULL, "
                    + "NULL, NULL, NULL, NULL, NULL, false, NULL, '{}', '{}', '{}', '{}', '{}', '{}', "
                    + "'{}', NULL, NULL", "force_custom_plan", catalogue, connection)
            #expect(plan.contains("using \(index)"), "\(plan)")
            #expect(!plan.contains("Seq Scan"), "\(plan)")
            #expect(!plan.contains("on issue"), "no head is read: \(plan)")
        }
    }

    @Test("for all that is owed, narrowed to what many texts hold, stays in the order of queues")
    func dutiesOfManyTexts() async throws {
        try await withHeap { catalogue, connection in
            try await connection.execute(script: "SET enable_sort = off")
            let plan = try await plan(
                of: .dutiesAlong,
                "'all', '{\"\"}', '{}', '1970-01-01', 0::int2, 0, 0, 50, NULL, true, NULL, NULL, NULL, "
                    + "false, NULL, NULL, NULL, NULL, NULL, NULL, '{%招工%}', false, '{7}', '{3}', '{}', "
                    + "'{}', '{}', '{}', '{}', '{7}', '{5}', 7", "force_custom_plan", catalogue,
                connection)
            #expect(plan.contains("using open_duty_in_order"), "\(plan)")
            #expect(!plan.contains("Seq Scan"), "\(plan)")
        }
    }

    @Test("for counting what is owed reads no more than the indexes of lists")
    func counts() async throws {
        try await withHeap { catalogue, connection in
            let spans = "'{1970-01-01,2026-10-02}', '{2026-10-01,infinity}', "
            let held = try await plan(
                of: .heldDutyCounts,
                spans + "'{office:3}', '{waits}', '{7}', '{}', 'person:7', '{unit:3}', 1000",
                "force_custom_plan", catalogue, connection)
            #expect(held.contains("open_duty_queue"), "\(held)")
            let seen = try await plan(
                of: .seenDutyCounts,
                spans
                    + "'{D1}', '{}', '{}', '{}', '{}', '{}', false, '{}', 'person:7', 1000",
                "force_custom_plan", catalogue, connection)
            #expect(seen.contains("open_duty_of_division"), "\(seen)")
            let ordered = try await plan(
                of: .dutyCountsInOrder,
                spans + "true, NULL, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', 7, 300, 3000",
                "force_custom_plan", catalogue, connection)
            #expect(ordered.contains("open_duty_raised"), "\(ordered)")
            for plan in [held, seen, ordered] {
                #expect(!plan.contains("Seq Scan on open_duty"), "\(plan)")
            }
        }
    }

    @Test("for a day's summary reads the events of the day, and of issues those alone")
    func summary() async throws {
        try await withHeap { catalogue, connection in
            let plan = try await plan(
                of: .periodCounts,
                "true, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', NULL, 'unit', '2020-10-01', "
                    + "'2020-10-02', '{5}', '{1}', '{resolve}'", "force_custom_plan", catalogue,
                connection)
            #expect(plan.contains("issue_event_at"), "\(plan)")
            #expect(!plan.contains("Seq Scan"), "\(plan)")
        }
    }

    @Test("for a search stays on the index after many lists without one")
    func searchAfterLists() async throws {
        try await withFixture { fixture in
            try await fixture.database.damage(Heap.script)
            let small = try await TestFixture(fixture.database, poolSize: 1)
            let person = try fixture.principal("cityOffice1")
            try await Listing(fixture: small, person: person).listOften()
            let before = try await scans(of: "issue_narrative_search", fixture)
            let found = try await Listing(fixture: small, person: person).search("罕见")
            #expect(found == 20)
            await small.close()
            #expect(
                try await eventually {
                    try await scans(of: "issue_narrative_search", fixture) > before
                })
            await small.close()
        }
    }

    @Test("for readers of the outbox with something left reads its order, once for each")
    func waitingReaders() async throws {
        try await withHeap { catalogue, connection in
            for mode in ["force_custom_plan", "force_generic_plan"] {
                let plan = try await plan(
                    of: .waitingReaders, "'{notices,common,file}'", mode, catalogue, connection)
                #expect(plan.contains("using outbox_batch_order"), "\(plan)")
                #expect(!plan.contains("Sort"), "\(plan)")
                #expect(!plan.contains("Seq Scan on outbox_batch"), "\(plan)")
            }
        }
    }

    @Test("for deliveries to claim looks for the head of a line in the index of lines")
    func claim() async throws {
        try await withHeap { catalogue, connection in
            for mode in ["force_custom_plan", "force_generic_plan"] {
                let plan = try await plan(
                    of: .claimDeliveries,
                    "'2027-01-01', '2027-01-01', '2027-01-02', 96, '{}', '{}', true, '{}', 8, 32",
                    mode,
                    catalogue, connection)
                #expect(plan.contains("using delivery_line on delivery earlier"), "\(plan)")
                #expect(!plan.contains("Seq Scan on delivery"), "\(plan)")
            }
        }
    }

    private func scans(of index: String, _ fixture: TestFixture) async throws -> Int64 {
        try await fixture.database.withConnection {
            try await $0.number(
                "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = $1", .text(index))
        }
    }

    /// Asks for the plan of a query, its parameters given as SQL.
    private func plan(
        of name: QueryName, _ parameters: String?, _ mode: String, _ catalogue: QueryCatalogue,
        _ connection: PostgresConnection
    ) async throws -> String {
        let sql = catalogue.queries[name]?.sql ?? ""
        try await connection.execute(
            script: "DEALLOCATE ALL; SET plan_cache_mode = \(mode); PREPARE hot AS \(sql)")
        let execute = "EXECUTE hot" + (parameters.map { "(\($0))" } ?? "")
        return try await connection.query("EXPLAIN (COSTS OFF) \(execute)")
            .map { try $0.text(0) }.joined(separator: "\n")
    }

    private func withHeap(
        _ body: @escaping @Sendable (QueryCatalogue, PostgresConnection) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            try await database.damage(Heap.script)
            let catalogue = try QueryCatalogue(folder: Checkout.queries)
            try await database.withConnection(as: TestCluster.server) {
                try await body(catalogue, $0)
            }
        }
    }
}
