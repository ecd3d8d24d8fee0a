import APIModel
import Casework
import Languages
import UseCases
import Workflow
import WorkingTime

extension Viewer {
    func filedCase(_ extract: CaseExtract) -> CaseAnswer {
        let filed = extract.filed
        let workflow = world.definitions.workflow(filed.workflow)?.definition
        let zone = workflow.flatMap { world.calendars.current($0.calendar) }?.zone ?? .utc
        let isOpen = extract.issues.contains { workflow?.state($0.state)?.isOpen ?? false }
        return CaseAnswer(
            id: filed.id.description, number: filed.number, workflow: workflow?.id ?? "",
            enterprise: enterprise(extract.enterprise), subject: subject(filed.subject),
            source: filed.source,
            externalReference: extract.isWhole ? filed.externalReference : nil,
            note: extract.isWhole ? filed.note : nil,
            filedAt: time(filed.filedAt, zone),
            filedBy: person(filed.filer) ?? PersonAnswer(login: "", name: ""),
            state: isOpen ? "open" : "ended",
            issues: extract.issues.map { issue($0, enterprise: nil) },
            warnings: filed.creditCodeOverride.map { [warning(ofCreditCode: $0)] })
    }

    /// What is odd about a filing that was taken all the same.
    private func warning(ofCreditCode reason: String) -> String {
        text(
            Label(
                zh: "统一社会信用代码校验位不符，已按所述理由接受：\(reason)",
                en: "The credit code's check digit is wrong; accepted because: \(reason)"))
    }
}
