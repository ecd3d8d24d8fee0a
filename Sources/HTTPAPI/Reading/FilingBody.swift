import APIModel
import Casework
import WorkingTime

extension Filing {
    /// Takes a filing from a request, its values as they are.
    init(
        _ wanted: CaseFiling, by principal: Principal, key: CommandKey, requestDigest: [UInt8],
        at instant: Instant
    ) {
        self.init(
            workflow: wanted.workflow, enterprise: wanted.enterprise,
            enterpriseName: wanted.enterpriseName, source: wanted.source,
            externalReference: wanted.externalReference, note: wanted.note,
            creditCodeOverride: wanted.creditCodeOverride?.reason,
            issues: wanted.issues.map(IssueToFile.init), principal: principal, key: key,
            requestDigest: requestDigest, receivedAt: instant)
    }
}

extension Filing.IssueToFile {
    fileprivate init(_ wanted: CaseFiling.IssueFiling) {
        var fields: [String: FieldValue] = [
            "title": .text(wanted.title),
            "category": .text(wanted.category), "division": .text(wanted.division),
        ]
        fields["description"] = wanted.description.map(FieldValue.text)
        fields["class"] = wanted.class.map(FieldValue.text)
        fields["deliveryKind"] = wanted.deliveryKind.map(FieldValue.text)
        fields["complainedUnit"] = wanted.complainedUnit.map(FieldValue.text)
        fields["project"] = wanted.project.map(FieldValue.text)
        fields["confidential"] = wanted.confidential.map(FieldValue.boolean)
        fields["needs"] = wanted.needs.map { .object($0.mapValues(FieldValue.need)) }
        for (name, value) in wanted.adoption ?? [:] { fields[name] = FieldValue(value) }
        self.init(
            fields: fields,
            contact: wanted.contact.map {
                .init(name: $0.name, phone: $0.phone.map(HalfWidth.text))
            }, isAdopted: wanted.adoption != nil)
    }
}
