package import Casework
package import Engine
import Store
package import WorkingTime

/// What people do in a fixture, said briefly.
extension TestFixture {
    package static let enterpriseCode = "91410100MADEM0046Q"
    package static let division = "410105"

    package func principal(_ login: String) throws -> Principal {
        guard let person = world.value.directory.person(login: login) else {
            throw TestClusterFault("nobody has the login \(login)")
        }
        return .person(person)
    }

    /// Files one case, or several where one does not hold so many; the fields are
    /// those of the action, over sensible ones.
    package func file(
        count: Int = 1, workflow: String = "enterprise-assistance", action: String = "file",
        by login: String = "officer1", key: String = "filing",
        fields: [String: FieldValue] = [:], at: Instant? = nil
    ) async throws -> [IssueID] {
        var issues: [IssueID] = []
        while issues.count < count {
            let lot = issues.isEmpty ? key : "\(key) from \(issues.count)"
            let outcome = try await gateway.file(
                filing(
                    count: min(20, count - issues.count), workflow: workflow, action: action,
                    by: login, key: lot, fields: fields, at: at))
            guard case .filed(_, let newIssues) = outcome else {
                throw TestClusterFault("the filing was made before")
            }
            issues += newIssues.map(\.after.id)
        }
        return issues
    }

    package func filing(
        count: Int = 1, workflow: String = "enterprise-assistance", action: String = "file",
        by login: String = "officer1", key: String = "filing", reference: String? = nil,
        enterprise: String = enterpriseCode, fields: [String: FieldValue] = [:], at: Instant? = nil
    ) throws -> Filing {
        let standard: [String: FieldValue] = [
            "title": .text("招工困难"), "description": .text("新生产线缺少普工三十名"),
            "category": .text("LAB"), "division": .text(Self.division),
        ]
        let issue = Filing.IssueToFile(
            fields: standard.merging(fields) { _, given in given },
            contact: Narrative.Contact(name: "示例联系人", phone: "13800000000"))
        return Filing(
            workflow: workflow, action: action, enterprise: enterprise, source: "test",
            externalReference: reference, note: nil, creditCodeOverride: nil,
            issues: Array(repeating: issue, count: count), principal: try principal(login),
            key: CommandKey(deriving: ["test", key]), requestDigest: Self.digest(key),
            receivedAt: at ?? time.now)
    }

    package func command(
        _ action: String, on issue: IssueID, by principal: Principal,
        fields: [String: FieldValue] = [:], expected: Command.ExpectedVersion = .any,
        key: String? = nil, request: String = "request", at: Instant? = nil
    ) -> Command {
        Command(
            issue: .id(issue), intent: .act(action: action, comment: nil, fields: fields),
            principal: principal, expected: expected,
            key: CommandKey(deriving: ["test", key ?? "\(action) by \(principal.keySpace)"]),
            requestDigest: Self.digest(request), receivedAt: at ?? time.now)
    }

    /// Takes an action as the person with the login.
    @discardableResult
    package func act(
        _ action: String, on issue: IssueID, by login: String,
        _ fields: [String: FieldValue] = [:], key: String? = nil, at: Instant? = nil
    ) async throws -> ActionOutcome {
        try await gateway.act(
            command(
                action, on: issue, by: try principal(login), fields: fields, key: key, at: at))
    }

    private static func digest(_ text: String) -> [UInt8] {
        LinkKey.digest(of: text)
    }
}
