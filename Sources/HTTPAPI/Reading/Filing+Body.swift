import APIModel
import Casework
import Workflow
import WorkingTime

extension Filing {
    /// Takes a filing from a request, its values as they are.
    init(
        _ wanted: CaseFiling, by principal: Principal, key: CommandKey, requestDigest: [UInt8],
        at instant: Instant
    ) {
        self.init(
            workflow: wanted.workflow, enterprise: wanted.enterprise,
            enterpriseName: wanted.enterpriseName, project: wanted.project, unit: wanted.unit,
            source: wanted.source, externalReference: wanted.externalReference, note: wanted.note,
            creditCodeOverride: wanted.creditCodeOverride?.reason,
            issues: wanted.issues.map(IssueToFile.init), isDraft: wanted.draft ?? false,
            principal: principal, key: key, requestDigest: requestDigest, receivedAt: instant)
    }
}

extension Filing.IssueToFile {
    fileprivate init(_ wanted: CaseFiling.IssueFiling) {
        var fields: [String: FieldValue] = [
            "title": .text(wanted.title), Attribute.category.name: .text(wanted.category),
            Attribute.division.name: .text(wanted.division),
        ]
        fields["description"] = wanted.description.map(FieldValue.text)
        fields[Attribute.issueClass.name] = wanted.class.map(FieldValue.text)
        fields["deliveryKind"] = wanted.deliveryKind.map(FieldValue.text)
        fields[Attribute.complainedUnit.name] = wanted.complainedUnit.map(FieldValue.text)
        fields[Attribute.project.name] = wanted.project.map(FieldValue.text)
        fields[Attribute.confidential.name] = wanted.confidential.map(FieldValue.boolean)
        fields["needs"] = wanted.needs.map { .object($0.mapValues(FieldValue.need)) }
        var sentAt: [String: String] = [:]
        for (member, values) in [("fields", wanted.fields), ("adoption", wanted.adoption)] {
            for (name, value) in values ?? [:] {
                fields[name] = FieldValue(value)
                let step = JSONPointer.step(name)
                sentAt[String(step.dropFirst())] = member + step
            }
        }
        self.init(
            fields: fields,
            contact: wanted.contact.map {
                .init(name: $0.name, phone: $0.phone.map(HalfWidth.text))
            }, isAdopted: wanted.adoption != nil, sentAt: sentAt)
    }
}
