package import Languages

/// One setting of a program, whatever its values are.
package protocol DeclaredSetting: Sendable {
    /// As its flag is called, without the dashes.
    var name: String { get }
    /// The environment variable that gives it, and its name in a file of settings.
    var variable: String { get }
    /// The option of the command line that gives it; nil where none does.
    var flag: String? { get }
    var meaning: Label { get }
    /// What may be given; nil where any text may.
    var bounds: Label? { get }
    /// What holds where nothing is given, as one would write it; nil where there is nothing.
    var standardText: String? { get }
    /// Whether its value is shown to nobody.
    var isSecret: Bool { get }

    func accepts(_ text: String) -> Bool
}

/// Declares a setting: its names, what it means, what may be given and what holds otherwise.
package struct Setting<Value: Sendable>: DeclaredSetting {
    package let name: String
    package let variable: String
    package let flag: String?
    package let meaning: Label
    package let isSecret: Bool
    package let standard: Value
    let form: SettingForm<Value>

    /// - Parameter variable: nil where it is made of the name.
    init(
        _ name: String, _ form: SettingForm<Value>, default standard: Value,
        variable: String? = nil, hasFlag: Bool = true, isSecret: Bool = false, zh: String,
        en: String
    ) {
        self.name = name
        self.form = form
        self.standard = standard
        self.variable =
            variable ?? "ZHUQI_" + name.uppercased().split(separator: "-").joined(separator: "_")
        flag = hasFlag ? "--\(name)" : nil
        self.isSecret = isSecret
        meaning = Label(zh: zh, en: en)
    }

    package var bounds: Label? { form.bounds }
    package var standardText: String? { form.text(standard) }

    package func accepts(_ text: String) -> Bool { form.parse(text) != nil }
}
