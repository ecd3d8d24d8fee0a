import Casework
import Engine
import WorkingTime

/// Reads a number in a path, in the one way that it is written: no sign, no zeros before it.
enum PathNumber {
    static func read(_ text: String) -> Int64? {
        guard let number = Int64(text), number > 0, String(number) == text else { return nil }
        return number
    }
}

/// Finds the issue that a path names, by id or by number.
struct IssuePath {
    let reader: any CaseReader

    /// - Throws: `Refusal.unknownIssue` where there is none.
    func issue(_ text: String) async throws -> IssueID {
        if let id = PathNumber.read(text) { return IssueID(id) }
        guard text.utf8.count <= 60, let id = try await reader.issueID(number: text) else {
            throw Refusal.unknownIssue
        }
        return id
    }

    /// Finds issues that are named by id or by number, at once.
    ///
    /// Shape: as many as texts, in their order; nil where there is none of that number.
    func issues(_ texts: [String]) async throws -> [IssueID?] {
        let numbers = Set(texts.filter { PathNumber.read($0) == nil && $0.utf8.count <= 60 })
        let found = try await reader.issueIDs(numbers: numbers.sorted())
        return texts.map { PathNumber.read($0).map(IssueID.init) ?? found[$0] }
    }

    /// Reads an issue that the principal may see; what it may not see does not exist for it.
    func visible(
        _ text: String, to principal: Principal, in world: World, at now: Instant
    ) async throws -> Issue {
        let id = try await issue(text)
        guard let issue = try await reader.issues([id]).first,
            world.scope(of: principal, at: now).sees(issue, in: world.directory)
        else { throw Refusal.unknownIssue }
        return issue
    }
}
