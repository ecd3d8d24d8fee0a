package import Languages
extension Attribute {
    /// What people call a value that actions or the engine set by themselves: no choice has a word for
    /// it.
    ///
    /// - Returns: nil for any other value. A workflow may use others; they are shown as they are.
    package func label(ofValue value: String) -> Label? { Self.valueLabels[self]?[value] }

    private static let valueLabels: [Attribute: [String: Label]] = [
        .card: [
            "yellow": Label(zh: "黄牌", en: "yellow card"), "red": Label(zh: "红牌", en: "red card"),
        ],
        .trackingApproved: ["true": Label(zh: "已批准", en: "approved")],
        .evaluation: ["notEvaluated": Label(zh: "未参评", en: "not evaluated")],
        .evaluationSource: [
            "enterprise": Label(zh: "企业", en: "the enterprise"),
            "callBack": Label(zh: "回访", en: "a call-back"),
        ],
    ]
}
