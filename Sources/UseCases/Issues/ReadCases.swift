package import Casework
package import Store

/// What is shown of a case.
package struct CaseExtract: Sendable {
    package let filed: FiledCase
    package let enterprise: Enterprise?
    package let issues: [Issue]
    /// False where there are issues that are not shown: what was written about the case as a whole may
    /// speak of them.
    package let isWhole: Bool
}

/// Names a case by its id, or by its number.
package enum CaseReference: Hashable, Sendable {
    case id(CaseID)
    case number(String)
}

/// Reads cases as those who may see an issue of them are shown them.
package struct ReadCases: Sendable {
    private let cases: CaseRecords
    private let issues: IssueRecords
    private let enterprises: EnterpriseRecords

    package init(records: Records) {
        cases = records.cases
        issues = records.issues
        enterprises = records.enterprises
    }

    /// - Parameter reference: nil where what was sent can name none.
    /// - Throws: `notFound`, also where the asker may see none of its issues.
    package func extract(
        of reference: CaseReference?, for asker: Asker
    ) async throws -> CaseExtract {
        guard let id = try await id(of: reference), let filed = try await cases.filedCase(id)
        else { throw InputFault.notFound }
        let all = try await issues.issues(try await cases.issueIDs(of: id))
        let seen = all.filter(asker.sees)
        guard !seen.isEmpty else { throw InputFault.notFound }
        return CaseExtract(
            filed: filed,
            enterprise: try await enterprises.enterprise(filed.subject.enterprise),
            issues: seen, isWhole: seen.count == all.count)
    }

    private func id(of reference: CaseReference?) async throws -> CaseID? {
        switch reference {
        case nil: nil
        case .id(let id): id
        case .number(let number): try await cases.caseID(number: number)
        }
    }
}
