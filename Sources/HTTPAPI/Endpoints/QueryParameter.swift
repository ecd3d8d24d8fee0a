import APIModel
import Languages

/// A parameter that a route reads behind the `?` of its address.
struct QueryParameter: Sendable {
    let name: String
    let label: Label
    let shape: Shape
    /// Of a number.
    var range: ClosedRange<Int>?
    /// What is meant where it is left out.
    var usual: Int?

    init(_ name: String, _ zh: String, _ en: String, shape: Shape = .text) {
        self.name = name
        label = Label(zh: zh, en: en)
        self.shape = shape
    }

    static let cursor = QueryParameter(
        "cursor", "上一页的 next", "What the page before said in next")

    static let limit: QueryParameter = {
        var limit = QueryParameter(
            "limit", "每页最多几项", "How many items a page holds at most", shape: .integer)
        limit.range = QueryNumber.limits
        limit.usual = QueryNumber.usualLimit
        return limit
    }()

    static let unit = QueryParameter("unit", "单位代码或名称", "The code or the name of a unit")
    static let enterprise = QueryParameter("enterprise", "统一社会信用代码", "A credit code")
    static let category = QueryParameter(
        "category", "诉求类别代码或名称", "The code or the label of a category")

    static let state = QueryParameter(
        "state", "流程状态，标识或名称", "A state of a workflow, by identifier or label")
    static let issueClass = QueryParameter(
        "class", "问题类，标识或名称", "A class of a workflow, by identifier or label")
    static let division = QueryParameter(
        "division", "属地，代码或名称，含其下级",
        "A division by code or name, with those below it")
    static let workflow = QueryParameter(
        "workflow", "流程，标识或名称，含其各版本",
        "A workflow by identifier or label, in all its versions")

    static let search = QueryParameter(
        "q", "文字中须含的词，以空格分开", "Words that the text must hold, parted by spaces")
}
