import ArgumentParser
import CommandText

/// The options that narrow a list.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            zh: "该单位的问题。", en: "Issues of this unit.", value: ("单位", "unit")))
    var unit: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "该状态的问题，如 办理中。", en: "Issues in this state, e.g. “In handling”.",
            value: ("状态", "state")))
    var state: [String] = []

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            zh: "该分类的问题，如 U 或 紧急。", en: "Issues of this class, e.g. U.",
            value: ("分类", "class")))
    var issueClass: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "该类别的问题，如 FIN 或 融资。", en: "Issues of this category, e.g. FIN.",
            value: ("类别", "category")))
    var category: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "该属地的问题，如 金水区 或 410105。", en: "Issues of this division, e.g. 410105.",
            value: ("属地", "division")))
    var division: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "该流程的问题。", en: "Issues of this workflow.", value: ("流程", "workflow")))
    var workflow: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "文字含有这些词的问题。", en: "Issues whose text holds each of these words.",
            value: ("词", "words")))
    var search: [String] = []

    /// Every value that was given, by the name of its option.
    private var given: [(name: ListFilter.Name, values: [String])] {
        ListFilter.Name.allCases.map { name in
            switch name {
            case .unit: (name, unit)
            case .state: (name, state)
            case .class: (name, issueClass)
            case .category: (name, category)
            case .division: (name, division)
            case .workflow: (name, workflow)
            case .search: (name, search)
            }
        }
    }

    var filter: ListFilter {
        var filter = ListFilter(values: [:])
        for (name, values) in given { filter.values[name] = values.first }
        return filter
    }

    func validate() throws {
        for (name, values) in given where values.count > 1 {
            throw ValidationError(
                zh: "\(name.option) 只能给出一次，现有 \(values.count) 次",
                en: "\(name.option) is given once, not \(values.count) times.")
        }
    }
}
