import APIModel
import Languages

/// Says which level an issue was raised to, and which card was given. Term: 提级, 黄红牌.
struct AttentionText {
    let issue: IssueAnswer
    let language: Language

    var text: String {
        let level = issue.level
        let raised = level > 0 ? language("\(level)级", "level \(level)") : nil
        let card = issue.cardLabel.map { language($0) } ?? issue.card
        let parts = [raised, card?.plain].compactMap { $0 }
        return parts.isEmpty ? "—" : parts.joined(separator: " ")
    }
}
