import ArgumentParser
import CommandText

/// The options of `do` that give values to an action's fields.
struct FieldOptions: ParsableArguments {
    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(
            zh: "一个字段的值；@文件 从文件读。可重复。",
            en: "The value of a field; @file reads it from a file. Repeatable.",
            value: ("字段=值", "name=value")))
    var assignments: [String] = []

    @Option(help: ArgumentHelp(zh: "主办单位。", en: "The lead unit.", value: ("单位", "unit")))
    var lead: String?

    @Option(
        help: ArgumentHelp(
            zh: "在建议的或已有的之外，增加协办单位。",
            en: "Supporting units beside those that are proposed, or there already.",
            value: ("单位", "units")))
    var support: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "仅由这些单位协办，用逗号分隔。",
            en: "The supporting units, and no others; with commas.", value: ("单位", "units")))
    var onlySupport: [String] = []

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(zh: "分类，如 U。", en: "The class, e.g. U.", value: ("分类", "class")))
    var issueClass: String?

    @Option(
        help: ArgumentHelp(zh: "答复；可用 @文件。", en: "The reply, or @file.", value: ("文字", "text")))
    var reply: String?

    @Option(
        help: ArgumentHelp(zh: "理由；可用 @文件。", en: "The reason, or @file.", value: ("文字", "text")))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            zh: "一件佐证，可重复。", en: "A piece of evidence. Repeatable.",
            value: ("类型:文字", "kind:text")))
    var evidence: [String] = []

    func validate() throws {
        if !support.isEmpty, !onlySupport.isEmpty {
            throw ValidationError(
                zh: "--support 是增加，--only-support 是替换，只能给出其一",
                en: "--support adds and --only-support replaces: give one of them.")
        }
    }

    /// All that was typed, shorthands as the fields that they stand for.
    func assignments(
        readFile: (String) throws -> String
    ) throws(StaffError) -> [FieldAssignment] {
        let shorthands: [(Shorthand, [String])] = [
            (.lead, [lead].compactMap { $0 }), (.support, support), (.onlySupport, onlySupport),
            (.class, [issueClass].compactMap { $0 }), (.reply, [reply].compactMap { $0 }),
            (.reason, [reason].compactMap { $0 }), (.evidence, evidence),
        ]
        var result: [FieldAssignment] = []
        for argument in assignments {
            result.append(try FieldAssignment(parsing: argument, readFile: readFile))
        }
        for (shorthand, values) in shorthands {
            for value in values {
                let text = try FieldAssignment.text(value, readFile: readFile)
                result.append(
                    FieldAssignment(
                        name: shorthand.field, text: text, joining: shorthand.joining))
            }
        }
        return result
    }
}
