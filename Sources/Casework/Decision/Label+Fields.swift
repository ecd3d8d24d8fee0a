package import Workflow

/// What many fields are told, as words that follow the name of the field.
extension Label {
    package static let isRequired = Label(zh: "必填", en: "is required")

    static let noDate = Label(
        zh: "须为1990至2100年的日期，写作 YYYY-MM-DD",
        en: "must be a date of the years 1990 to 2100, YYYY-MM-DD")

    static let noDivision = Label(
        zh: "须为六位行政区划代码", en: "must be the six-digit code of a division")

    /// Names all that may be given.
    package static func oneOf(_ names: [String]) -> Label {
        Label(
            zh: "须为以下之一：\(names.joined(separator: "、"))",
            en: "must be one of \(names.joined(separator: ", "))")
    }
}
