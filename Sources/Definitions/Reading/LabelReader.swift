import Workflow

extension Entry {
    /// Reads `{zh: …, en: …}`.
    func label() -> Label {
        guard let mapping = mapping(of: ["zh", "en"]) else { return .unread }
        let zh = mapping.required("zh")?.text()?.value
        let en = mapping.required("en")?.text()?.value
        return Label(zh: zh ?? "", en: en ?? "")
    }
}

extension Mapping {
    /// Reads the label that everything shown to people must have.
    func label() -> Label {
        required("label")?.label() ?? .unread
    }
}

extension Label {
    /// Stands in for a label that was refused.
    static let unread = Label(zh: "", en: "")
}
