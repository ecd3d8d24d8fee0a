import Casework
import DatabaseSupport
import Engine
import Store
import Testing

@Suite("What a person sees")
struct VisibilityTests {
    @Test("is the same in a list of the database as in the domain, for everybody")
    func agree() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.records.issues.issues(try await variety(fixture))
            #expect(issues.count == 48)
            var seen = Set<Int>()
            for person in fixture.world.value.directory.persons {
                let listing = Listing(fixture: fixture, person: .person(person))
                let listed = try await listing.all(pageSize: 17)
                let visible = listing.visible(of: issues)
                #expect(Set(listed) == Set(visible), "\(person.login)")
                #expect(listed.count == visible.count, "\(person.login)")
                seen.insert(visible.count)
            }
            #expect(seen.count > 5, "the issues are too much alike")
            #expect(seen.contains(0))
        }
    }

    @Test("by a link is its one issue, and by the system everything")
    func linkAndSystem() async throws {
        try await withFixture { fixture in
            let issues = try await variety(fixture)
            let one = Listing(fixture: fixture, person: .enterprise(issues[3], link: 1))
            #expect(try await one.all(pageSize: 5) == [issues[3]])
            let all = Listing(fixture: fixture, person: .system)
            #expect(try await all.all(pageSize: 5).count == issues.count)
        }
    }

    @Test("is not what is said about one's own unit in confidence")
    func confidential() async throws {
        try await withFixture { fixture in
            let about: [String: FieldValue] = [
                "confidential": .boolean(true), "complainedUnit": .text("industry"),
            ]
            let issue = try await fixture.file(fields: about)[0]
            let stored = try await fixture.issue(issue)
            for (login, isSeen) in [
                ("industry.head", false), ("industry.handler", false), (TestFixture.office, true),
                ("cityOffice1", true), ("officer1", true),
            ] {
                let listing = Listing(fixture: fixture, person: try fixture.principal(login))
                #expect(try await listing.all(pageSize: 5) == (isSeen ? [issue] : []), "\(login)")
                #expect(listing.visible(of: [stored]) == (isSeen ? [issue] : []), "\(login)")
            }
        }
    }

    @Test("of complaints about offices, the city and the inspection agrees too")
    func complaints() async throws {
        try await withFixture { fixture in
            var issues: [IssueID] = []
            for about in ["office.410105", "office.410100", "zhengzhou", "discipline", "industry"] {
                issues += try await fixture.file(
                    key: about, fields: ["complainedUnit": .text(about)])
            }
            let stored = try await fixture.records.issues.issues(issues)
            #expect(
                stored.map(\.attributes.office) == [
                    "office.410100", "discipline", "discipline", "office.410105", "office.410105",
                ])
            for person in fixture.world.value.directory.persons {
                let listing = Listing(fixture: fixture, person: .person(person))
                let listed = try await listing.all(pageSize: 17)
                #expect(Set(listed) == Set(listing.visible(of: stored)), "\(person.login)")
            }
            let inspector = Listing(
                fixture: fixture, person: try fixture.principal("discipline.head"))
            #expect(Set(try await inspector.all(pageSize: 5)) == [issues[1], issues[2]])
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("is found by two characters, whatever their case or width")
    func search() async throws {
        try await withFixture { fixture in
            _ = try await fixture.file(key: "one", fields: ["title": .text("ＡＢＣ扩建5G基站")])
            _ = try await fixture.file(key: "two", fields: ["title": .text("其他事情")])
            let listing = Listing(fixture: fixture, person: try fixture.principal("cityOffice1"))
            for (text, count) in [
                ("扩建", 1), ("基站", 1), ("事情", 1), ("建扩", 0), ("招工", 0), ("新生产线", 2),
                ("5g", 1), ("5G", 1), ("abc", 1), ("ＡＢＣ", 1), ("%", 0), ("扩", 1), ("_", 0),
                ("扩建 基站", 1), ("基站　扩建", 1), ("扩建 事情", 0), ("扩建 5g", 1), ("扩 站", 1),
                ("ZQ2026-", 2), ("zq2026-", 2), ("1380000", 0), ("示", 0), ("description", 0),
            ] {
                #expect(try await listing.search(text) == count, "\(text)")
            }
        }
    }

    @Test("in a unit's queue is what it leads and what is open, by class and deadline")
    func queue() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .dispatched) }
            try await fixture.act(
                "supervise", on: issues[0], by: TestFixture.office, ["text": .text("请抓紧")])
            let industry = try #require(fixture.world.value.directory.unit(code: "industry"))
            let first = try await fixture.records.lists.queue(of: industry.id, after: nil, limit: 2)
            let second = try await fixture.records.lists.queue(
                of: industry.id, after: first.last, limit: 2)
            #expect((first + second).map(\.issue) == issues)
            let other = try #require(fixture.world.value.directory.unit(code: "science"))
            #expect(try await fixture.records.lists.queue(of: other.id, after: nil, limit: 2) == [])
        }
    }
}

extension VisibilityTests {
    /// Files issues that differ in filer, division, category, secrecy and unit.
    private func variety(_ fixture: TestFixture) async throws -> [IssueID] {
        let divisions = ["410102", "410105", "410172", "410181"]
        let categories = ["LAB", "FIN", "PWR", "LAW"]
        let units = ["industry", "financialWork", "division.410105"]
        var issues: [IssueID] = []
        for number in 0..<48 {
            let division = divisions[number % 4]
            let unit = units[number % 3]
            var fields: [String: FieldValue] = [
                "division": .text(division), "category": .text(categories[number / 4 % 4]),
            ]
            if number % 5 == 0 { fields["complainedUnit"] = .text(unit) }
            if number % 10 == 0 { fields["confidential"] = .boolean(true) }
            let issue = try await fixture.file(
                by: "officer\(number % 6 + 1)", key: "\(number)", fields: fields)[0]
            issues.append(issue)
            if number % 5 != 0, number % 7 != 0 {
                try await dispatch(issue, to: unit, office: "office.\(division)", fixture)
            }
        }
        return issues
    }

    private func dispatch(
        _ issue: IssueID, to unit: String, office: String, _ fixture: TestFixture
    ) async throws {
        try await fixture.act("accept", on: issue, by: office)
        try await fixture.act("triage", on: issue, by: office, ["class": .text("B")])
        try await fixture.act(
            "dispatch", on: issue, by: office,
            [
                "leadUnit": .text(unit), "supportingUnits": .list([.text("humanResources")]),
                "reason": .text("示例"),
            ])
    }
}
