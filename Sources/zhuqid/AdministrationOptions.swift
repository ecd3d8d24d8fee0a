import ArgumentParser
import CommandText
import Engine
import Languages
import Store
import UseCases

/// What every administrative act takes from whoever calls for it.
struct AdministrationOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @OptionGroup var links: LinkKeyOptions

    @Option(
        help: ArgumentHelp(
            zh: "以哪位系统管理员的名义办理（账号）；move 必填，其他命令在不止一位时须填。",
            en: """
                The login of the system administrator in whose name it is done; `move` needs it, \
                others where there is more than one.
                """, value: ("账号", "login")))
    var by: String?

    @Flag(help: ArgumentHelp(zh: "只说会怎样，不改动。", en: "Says what would happen, and changes nothing."))
    var dryRun = false

    /// Opens what an act needs, for the body.
    ///
    /// - Parameter body: gets the way in for what it changes; nil for a dry run.
    /// - Throws: a usage error where nobody is named in whose name it could be done.
    func administer<Value>(
        _ body: (Composition, Batcher?) async throws -> Value
    ) async throws -> Value {
        let logger = ToolLogger.make()
        do {
            return try await withInstallation(
                database, linkKey: try links.key(database), logger
            ) { composition in
                try await body(
                    composition, dryRun ? nil : composition.batcher(ObservationLog(logger)))
            }
        } catch let fault as AdministratorFault {
            throw ValidationError(CommandLanguage.current(fault.words.zh, fault.words.en))
        }
    }
}
