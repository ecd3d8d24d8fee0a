package import ArgumentParser
package import Languages

extension ArgumentHelp {
    /// - Parameter value: what the value is called; nil where that is the name of the property.
    package init(zh: String, en: String, value: (zh: String, en: String)? = nil) {
        let language = CommandLanguage.current
        self.init(
            language(zh, en), valueName: value.map { language($0.zh, $0.en) })
    }

    package init(_ text: Label, value: (zh: String, en: String)? = nil) {
        self.init(zh: text.zh, en: text.en, value: value)
    }
}

extension CommandConfiguration {
    /// - Parameters:
    ///   - standard: the command below it that is meant where none is named.
    ///   - aliases: what it is called beside its name.
    package init(
        _ name: String, abstract: Label, discussion: Label = Label(zh: "", en: ""),
        version: String = "", subcommands: [any ParsableCommand.Type] = [],
        usually standard: (any ParsableCommand.Type)? = nil, aliases: [String] = []
    ) {
        let language = CommandLanguage.current
        self.init(
            commandName: name, abstract: abstract.text(in: language),
            discussion: discussion.text(in: language), version: version, subcommands: subcommands,
            defaultSubcommand: standard, aliases: aliases)
    }
}

extension ValidationError {
    package init(zh: String, en: String) { self.init(CommandLanguage.current(zh, en)) }
}
