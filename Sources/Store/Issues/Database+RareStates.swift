import Engine
import Postgres

extension Database {
    /// Finds the issues in an open state; nil where they are many, and where no open state is asked for:
    /// there a list goes through in its own order.
    func fewIssues(inStateOf filter: IssueFilter) async throws -> [Int64]? {
        guard let states = filter.state.flatMap({ catalogue.value.ids(ofOpenStatesNamed: $0) })
        else { return nil }
        let found = try await search(
            .issuesInStates, [.int32s(states), .int32(Int32(TextSearch.fewest + 1))]
        ).map { try $0.int64("id") }
        return found.count > TextSearch.fewest ? nil : found.sorted()
    }
}
