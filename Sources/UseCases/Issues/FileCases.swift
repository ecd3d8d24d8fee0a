package import Casework
package import Engine
package import Store

/// Files cases, and answers a filing that was sent again as it was answered first.
package struct FileCases: Sendable {
    /// A case as it was filed, each issue as its first event left it.
    package struct Filed: Sendable {
        package let extract: CaseExtract
        /// True where an earlier request with the same key filed it.
        package let isReplay: Bool
    }

    private let gateway: CommandGateway
    private let cases: CaseRecords
    private let issues: IssueRecords
    private let enterprises: EnterpriseRecords

    package init(gateway: CommandGateway, records: Records) {
        self.gateway = gateway
        cases = records.cases
        issues = records.issues
        enterprises = records.enterprises
    }

    /// The key under which what somebody files counts once.
    package static func key(_ sent: String, of principal: Principal) -> CommandKey {
        CommandKey(deriving: [principal.keySpace, "case", sent])
    }

    package func file(_ filing: Filing) async throws -> Filed {
        switch try await gateway.file(gateway.world.value.understood(filing)) {
        case .filed(let filed, let newIssues):
            try await answer(filed, newIssues.map(\.after), isReplay: false)
        case .replay(let id): try await replay(id)
        }
    }

    /// - Throws: `notFound`.
    private func replay(_ id: CaseID) async throws -> Filed {
        guard let filed = try await cases.filedCase(id) else { throw InputFault.notFound }
        var created: [Issue] = []
        for id in try await cases.issueIDs(of: id) {
            let first = try await issues.events(of: id, upTo: 1)
            guard var issue = try await issues.unborn(id), let event = first.first,
                event.requestDigest.isEmpty == false, event.at == filed.filedAt
            else { continue }
            issue.apply(event)
            created.append(issue)
        }
        return try await answer(filed, created, isReplay: true)
    }

    private func answer(
        _ filed: FiledCase, _ issues: [Issue], isReplay: Bool
    ) async throws -> Filed {
        let enterprise = try await enterprises.enterprise(filed.subject.enterprise)
        return Filed(
            extract: CaseExtract(
                filed: filed, enterprise: enterprise, issues: issues, isWhole: true),
            isReplay: isReplay)
    }
}
