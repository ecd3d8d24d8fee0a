import Casework
import DatabaseSupport
import Languages
import Store
import Testing
import UseCases

/// What never changes of an issue, changed by the owner of the database.
@Suite("The doctor, of births and texts")
struct BirthTests {
    /// `FIRST` is an issue whose first event says what it is, `CASE` its case.
    @Test(
        "finds each single edit, with triggers off",
        arguments: [
            ("UPDATE issue SET created_at = '2030-01-01' WHERE id = FIRST", "instant of filing"),
            ("UPDATE issue SET number = number || '9' WHERE id = FIRST", "number differs"),
            (
                "UPDATE issue SET number = 'ZQ2026-999999-1' WHERE id = FIRST",
                "its number is not one of its case"
            ),
            (
                "UPDATE issue SET enterprise_id = (SELECT max(id) FROM enterprise) WHERE id = FIRST",
                "enterprise differs"
            ),
            (
                """
                UPDATE filed_case SET enterprise_id = (SELECT max(id) FROM enterprise);
                UPDATE issue SET enterprise_id = (SELECT max(id) FROM enterprise)
                """, "enterprise differs"
            ),
            (
                "UPDATE filed_case SET enterprise_id = (SELECT max(id) FROM enterprise)",
                "its enterprise is not that of its case"
            ),
            ("UPDATE issue SET filer = filer + 1 WHERE id = FIRST", "filer differs"),
            ("UPDATE issue SET filer = NULL WHERE id = FIRST", "filer differs"),
            (
                "UPDATE published_document SET source = source || ' ' WHERE kind = 'calendar'",
                "the text of calendar"
            ),
            ("UPDATE workflow_version SET source = source || ' '", "the text of workflow"),
            (TakingOut.first, "issues, but the last is number"),
            (TakingOut.all, "has no issue"),
            (TakingOut.all + "DELETE FROM filed_case", "no case has the number"),
        ])
    func edits(script: String, words: String) async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            #expect(try await fixture.findings() == [])
            try await fixture.database.damage(
                "INSERT INTO enterprise (credit_code, name, division, tags, search_bigrams) "
                    + "SELECT '91350211M0000XUF46', 'x', division, '{}', '{}' "
                    + "FROM enterprise LIMIT 1; "
                    + script.replacing("FIRST", with: "\(issues[0])"))
            let findings = try await fixture.findings()
            #expect(findings.contains { $0.problem.en.contains(words) }, "\(findings)")
        }
    }

    /// Whole issues, and all that refers to them.
    private enum TakingOut {
        static let first = of("= FIRST")
        static let all = of("> 0")

        private static func of(_ which: String) -> String {
            let tables = ["open_duty", "clock", "issue_narrative", "issue_event"]
            return tables.map { "DELETE FROM \($0) WHERE issue_id \(which);" }.joined()
                + "DELETE FROM issue WHERE id \(which);"
        }
    }

    @Test("goes by what the first event holds")
    func recorded() async throws {
        try await withFixture { fixture in
            let event = try await fixture.events(try await fixture.file()[0])[0]
            #expect(event.body.birth?.number == "-1")
            #expect(event.body.birth?.filer == event.by.person)
        }
    }
}
