import APIModel
import Languages

/// Says which level an issue was raised to, and which card was given. Term: 提级, 黄红牌.
struct AttentionText {
    let issue: IssueAnswer
    let language: Language

    var text: String {
        let words = Vocabulary(language: language)
        let level = issue.level > 0 ? words.level(issue.level) : nil
        let parts = [level, issue.card.map(words.card)].compactMap { $0 }
        return parts.isEmpty ? "—" : parts.joined(separator: " ")
    }
}
