import Casework
import DatabaseSupport
import Engine
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite("What an issue is about")
struct SubjectTests {
    @Test("is what its case says, in its first event and in its row")
    func stored() async throws {
        try await withFixture { fixture in
            try await SubjectSample.publish(in: fixture)
            let ids = try await SubjectSample.fileAll(in: fixture)
            let world = fixture.world.value
            var subjects: [Subject] = []
            for id in ids {
                let issue = try await fixture.issue(id)
                #expect(issue.enterprise == nil && issue.filer != nil)
                #expect(try await fixture.records.issues.unborn(id)?.enterprise == nil)
                let filed = try await fixture.records.cases.filedCase(issue.caseID)
                #expect(filed?.subject == world.definitions.subject(of: issue))
                subjects.append(world.definitions.subject(of: issue))
            }
            #expect(subjects == [.nothing, .project("metro"), .unit(SubjectSample.unit)])
            let first = try await fixture.events(ids[2])[0]
            #expect(first.body.set.attributes[.subjectUnit] == .text(SubjectSample.unit))
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("decides who sees it, in a list of the database as in the domain")
    func seen() async throws {
        try await withFixture { fixture in
            try await SubjectSample.publish(in: fixture)
            let ids = try await SubjectSample.fileAll(in: fixture)
            let issues = try await fixture.records.issues.issues(ids)
            for person in fixture.world.value.directory.persons {
                let listing = Listing(fixture: fixture, person: .person(person))
                let listed = try await listing.all(pageSize: 2)
                #expect(Set(listed) == Set(listing.visible(of: issues)), "\(person.login)")
            }
            for (login, seen, mine) in [
                ("officer1", [ids[1]], [ids[1]]), ("transport.head", [ids[2]], []),
                ("industry.handler", ids, []), ("commerce.handler", ids, []),
            ] {
                let listing = Listing(fixture: fixture, person: try fixture.principal(login))
                #expect(try await listing.all(pageSize: 5).sorted() == seen, "\(login)")
                #expect(try await listing.mine() == mine, "\(login)")
            }
        }
    }

    @Test("can be merged only with what is about the same")
    func same() async throws {
        try await withFixture { fixture in
            try await SubjectSample.publish(in: fixture)
            let ids = try await SubjectSample.fileAll(in: fixture)
            let again = try SubjectSample.filing(SubjectSample.meeting, key: "again", in: fixture)
            guard case .filed(_, let newIssues) = try await fixture.gateway.file(again) else {
                throw TestClusterFault("the filing was made before")
            }
            let other = newIssues[0].after
            let world = fixture.world.value
            for (place, issue) in try await fixture.records.issues.issues(ids).enumerated() {
                #expect(world.definitions.areAboutTheSame(issue, other) == (place == 0))
                #expect(world.definitions.areAboutTheSame(issue, issue))
            }
            let enterprise = try await fixture.issue(fixture.file()[0])
            #expect(!world.definitions.areAboutTheSame(enterprise, other))
        }
    }

    @Test("is no need of an enterprise that others could have in common")
    func notCommon() async throws {
        try await withFixture { fixture in
            try await SubjectSample.publish(in: fixture)
            _ = try await SubjectSample.fileAll(in: fixture)
            let start = fixture.time.now.adding(seconds: -86400)
            #expect(
                try await fixture.records.lists.recentIssues(
                    inCategory: "MTG", since: start, limit: 9) == [])
            #expect(
                try await fixture.records.lists.recentOpenIssues(
                    inCategory: "MTG", since: start, limit: 9) == [])
        }
    }

    @Test("is the same in all versions of a workflow, whoever publishes")
    func sameInAllVersions() async throws {
        try await withFixture { fixture in
            try await SubjectSample.publish(in: fixture)
            let other = try SubjectSample.text(subject: "unit")
                .replacing("version: 1\n", with: "version: 2\n")
            let refusal = await #expect(throws: PublicationRefusal.self) {
                try await NextVersion.publish(other, in: fixture)
            }
            #expect(
                refusal
                    == .otherSubject(
                        workflow: SubjectSample.meeting, .nothing, file: "next.yaml"))
            let same = try SubjectSample.text().replacing("version: 1\n", with: "version: 2\n")
            try await NextVersion.publish(same, in: fixture)
            #expect(fixture.world.value.definitions.current(SubjectSample.meeting)?.version == 2)
        }
    }

    @Test("is an enterprise in what was filed before there was a choice")
    func before() async throws {
        try await withDatabase(.empty) { database in
            let all = try Migration.all(in: Checkout.migrations)
            let before = all.prefix { $0.title != "subjects" }
            #expect(before.count < all.count)
            try await Self.migrate(database, Array(before))
            try await database.damage(Self.old)
            try await Self.migrate(database, all)
            let rows = try Psql(database).run(
                """
                SELECT version.subject, filed.subject, filed.enterprise_id
                FROM filed_case AS filed
                JOIN workflow_version AS version ON version.id = workflow_version_id;
                """)
            #expect(rows.output == "enterprise|enterprise|7\n")
        }
    }

    private static let old = """
        INSERT INTO workflow_version (workflow, version, source, digest, published_at)
        VALUES ('before', 1, '', decode(repeat('00', 32), 'hex'), now());
        INSERT INTO filed_case (number, enterprise_id, workflow_version_id, source, filer, filed_at,
                                command_key, request_digest)
        SELECT 'ZQ2026-000001', 7, id, 'visit', 1, now(), decode(md5('1'), 'hex'), digest
        FROM workflow_version;
        INSERT INTO case_numbering (year, last) VALUES (2026, 1);
        """

    private static func migrate(_ database: TestDatabase, _ migrations: [Migration]) async throws {
        let now = try Instant(rfc3339: TestFixture.opening)
        _ = try await database.withConnection(as: TestCluster.owner) {
            try await Migrator(migrations: migrations).migrate($0, at: now)
        }
    }
}
