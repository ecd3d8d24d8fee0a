import Languages

/// What one item among many lacks of that which headers say of a single action.
package struct ItemFault: Error {
    /// `keyMissing`, `keyMalformed`, `versionMissing` or `versionMalformed`.
    private let problem: ProblemCode
    private let place: Int

    package init(_ problem: ProblemCode, at place: Int) {
        self.problem = problem
        self.place = place
    }

    package var text: ProblemText {
        var text = ProblemText(problem)
        let isKey = problem == .keyMissing || problem == .keyMalformed
        text.hint = isKey ? Self.key : Self.version
        text.errors = [
            FieldText(
                pointer: "/items/\(place)/\(isKey ? "key" : "version")",
                detail: isKey ? Self.key : Self.version)
        ]
        return text
    }

    private static let key = Label(
        zh: "请给出 1 至 200 个可见 ASCII 字符：每次新操作用新的值，重试用原值。",
        en: "Give 1 to 200 visible ASCII characters: new ones for each new action, the same for a "
            + "retry.")
    private static let version = Label(
        zh: "请给出所见问题的版本（整数），或 \"*\"。",
        en: "Give the version of the issue that you saw, a whole number, or \"*\".")
}
