import Casework
import Postgres
import Workflow
import WorkingTime

/// The columns of `addCases`, one element for each case that is filed, and of `addEnterprises`.
struct FilingArrays {
    private var decisions: [FilingDecision] = []
    private var enterprises: [Enterprise] = []

    var count: Int { decisions.count }
    var enterpriseCount: Int { enterprises.count }

    mutating func add(_ decision: FilingDecision) {
        decisions.append(decision)
        guard let new = decision.newEnterprise, !enterprises.contains(where: { $0.id == new.id })
        else { return }
        enterprises.append(new)
    }

    var parameters: [Parameter] {
        let cases = decisions.map(\.filed)
        return [
            .int64s(cases.map(\.id.rawValue)), .int32s(decisions.map { Int32($0.year) }),
            .int64s(cases.map(\.subject.enterprise?.rawValue)),
            .int64s(cases.map(\.workflow.rawValue)),
            .texts(cases.map(\.source)), .texts(cases.map(\.externalReference)),
            .texts(cases.map(\.note)), .texts(cases.map(\.creditCodeOverride)),
            .int64s(cases.map(\.filer.rawValue)), .timestamps(cases.map(\.filedAt.microseconds)),
            .byteas(decisions.map(\.key.bytes)), .byteas(decisions.map(\.requestDigest)),
            .texts(cases.map(\.subject.kind.rawValue)), .texts(cases.map(\.subject.project)),
            .texts(cases.map(\.subject.unit)),
        ]
    }

    var enterpriseParameters: [Parameter] {
        [
            .int64s(enterprises.map(\.id.rawValue)), .texts(enterprises.map(\.creditCode)),
            .texts(enterprises.map(\.name)), .texts(enterprises.map(\.division)),
            .texts(enterprises.map { Bigrams.all(of: $0.name).joined(separator: " ") }),
        ]
    }
}
