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

    /// Names all that may be given: by what it is called, and by its name where it is called nothing.
    package static func oneOf(
        _ names: [String], called label: (String) -> Label? = { _ in nil }
    ) -> Label {
        oneOf(names.map { label($0) ?? Label(zh: $0, en: $0) })
    }

    /// The same of what people know by its code as well, such as classes and categories.
    package static func oneOf(codes: [String], called label: (String) -> Label?) -> Label {
        oneOf(
            codes.map { code in
                label(code).map { Label(zh: "\(code)（\($0.zh)）", en: "\(code) (\($0.en))") }
                    ?? Label(zh: code, en: code)
            })
    }

    private static func oneOf(_ labels: [Label]) -> Label {
        Label(
            zh: "须为以下之一：\(labels.map(\.zh).joined(separator: "、"))",
            en: "must be one of \(labels.map(\.en).joined(separator: ", "))")
    }
}
