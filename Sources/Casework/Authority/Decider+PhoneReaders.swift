import Workflow
package import WorkingTime

extension Decider {
    /// Tells whether a principal needs the enterprise's telephone number now: it handles the issue, or
    /// may take an action for which the enterprise is rung.
    ///
    /// - Throws: what `settle` does.
    package func needsNumber(
        of issue: Issue, _ principal: Principal, at instant: Instant
    ) throws -> Bool {
        let scope = world.directory.scope(of: principal, at: instant)
        if scope.handles(issue, in: world.directory) { return true }
        return try options(on: issue, by: principal, at: instant).contains {
            $0.action.isTelephoned && $0.obstacle == nil
        }
    }
}

extension Scope {
    /// Tells whether the principal looks after the issue, handles it, or works for its lead unit.
    package func handles(_ issue: Issue, in directory: Directory) -> Bool {
        guard own == issue.serviceOfficer || !isBarred(from: issue, in: directory) else {
            return false
        }
        let close = [issue.serviceOfficer, issue.attributes.handler]
        if close.contains(where: { $0.map(persons.contains) ?? false }) { return true }
        guard sees(issue, in: directory), let lead = issue.attributes.leadUnit,
            let unit = directory.unit(code: lead)
        else { return false }
        return belongsTo.contains(unit.id)
    }
}
