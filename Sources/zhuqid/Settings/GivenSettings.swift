import ArgumentParser
import CommandText
import Foundation
import Languages
import Settings

/// The settings of one call of the program.
struct GivenSettings {
    let values: SettingValues

    /// - Throws: a usage error for a file of settings that can't be read, with the line that is wrong.
    init(_ options: [any SettingOptions]) throws {
        let flags = options.reduce(into: [String: String]()) { all, group in
            all.merge(group.flags.compactMapValues(\.self)) { first, _ in first }
        }
        let environment = ProcessInfo.processInfo.environment
        let outer = SettingValues(flags: flags, environment: environment)
        do {
            let file = try outer(ServerSettings.file).map { path in
                try SettingFile(
                    try DefinitionFile.text(path, sizeLimit: Self.fileSizeLimit), path: path)
            }
            values = SettingValues(flags: flags, environment: environment, file: file)
        } catch let fault as SettingFault {
            throw ValidationError(fault)
        }
    }

    private static let fileSizeLimit = 64 * 1024

    /// - Throws: a usage error that says where something is given that may not be, and what may.
    func callAsFunction<Value>(_ setting: Setting<Value>) throws -> Value {
        do {
            return try values(setting)
        } catch {
            throw ValidationError(error)
        }
    }

    /// - Throws: as above, for any setting of the server.
    func checkAll() throws {
        do {
            try values.check(ServerSettings.all)
        } catch {
            throw ValidationError(error)
        }
    }

    /// What a setting that has no default is; a usage error says how to give it.
    func required(_ setting: Setting<String?>) throws -> String {
        guard let value = try self(setting) else {
            let (flag, variable) = (setting.flag ?? "", setting.variable)
            throw ValidationError(
                zh: "请写明\(setting.meaning.zh.trimmingSuffix("。"))：\(flag) 或 \(variable)",
                en: "name the \(setting.name): \(flag) or \(variable)")
        }
        return value
    }
}

extension ValidationError {
    init(_ fault: SettingFault) { self.init(fault.words(in: CommandLanguage.current)) }
}

extension String {
    fileprivate func trimmingSuffix(_ mark: Character) -> String {
        last == mark ? String(dropLast()) : self
    }
}
