import APIModel
import Foundation
import Testing

extension ServerTests {
    @Suite struct ChaosTests {
        @Test func whatWasAcceptedIsInTheHistoryOnceAndInOrder() async throws {
            try await expectAgreement(ChaosSize(kills: 0))
        }

        @Test func theSameWhileTheServerIsKilled() async throws {
            try await expectAgreement(ChaosSize(kills: ChaosSize.kills))
        }

        private func expectAgreement(_ size: ChaosSize) async throws {
            try await TestServer.run { server in
                let issues = try await issues(size, at: server)
                let ledger = ChaosLedger()
                let begun = ContinuousClock.now
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for client in try await clients(size, issues, ledger, server) {
                        let share =
                            size.actions / size.clients
                            + (client.number < size.actions % size.clients ? 1 : 0)
                        group.addTask { try await client.run(share, seed: size.seed) }
                    }
                    group.addTask { try await disturb(size, ledger, server) }
                    try await group.waitForAll()
                }
                try await judge(size, ledger, ContinuousClock.now - begun, server)
            }
        }

        private func judge(
            _ size: ChaosSize, _ ledger: ChaosLedger, _ time: Duration, _ server: TestServer
        ) async throws {
            let verdict = ChaosVerdict(
                records: ledger.records, history: try await ChaosHistory(of: server))
            let alarms = try await server.psql(
                "SELECT count(*) FROM issue_event WHERE role = 'system'")
            print(
                verdict.summary
                    + "; \(alarms) alarms; \(size.kills) kills; seed \(size.seed); \(time)")
            #expect(verdict.records.count == size.actions)
            #expect(!verdict.records.contains { $0.status >= 500 })
            try verdict.expectAgreement()
            let doctor = try await server.doctor()
            print("doctor: \(doctor)")
            #expect(doctor.hasSuffix(" 0 findings"))
            try await expectHistories(verdict.history, at: server)
        }

        /// The API tells the histories of some issues as the database holds them.
        private func expectHistories(_ history: ChaosHistory, at server: TestServer) async throws {
            for issue in history.heads.keys.sorted().prefix(10) {
                let told = try await server.history(issue, as: People.office)
                #expect(told.map(\.sequence) == Array(1...(history.heads[issue] ?? 0)))
                let comments = history.events.filter { $0.issue == issue }.map(\.comment)
                #expect(told.compactMap(\.comment) == comments)
            }
        }

        private func issues(_ size: ChaosSize, at server: TestServer) async throws -> [String] {
            var issues: [String] = []
            while issues.count < size.issues {
                let count = min(20, size.issues - issues.count)
                issues += try await server.filed(Filings.body(count: count)).issues.map(\.id)
            }
            // Two in three are in handling already, the others wait for the office.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, issue) in issues.enumerated() where index % 3 != 0 {
                    if index >= 48 { try await group.next() }
                    group.addTask {
                        try await Walk.dispatch(issue, at: server)
                        try await server.did("acknowledge", on: issue, as: People.handler)
                    }
                }
                try await group.waitForAll()
            }
            return issues
        }

        private func clients(
            _ size: ChaosSize, _ issues: [String], _ ledger: ChaosLedger, _ server: TestServer
        ) async throws -> [ChaosClient] {
            var tokens: [String: String] = [:]
            for login in RandomAction.logins.sorted() {
                tokens[login] = try await server.token(login)
            }
            return (0..<size.clients).map {
                ChaosClient(
                    number: $0, issues: issues, tokens: tokens, wire: server.wire, ledger: ledger)
            }
        }

        /// Moves the clock on, so that alarms ring among the actions, and kills the server.
        private func disturb(
            _ size: ChaosSize, _ ledger: ChaosLedger, _ server: TestServer
        ) async throws {
            for turn in 1...(2 * size.kills + 2) {
                let share = size.actions * turn / (2 * size.kills + 3)
                try await eventually("\(share) answers", within: .seconds(1800)) {
                    ledger.count >= share
                }
                if turn.isMultiple(of: 2), turn <= 2 * size.kills {
                    try await server.stop(by: SIGKILL)
                    try await server.start()
                } else {
                    try await server.advance(to: "2026-10-\(9 + turn)T17:30:00+08:00")
                }
            }
        }
    }
}
