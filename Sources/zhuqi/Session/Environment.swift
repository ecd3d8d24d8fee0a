import Foundation
import Settings

/// Reads the environment variables of the process.
struct Environment: Sendable {
    let variables: [String: String]

    static var current: Environment {
        Environment(variables: ProcessInfo.processInfo.environment)
    }

    var server: String? { given(StaffSettings.server) }
    var token: String? { given(StaffSettings.token) }
    var profile: String? { given(StaffSettings.profile) }

    /// Colours are for terminals whose user does not refuse them (no-color.org).
    var allowsColour: Bool { given(StaffSettings.noColour) == nil }

    /// The editor for long texts, as a shell runs it.
    var editor: String? { given(StaffSettings.visualEditor) ?? given(StaffSettings.editor) }

    /// What shows long texts, as a shell runs it; nil where there is nothing.
    var pager: String? {
        given(StaffSettings.pager) ?? Pager.usual(in: given(StaffSettings.searchPath))
    }

    var temporaryFolder: String { given(StaffSettings.temporaryFolder) ?? "/tmp" }

    /// The tool's own directory for settings, by the XDG base directory specification.
    var configurationDirectory: URL {
        let home = URL(
            filePath: given(StaffSettings.home) ?? "/", directoryHint: .isDirectory)
        let base = given(StaffSettings.configurationFolder).map {
            URL(filePath: $0, directoryHint: .isDirectory)
        }
        return (base ?? home.appending(path: ".config")).appending(path: "zhuqi")
    }

    private func given(_ setting: any DeclaredSetting) -> String? {
        SettingValues(environment: variables).given(setting)?.text
    }
}
