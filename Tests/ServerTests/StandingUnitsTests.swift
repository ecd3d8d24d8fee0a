import APIModel
import Foundation
import Testing

extension ServerTests {
    /// What a list of units takes the place of is told before it is sent.
    @Suite struct StandingUnitsTests {
        @Test func anActionsFieldNamesTheProposedUnitsAndThenThoseOfTheIssue() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await server.did("accept", on: issue, as: People.office)
                let head = try await server.head(issue, as: People.office)
                let proposed = try #require(head.proposal?.supporting.map(\.code))
                #expect(proposed.count >= 2)
                #expect(try await standing("dispatch", issue, server) == proposed)
                let left = try #require(proposed.first)
                let answer = try await server.did(
                    "dispatch", on: issue, as: People.office,
                    ["supportingUnits": .list([.text("commerce")])])
                #expect(answer.event.proposal?.supporting.map(\.code).contains(left) == true)
                #expect(!answer.issue.supportingUnits.map(\.code).contains(left))
                try await server.did("acknowledge", on: issue, as: People.handler)
                #expect(
                    try await standing("transfer", issue, server)
                        == answer.issue.supportingUnits.map(\.code))
                #expect(try await standing("consult", issue, server, as: People.handler) == nil)
            }
        }

        private func standing(
            _ action: String, _ issue: String, _ server: TestServer,
            as login: String = People.office
        ) async throws -> [String]? {
            let actions: ActionsAnswer = try await server.read(
                "/v1/issues/\(issue)/actions", as: login)
            let item = try #require(actions.items.first { $0.action == action })
            return try #require(item.fields.first { $0.name == "supportingUnits" }).standing
        }
    }
}
