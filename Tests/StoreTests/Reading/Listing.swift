import Casework
import DatabaseSupport
import Engine
import Store

/// Lists as one person does.
struct Listing {
    let fixture: TestFixture
    let person: Principal

    private var scope: Scope {
        fixture.world.value.directory.scope(of: person, at: fixture.time.now)
    }

    /// Lists without a search, more often than the server takes to settle on one plan.
    func listOften() async throws {
        for _ in 0..<12 {
            _ = try await fixture.records.lists.list(
                IssueFilter(), in: scope, after: nil, limit: 20)
        }
    }

    /// Counts what a search finds.
    func search(_ text: String) async throws -> Int {
        var filter = IssueFilter()
        filter.text = text
        return try await fixture.records.lists.list(filter, in: scope, after: nil, limit: 100).count
    }

    /// Everything that the person is shown, page by page.
    func all(pageSize: Int) async throws -> [IssueID] {
        var found: [IssueID] = []
        var place: QueuePlace?
        while true {
            let page = try await fixture.records.lists.list(
                IssueFilter(), in: scope, after: place, limit: pageSize)
            guard let last = page.last else { return found }
            found += page.map(\.issue)
            place = last
        }
    }

    /// What the person's own queue holds.
    func mine() async throws -> [IssueID] {
        guard case .person(let person) = person else { return [] }
        var filter = IssueFilter()
        filter.mineOf = person.id
        return try await fixture.records.lists.list(filter, in: scope, after: nil, limit: 100)
            .map(\.issue)
    }

    /// Everything that the domain lets the person see.
    func visible(of issues: [Issue]) -> [IssueID] {
        issues.filter { scope.sees($0, in: fixture.world.value.directory) }.map(\.id)
    }
}
