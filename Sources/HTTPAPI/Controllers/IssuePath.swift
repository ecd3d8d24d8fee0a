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

extension IssueReference {
    /// Reads an id, or else a number; nil where the text can be neither.
    init?(_ text: String) {
        if let id = PathNumber.read(text) {
            self = .id(IssueID(id))
        } else if Decider.mayBeNumber(text) {
            self = .number(text)
        } else {
            return nil
        }
    }
}

/// Finds the issue that a path names, by id or by number.
struct IssuePath {
    let reader: any CaseReader

    /// - Throws: `Refusal.unknownIssue` where the text can name none.
    static func reference(_ text: String) throws(Refusal) -> IssueReference {
        guard let reference = IssueReference(text) else { throw .unknownIssue }
        return reference
    }

    /// - Throws: `Refusal.unknownIssue` where there is none.
    func issue(_ text: String) async throws -> IssueID {
        switch try Self.reference(text) {
        case .id(let id): return id
        case .number(let number):
            guard let id = try await reader.issueID(number: number) else {
                throw Refusal.unknownIssue
            }
            return id
        }
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
