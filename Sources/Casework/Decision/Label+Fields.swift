package import Languages
import WorkingTime

/// What many fields are told, as words that follow the name of the field.
extension Label {
    package static let isRequired = Label(zh: "必填", en: "is required")

    package static let noDate: Label = {
        let (first, last) = (WrittenDate.years.lowerBound, WrittenDate.years.upperBound)
        return Label(
            zh: "须为\(first)至\(last)年的日期，写作 YYYY-MM-DD",
            en: "must be a date of the years \(first) to \(last), YYYY-MM-DD")
    }()

    static let notPast = Label(zh: "不得早于今日", en: "must not lie in the past")
    static let notFuture = Label(zh: "不得晚于今日", en: "must not lie in the future")

    package static let noUnit = Label(zh: "须为单位代码", en: "must be the code of a unit")

    package static let noIssue = Label(
        zh: "须为您可查阅的问题的编号", en: "must be the number of an issue that you may see")

    static let noDivision = Label(
        zh: "须为六位行政区划代码", en: "must be the six-digit code of a division")

    static let noProject = Label(
        zh: "须为名录中项目的代码", en: "must be the code of a project in the directory")

    /// Names all that may be given, for people with what it is called.
    package static func oneOf(
        _ names: [String], called label: (String) -> String? = { _ in nil }
    ) -> Label {
        let labelled = names.map { name in label(name).map { "\(name)（\($0)）" } ?? name }
        return Label(
            zh: "须为以下之一：\(labelled.joined(separator: "、"))",
            en: "must be one of \(names.joined(separator: ", "))")
    }
}
