import Auditing
import Casework
import Languages
import Workflow
import WorkingTime

/// Turns recorded names into words for people, the name itself beside them.
enum Wording {
    /// Term: 回访情况.
    static func evaluation(_ name: String) -> String {
        worded(
            name,
            [
                "satisfied": "满意", "basicallySatisfied": "基本满意", "dissatisfied": "不满意",
                "notEvaluated": "未参评",
            ])
    }

    /// Term: 办理结果.
    static func result(_ name: String) -> String {
        worded(
            name,
            ["solved": "已解决", "partly": "部分解决", "explained": "解释说明", "cannot": "无法解决"])
    }

    static func card(_ name: String) -> String {
        worded(name, ["yellow": "黄牌", "red": "红牌"])
    }

    static func verdict(_ verdict: ClockVerdict?) -> String {
        switch verdict {
        case .onTime: "是 yes"
        case .late: "否 no"
        case .undecided, nil: MetricValue.empty
        }
    }

    /// Hours of work with one decimal, cut off.
    static func hours(_ workingSeconds: Int64) -> String {
        "\(workingSeconds / 3600).\(workingSeconds % 3600 / 360)h"
    }

    static func answer(_ holds: Bool) -> String { holds ? "是 yes" : "否 no" }

    /// The name that a unit bore when the month ended: a later one is not for it.
    static func unit(_ code: String, in directory: Directory, of month: AuditMonth) -> String {
        let end = month.range.upperBound.adding(seconds: -1)
        return directory.unit(code: code)?.name(at: end).zh ?? code
    }

    static func group(
        _ group: MetricGroup, in directory: Directory, of month: AuditMonth
    ) -> String {
        switch group {
        case .whole: "全部"
        case .unit(let code): unit(code, in: directory, of: month)
        case .division(let code): directory.division(code)?.name.zh ?? code
        case .level(.city): "市级"
        case .level(.district): "区县级"
        }
    }

    private static func worded(_ name: String, _ words: [String: String]) -> String {
        words[name].map { "\($0) \(name)" } ?? name
    }
}
