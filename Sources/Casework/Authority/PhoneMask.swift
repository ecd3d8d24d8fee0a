/// Hides the middle of a telephone number: `138****1234`.
package enum PhoneMask {
    package static func masked(_ phone: String) -> String {
        guard phone.count > 4 else { return "****" }
        let kept = phone.count >= 11 ? 3 : 0
        return phone.prefix(kept) + "****" + phone.suffix(phone.count >= 7 ? 4 : 2)
    }
}

extension Scope {
    /// Tells whether the principal handles the issue and so may see the whole number.
    package func handles(_ issue: Issue, in directory: Directory) -> Bool {
        guard own == issue.filer || !isBarred(from: issue, in: directory) else { return false }
        let close = [issue.filer, issue.serviceOfficer, issue.attributes.handler]
        if close.contains(where: { $0.map(persons.contains) ?? false }) { return true }
        guard sees(issue, in: directory), let lead = issue.attributes.leadUnit,
            let unit = directory.unit(code: lead)
        else { return false }
        return belongsTo.contains(unit.id)
    }
}
