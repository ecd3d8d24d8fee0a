import APIModel
import Client
import Languages

/// The action on several issues.
extension DoCommand {
    func perform(
        on issues: [String], _ assignments: [FieldAssignment], at session: Session
    ) async throws {
        guard ifMatch == nil, !dryRun else {
            let option = dryRun ? "--dry-run" : "--if-match"
            throw StaffError.usage(
                zh: "\(option) 只能用于一件问题", en: "\(option) is for one issue, not for many")
        }
        let submission = ManySubmission(
            action: action, issues: issues, assignments: assignments, comment: comment, key: key,
            session: session)
        let answer = try await submission.carryOut(confirming: confirm)
        let receipt = ManyReceipt(
            issues: issues, answer: answer.value, language: session.language)
        if session.form == .people {
            session.console.write(lines: receipt.lines)
        } else {
            session.console.write(try PrettyJSON.text(answer: answer))
        }
        guard receipt.failedCount == 0 else {
            throw StaffError.partly(
                done: issues.count - receipt.failedCount, failed: receipt.failedCount)
        }
    }

    /// Throws: `usage` where somebody was asked and did not agree.
    private func confirm(
        _ submission: ManySubmission, _ item: ActionsAnswer.Item?
    ) throws(StaffError) {
        let (console, language) = (submission.session.console, submission.session.language)
        guard console.isInteractive, !yes else { return }
        let label = item.map { language($0.label) } ?? action
        let (count, list) = (submission.issues.count, language.list(submission.issues))
        console.warn(
            language(
                "将对 \(count) 件办理“\(label)”：\(list)。确定吗？（是/否）",
                "\(label) on \(count) issues: \(list). Go on? (yes/no) "
            ).plain)
        let answer = PlainWord.of(console.readLine() ?? "")
        guard ["是", "确定", "y", "yes"].contains(answer) else {
            throw .usage(zh: "已取消，未办理任何问题", en: "cancelled; nothing was done")
        }
    }
}
