import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct FileCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "file",
            abstract: Label(
                zh: "登记企业的诉求。", en: "Files what an enterprise needs."),
            discussion: Label(
                zh: """
                    先写诉求内容，再逐项询问：企业、标题、类别、级别、数量、联系人、是否保密。提交前显示建议的类别与单位、\
                    该企业近期相似的诉求、别家同类的诉求，确认后才提交；同一件诉求可登记几个问题。

                    各项都可用选项给出。不在终端上时，须给出 --yes；未给出的类别用建议的。几个 --text 即几个问题，\
                    --title、--category、--class 按次序对应，只写一次的对每一个都算。--dry-run 只显示，不提交。

                    中断了的命令可用它给出的命令再次运行，不会重复登记。

                    例：
                      zhuqi file
                      zhuqi file --enterprise 一号机械 --text @诉求.txt --need 缺口=200 --yes
                      zhuqi file --filing @诉求.json --yes
                    """,
                en: """
                    The text first, then what else is asked for: enterprise, title, category, \
                    class, quantities, contact, whether it is confidential. Before anything is \
                    sent you see the proposed category and units, what the same enterprise filed \
                    lately, and whether others need the same; then you are asked. A case may hold \
                    several issues.

                    Everything may be given by options. Without a terminal --yes is required; a \
                    category that is left out is the proposed one. Several --text make several \
                    issues, with the --title, --category and --class of the same place; one alone \
                    counts for each. --dry-run shows, and sends nothing.

                    A command that was cut off names the one that is safe to run again.

                    Example:
                      zhuqi file
                      zhuqi file --enterprise 91410100MADEM0046Q --text @need.txt --yes
                      zhuqi file --filing @case.json --yes
                    """))
    }

    @OptionGroup var content: FilingOptions

    @Option(
        help: ArgumentHelp(
            zh: "整件诉求的 JSON，照接口的写法；@文件 从文件读。不能与上面的选项同用。",
            en:
                "The whole case as JSON, as the API takes it; @file reads it. Without the options above.",
            value: ("JSON", "json")))
    var filing: String?

    @Flag(
        help: ArgumentHelp(
            zh: "只暂存为草稿，以后用 zhuqi draft 提交。",
            en: "Keeps it as a draft, to be submitted with zhuqi draft."))
    var draft = false

    @Option(
        help: ArgumentHelp(
            zh: "本次登记的键：同一个键运行几次都只登记一次。",
            en: "Names this command, so that it files once however often it is run.",
            value: ("键", "key")))
    var key: IdempotencyKey?

    @Flag(help: ArgumentHelp(zh: "不再询问是否提交。", en: "Does not ask before it is sent."))
    var yes = false

    @Flag(
        help: ArgumentHelp(
            zh: "预演：显示将提交什么，不提交。", en: "Shows what would be sent, and sends nothing."))
    var dryRun = false

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func validate() throws {
        guard filing == nil || !content.isGiven && !draft else {
            throw ValidationError(
                zh: "--filing 是整件诉求，不能与其内容的选项同用",
                en: "--filing is the whole case; leave the options for its parts out.")
        }
    }

    func perform(at session: Session) async throws {
        guard yes || dryRun || session.console.isInteractive else {
            throw StaffError.usage(
                zh: "不在终端上登记，请给出 --yes；先看看用 --dry-run",
                en: "without a terminal give --yes, or --dry-run to look first")
        }
        let prepared = try await prepared(at: session)
        let sheet = FilingSheet(
            filing: prepared, language: session.language, canvas: session.console.canvas)
        if dryRun { return try show(prepared, sheet, at: session) }
        if !yes {
            session.console.warn(lines: [""] + sheet.lines)
            guard Prompt(session).agrees(to: sheet.question) else {
                throw StaffError.usage(zh: "已取消，没有登记", en: "cancelled; nothing was filed")
            }
        }
        let reply = try await send(prepared, at: session)
        let receipt = FilingReceipt(
            isReplayed: reply.isReplayed, isDraft: prepared.parts.draft == true,
            language: session.language)
        try session.write(reply, as: receipt.lines)
    }

    private func prepared(at session: Session) async throws -> PreparedFiling {
        guard let filing else {
            let interview = FilingInterview(options: content, isDraft: draft, session: session)
            return try await interview.prepare()
        }
        return try PreparedFiling(
            json: FieldAssignment.text(filing, readFile: session.console.readFile))
    }

    private func show(
        _ prepared: PreparedFiling, _ sheet: FilingSheet, at session: Session
    ) throws {
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(prepared))
        }
        let nothing = session.language("这是预演，什么也没有提交。", "Nothing was sent.")
        session.console.write(lines: sheet.lines + [nothing])
    }

    private func send(
        _ prepared: PreparedFiling, at session: Session
    ) async throws -> Reply<CaseAnswer> {
        let key = key ?? .random()
        let again = session.commandLine(
            ["file", "--filing", try prepared.text, "--yes", "--key", key.text])
        return try await session.writing(repeatWith: again) { () throws(ClientError) in
            try await session.client.file(prepared.filing, key: key)
        }
    }
}
