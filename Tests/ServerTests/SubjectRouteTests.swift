import APIModel
import Foundation
import Testing

extension ServerTests {
    /// A filing names what its workflow is about, and nothing else of the kind.
    @Suite struct SubjectRouteTests {
        @Test func whatAFilingLacksOrMustNotBringIsRefusedWithTheFieldNamed() async throws {
            try await TestServer.run { server in
                try await Published.all(at: server)
                let before = try await server.counts()
                for (workflow, given, pointers) in Self.wrong {
                    let refused = try await server.file(
                        try Meetings.body(given, workflow: workflow), as: People.office)
                    #expect(refused.status == 422, "\(workflow) \(given)")
                    let problem = try refused.problem
                    #expect(problem.code == "CW228", "\(workflow) \(given)")
                    #expect(problem.errors?.map(\.pointer) == pointers, "\(workflow) \(given)")
                }
                for (given, pointer) in [
                    (["enterprise": .null], "/enterprise"), (["unit": .text("commerce")], "/unit"),
                    (["project": .text("metro")], "/project"),
                ] as [([String: JSONValue], String)] {
                    let refused = try await server.file(Filings.body(given))
                    #expect(try refused.problem.errors?.map(\.pointer) == [pointer])
                }
                #expect(try await server.counts() == before)
            }
        }

        private static let wrong: [(String, [String: JSONValue], [String])] = [
            (Meetings.name, ["enterprise": .text(Filings.enterprise)], ["/enterprise"]),
            (
                Meetings.name,
                [
                    "enterpriseName": .text("示例公司"),
                    "creditCodeOverride": .object(["reason": .text("示例")]),
                ], ["/enterpriseName", "/creditCodeOverride"]
            ),
            (
                Meetings.name, ["project": .text("metro"), "unit": .text("commerce")],
                ["/project", "/unit"]
            ),
            (Published.project, [:], ["/project"]),
            (Published.project, ["project": .text("nothing")], ["/project"]),
            (
                Published.project, ["project": .text("metro"), "unit": .text("commerce")],
                ["/unit"]
            ),
            (Published.unit, [:], ["/unit"]),
            (Published.unit, ["unit": .text("nobody")], ["/unit"]),
            (
                Published.unit,
                ["unit": .text("commerce"), "enterprise": .text(Filings.enterprise)],
                ["/enterprise"]
            ),
        ]

        @Test func aProjectOrAUnitIsStoredShownAndListedToThoseWhomItConcerns() async throws {
            try await TestServer.run { server in
                try await Published.all(at: server)
                let about = try await file(Published.project, ["project": .text("metro")], server)
                #expect(
                    about.subject == SubjectAnswer(kind: "project", code: "metro", name: "地铁"))
                let unit = try await file(Published.unit, ["unit": .text("transport")], server)
                #expect(unit.subject?.kind == "unit" && unit.subject?.code == "transport")
                #expect(about.enterprise == nil && unit.enterprise == nil)
                // Paired with the project; works for the unit, which neither leads nor takes part.
                for (login, seen, queue) in [
                    (People.officer, about, "mine"), ("transport.head", unit, "all"),
                ] {
                    let list: Page<IssueAnswer> = try await server.read(
                        "/v1/issues?queue=\(queue)", as: login)
                    #expect(list.items.map(\.number) == [seen.issues[0].number], "\(login)")
                    #expect(list.items.first?.subject == seen.subject)
                    let head = try await server.head(seen.issues[0].id, as: login)
                    #expect(head.subject == seen.subject && head.enterprise == nil)
                    let shown: CaseAnswer = try await server.read("/v1/cases/\(seen.id)", as: login)
                    #expect(shown.subject == seen.subject)
                }
                #expect(
                    try await server.psql(
                        "SELECT subject, project, unit.code FROM filed_case "
                            + "LEFT JOIN unit ON unit.id = subject_unit ORDER BY filed_case.id")
                        == "project|metro|\nunit||transport")
                #expect(try await server.doctor().contains(" 0 findings"))
                let workflow: WorkflowAnswer = try await server.read(
                    "/v1/workflows/\(Published.unit)", as: People.officer)
                #expect(workflow.subject == "unit")
            }
        }

        private func file(
            _ workflow: String, _ given: [String: JSONValue], _ server: TestServer
        ) async throws -> CaseAnswer {
            try await server.filed(
                try Meetings.body(given, workflow: workflow), as: People.office)
        }
    }
}

/// Workflows like that of meetings that are about a project or a unit, published for one test.
private enum Published {
    static let project = "project-watch"
    static let unit = "unit-watch"

    /// Publishes them beside a project with whom an officer is paired, and waits until the server knows them.
    static func all(at server: TestServer) async throws {
        try await server.psql(
            """
            INSERT INTO project (code, name_zh, name_en, division)
            VALUES ('metro', '地铁', 'Metro', '410105');
            INSERT INTO pairing (person_id, project)
            SELECT id, 'metro' FROM person WHERE login = '\(People.officer)';
            """)
        let folder = server.folder.appending(path: "workflows")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let text = try String(
            contentsOf: Product.workflows.appending(path: "\(Meetings.name).yaml"), encoding: .utf8)
        for (name, subject) in [(project, "project"), (unit, "unit")] {
            let other = text.replacing("workflow: \(Meetings.name)\n", with: "workflow: \(name)\n")
                .replacing("subject: none\n", with: "subject: \(subject)\n")
            try Data(other.utf8).write(to: folder.appending(path: "\(name).yaml"))
        }
        try await server.tool("publish", "--workflows", folder.path)
        try await eventually("the server knows the workflows") {
            try await server.get("/v1/workflows/\(unit)", as: People.officer).status == 200
        }
    }
}
