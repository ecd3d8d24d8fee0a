import Languages

/// Says that a command may be run again, before the command itself.
enum RepeatText {
    static func safe(in language: Language) -> String {
        language("再次运行以下命令是安全的，不会重复办理：", "this is safe to run again, nothing is done twice:")
    }

    /// What is said where Ctrl-C ends the tool while a change is under way.
    static func interrupted(_ command: String, in language: Language) -> [String] {
        [
            language(
                "已中断；动作可能已经生效。", "interrupted: the action may have been carried out."),
            "  " + safe(in: language), "  " + command,
        ]
    }
}
