import Casework
import Languages
package import WorkingTime

extension WorkingTimeRefusal {
    /// Words the refusal of a computation as a problem, with instants as a zone shows them.
    package func text(in zone: ZoneTable) -> ProblemText {
        var text = ProblemText(
            code: code, status: 422,
            title: Label(zh: "无法计算时限", en: "The working time can't be computed"),
            hint: Label(zh: "请核对日期、时限与挂起时段。", en: "Check the dates, the limit and the pauses."))
        text.detail = words(in: zone)
        return text
    }
}
