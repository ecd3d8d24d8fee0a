import Workflow
package import WorkingTime

extension Issue {
    /// An issue before its first event, to fold events onto.
    package init(
        unborn id: IssueID, number: String, caseID: CaseID, enterprise: EnterpriseID?,
        filer: PersonID?, workflow: WorkflowVersionID, createdAt: Instant,
        attributes: Attributes = Attributes(), narrative: Narrative = .untold
    ) {
        self.init(
            id: id, number: number, caseID: caseID, enterprise: enterprise, filer: filer,
            workflow: workflow, createdAt: createdAt, updatedAt: createdAt, sequence: 0,
            state: StateDefinition.unborn, attributes: attributes, narrative: narrative,
            clocks: [], clockCount: 0, digest: [])
    }

    /// Goes back to before the first event of an issue.
    ///
    /// - Parameter workflow: the version that it began on; nil where it never moved to another.
    package init(unbornLike head: Issue, on workflow: WorkflowVersionID? = nil) {
        self.init(
            unborn: head.id, number: head.number, caseID: head.caseID,
            enterprise: head.enterprise, filer: head.filer, workflow: workflow ?? head.workflow,
            createdAt: head.createdAt)
    }
}

extension Narrative {
    /// Before anything was said.
    package static let untold = Narrative(title: "", description: "", contact: nil, needs: nil)
}
