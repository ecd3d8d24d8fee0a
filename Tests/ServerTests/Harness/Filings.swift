import APIModel
import JSON

/// Filings to send, right ones and, by replacing fields, wrong ones.
enum Filings {
    /// An enterprise of Jinshui District (410105), whose paired officer is officer1.
    static let enterprise = "91410100MADEM0046Q"

    static func fields(
        _ replaced: [String: JSONValue] = [:], issue: [String: JSONValue] = [:], count: Int = 1
    ) -> [String: JSONValue] {
        let issues = (1...max(count, 1)).map { self.issue("铝锭供应不足（\($0)）", issue) }
        return [
            "workflow": .text("enterprise-assistance"), "enterprise": .text(enterprise),
            "source": .text("visit"), "issues": .list(issues),
        ].merging(replaced) { $1 }
    }

    static func issue(_ title: String, _ replaced: [String: JSONValue] = [:]) -> JSONValue {
        .object(
            [
                "category": .text("MAT"), "title": .text(title),
                "description": .text("本月铝锭缺口二百吨，请协调上游。"), "division": .text("410105"),
                "contact": .object(["name": .text("王工"), "phone": .text("13812341234")]),
            ].merging(replaced) { $1 })
    }

    static func body(
        _ replaced: [String: JSONValue] = [:], issue: [String: JSONValue] = [:], count: Int = 1
    ) -> [UInt8] {
        do {
            return try bytes(JSONValue.object(fields(replaced, issue: issue, count: count)))
        } catch {
            return Array("\(error)".utf8)
        }
    }

    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        try JSONText.encode(value)
    }
}
