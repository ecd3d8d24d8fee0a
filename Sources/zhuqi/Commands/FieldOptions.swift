import ArgumentParser

/// The options of `do` that give values to an action's fields.
struct FieldOptions: ParsableArguments {
    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(
            "A value; @file reads it from a file. Repeatable (字段).",
            valueName: "name=value"))
    var assignments: [String] = []

    @Option(help: ArgumentHelp("The lead unit (主办).", valueName: "code"))
    var lead: String?

    @Option(
        help: ArgumentHelp(
            "Supporting units beside those that are proposed, or there already (增加协办).",
            valueName: "codes"))
    var support: [String] = []

    @Option(
        help: ArgumentHelp(
            "The supporting units, and no others; with commas (仅由其协办).", valueName: "codes"))
    var onlySupport: [String] = []

    @Option(name: .customLong("class"), help: "The class: U, D, C, B or A (分类).")
    var issueClass: String?

    @Option(help: ArgumentHelp("The reply, or @file (答复).", valueName: "text"))
    var reply: String?

    @Option(help: ArgumentHelp("The reason, or @file (理由).", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("A piece of evidence. Repeatable (佐证).", valueName: "kind:text"))
    var evidence: [String] = []

    func validate() throws {
        if !support.isEmpty, !onlySupport.isEmpty {
            throw ValidationError(
                "--support adds and --only-support replaces: give one of them.")
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
