import Casework
import DatabaseSupport
import Engine
import Foundation
import Postgres
import Store
import UseCases
import WorkingTime

/// Meetings that are about nothing else, a project or a unit, in a fixture that knows the three
/// workflows.
enum SubjectSample {
    static let meeting = "joint-meeting"
    static let ofProject = "project-watch"
    static let ofUnit = "unit-watch"
    /// Neither leads nor takes part.
    static let unit = "transport"

    /// The text of the workflow of meetings under another name, about something else.
    static func text(_ name: String = meeting, subject: String = "none") throws -> String {
        try PublishedSamples.text("\(meeting).yaml").source
            .replacing("workflow: \(meeting)\n", with: "workflow: \(name)\n")
            .replacing("subject: none\n", with: "subject: \(subject)\n")
    }

    /// Publishes the three beside a project with which `officer1` is paired.
    static func publish(in fixture: TestFixture) async throws {
        try await fixture.database.withConnection { connection in
            try await connection.execute(
                script: """
                    INSERT INTO project (code, name_zh, name_en, division)
                    VALUES ('metro', '地铁', 'Metro', '410105');
                    INSERT INTO pairing (person_id, project)
                    SELECT id, 'metro' FROM person WHERE login = 'officer1';
                    """)
        }
        for (name, subject) in [(meeting, "none"), (ofProject, "project"), (ofUnit, "unit")] {
            try await NextVersion.publish(try text(name, subject: subject), in: fixture)
        }
    }

    /// - Parameter key: also the filing's reference.
    static func filing(
        _ workflow: String, key: String, enterprise: String? = nil, project: String? = nil,
        unit: String? = nil, in fixture: TestFixture
    ) throws -> Filing {
        Filing(
            workflow: workflow, enterprise: enterprise, project: project, unit: unit,
            source: "test", externalReference: key, note: nil, creditCodeOverride: nil,
            issues: [
                .init(
                    fields: [
                        "title": .text("保供联席会议"), "description": .text("研究保供事项"),
                        "category": .text("MTG"), "division": .text(TestFixture.division),
                        "leadUnit": .text("industry"), "meetsOn": .text("2026-10-14"),
                        "supportingUnits": .list([.text("commerce")]),
                    ], contact: nil)
            ], principal: try fixture.principal(TestFixture.office),
            key: CommandKey(deriving: ["test", key]), requestDigest: LinkKey.digest(of: key),
            receivedAt: fixture.time.now)
    }

    /// Files one of each kind: about nothing, about the project, about the unit.
    static func fileAll(in fixture: TestFixture) async throws -> [IssueID] {
        let filings = [
            try filing(meeting, key: "nothing", in: fixture),
            try filing(ofProject, key: "project", project: "metro", in: fixture),
            try filing(ofUnit, key: "unit", unit: unit, in: fixture),
        ]
        var issues: [IssueID] = []
        for filing in filings {
            guard case .filed(_, let newIssues) = try await fixture.gateway.file(filing) else {
                throw TestClusterFault("the filing was made before")
            }
            issues += newIssues.map(\.after.id)
        }
        return issues
    }
}
