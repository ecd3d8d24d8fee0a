import APIModel
import Foundation
import Testing

extension ServerTests {
    /// Duplicates over HTTP. Term: 并单.
    @Suite struct MergeRouteTests {
        @Test func anIssueOfAnotherEnterpriseIsRefusedWithTheActionThatIsMeant() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let other = try await filed("91410100MADEM0054K", at: server)
                for (language, words) in [
                    ("zh", "须为同一企业的问题；多家企业的同一事项属共性问题，请用“纳入共性问题”"),
                    (
                        "en",
                        "must be an issue of the same enterprise; the same matter of several "
                            + "enterprises is a common issue: use “Join a common issue”"
                    ),
                ] {
                    let body = try Filings.bytes(
                        ActionBody(action: "merge", fields: ["into": .text(other.number)]))
                    let answer = try await server.wire.send(
                        .post("/v1/issues/\(issue)/actions", body)
                            .token(try await server.token(People.office))
                            .with("If-Match", "*").with("Idempotency-Key", UUID().uuidString)
                            .with("Accept-Language", language))
                    #expect(answer.status == 422)
                    let errors = try answer.problem.errors
                    #expect(errors?.map(\.pointer) == ["/fields/into"])
                    #expect(errors?.map(\.detail) == [words])
                }
                #expect(try await server.head(issue, as: People.office).state == "submitted")
                #expect(try await server.history(other.id, as: People.office).count == 1)
            }
        }

        @Test func aConfidentialIssueIsNotMergedIntoAPublicOneNorTheOtherWay() async throws {
            try await TestServer.run { server in
                let open = try await filed(at: server)
                let hidden = try await filed(at: server, ["confidential": .boolean(true)])
                for (one, other) in [(open, hidden), (hidden, open)] {
                    let answer = try await server.act(
                        "merge", on: one.id, as: People.office, ["into": .text(other.number)])
                    #expect(answer.status == 422)
                    #expect(try answer.problem.errors?.map(\.pointer) == ["/fields/into"])
                    #expect(try answer.problem.errors?.first?.detail.contains("保密情况") == true)
                }
            }
        }

        @Test func itsLinkShowsHowTheOneGoesThatItWentInto() async throws {
            try await TestServer.run { server in
                let target = try await filed(at: server)
                let issue = try await filed(at: server)
                try await Walk.dispatch(issue.id, at: server)
                try await server.did(
                    "merge", on: issue.id, as: People.office, ["into": .text(target.number)])
                let link = try await server.link(of: issue.id, at: "merge")
                let shown = try await server.status(link)
                #expect(shown.state == "merged" && shown.actions.isEmpty && shown.reply == nil)
                let other = try #require(shown.handledIn)
                #expect(other.number == target.number && other.stateLabel.zh == "待受理")
                #expect(other.reply == nil && other.text.contains(target.number))
                try await eventually("the other one is told") {
                    try await server.history(target.id, as: People.office).last?.action
                        == "takeMerged"
                }
                let event = try #require(
                    try await server.history(target.id, as: People.office).last)
                #expect(event.fields["mergedIssue"] == .text(issue.number))
                #expect(event.fields["mergedBy"] == .text(People.office))
                #expect(event.fields["mergedFiler"] == .text(People.officer))
                try await Walk.dispatch(target.id, at: server)
                try await Walk.handle(target.id, at: server)
                try await Walk.resolve(target.id, at: server)
                let later = try #require(try await server.status(link).handledIn)
                #expect(later.stateLabel.zh == "待评价" && later.reply == "已协调供货二百吨。")
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        private func filed(
            _ enterprise: String = Filings.enterprise, at server: TestServer,
            _ issue: [String: JSONValue] = [:]
        ) async throws -> IssueAnswer {
            let answer = try await server.filed(
                Filings.body(["enterprise": .text(enterprise)], issue: issue))
            return try #require(answer.issues.first)
        }
    }
}
