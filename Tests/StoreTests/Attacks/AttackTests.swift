import Casework
import DatabaseSupport
import Store
import Testing

@Suite("The database refuses")
struct AttackTests {
    private static let all =
        Attack.onHistory + Attack.onRecord + Attack.onHeads + Attack.onClocks + Attack.onPublished
        + Attack.onWords + Attack.onVersions + Attack.onDeadlines
        + Attack.onAdministration + Attack.onSubjects

    @Test(
        "every wrong history, whoever writes it, and the record stays as it was",
        arguments: [TestCluster.server, TestCluster.owner])
    func everyAttack(role: String) async throws {
        try await withFixture { fixture in
            let victim = try await Victim(fixture)
            let psql = Psql(fixture.database, as: role)
            let before = try await victim.record()
            for attack in Self.all {
                let outcome = try psql.run(attack.script, variables: victim.variables)
                let refusal = attack.refusal(for: role)
                let said = "\(attack.title), as \(role): \(outcome.errors)"
                #expect(outcome.status != 0, "\(said)")
                #expect(outcome.sqlState == refusal.sqlState, "\(said)")
                #expect(outcome.errors.contains(refusal.words), "\(said)")
                #expect(try await victim.record() == before, "\(said)")
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("nothing to a right history written by hand")
    func rightHistory() async throws {
        try await withFixture { fixture in
            let victim = try await Victim(fixture)
            let script = Attack.transaction(
                Attack.head(":next", ":inHandling"),
                Attack.event(":next", ":inHandling", "note", ":inHandling"))
            for role in [TestCluster.server, TestCluster.owner] {
                var variables = victim.variables
                variables["issue"] = "\(try await freshIssue(fixture, key: role))"
                let outcome = try Psql(fixture.database, as: role).run(script, variables: variables)
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
        }
    }

    private func freshIssue(_ fixture: TestFixture, key: String) async throws -> String {
        let issues = try await fixture.file(key: key)
        try await fixture.bring(issues[0], to: .inHandling)
        return issues[0].description
    }

    @Test("an auditor every writing, and the sight of tokens and links")
    func auditor() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file()
            let psql = Psql(fixture.database, as: TestCluster.auditor)
            #expect(try psql.run("SELECT count(*) FROM issue_event;").output == "1\n")
            for script in [
                "UPDATE issue SET level = 1 WHERE id = \(issues[0]);", "DELETE FROM clock;",
                "INSERT INTO workflow_action (name) VALUES ('x');",
                "SELECT digest FROM access_token;", "SELECT digest FROM enterprise_link;",
            ] {
                #expect(try psql.run(script).sqlState == "42501", "\(script)")
            }
        }
    }
}
