import Foundation

/// Names one of several logins that are kept side by side. Term: 登录配置.
struct Profile: Hashable, Sendable {
    /// The login of whoever never named one.
    static let standard = Profile(unchecked: "default")

    private static let standardInChinese = "默认"
    private static let longest = 60

    let name: String

    private init(unchecked name: String) { self.name = name }

    /// Throws: `usage` for what can't be part of a file's name.
    init(named typed: String) throws(StaffError) {
        let name = typed.precomposedStringWithCanonicalMapping
        guard name != Self.standardInChinese else {
            self = .standard
            return
        }
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar != "/" && !scalar.properties.isWhitespace
                && scalar.properties.generalCategory != .control
        }
        guard isPlain, !name.isEmpty, !name.hasPrefix("."), name.utf8.count <= Self.longest else {
            throw .usage(
                zh: "不能用作登录配置的名字：\(typed.plain)（不能有空格或 /，至多 20 个汉字）",
                en: "can't name a login: \(typed.plain) (no blanks, no /, 60 bytes at most)")
        }
        self.name = name
    }

    var isStandard: Bool { self == .standard }
}
