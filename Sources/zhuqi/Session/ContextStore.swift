import Foundation
import Languages

/// Keeps filters under names, for each login its own, in a file that only its owner may read.
struct ContextStore: Sendable {
    let directory: URL
    let profile: Profile

    private struct Content: Codable {
        var profiles: [String: Kept] = [:]
    }

    private struct Kept: Codable {
        var active: String?
        var contexts: [String: SavedContext] = [:]
    }

    private static let longest = 40

    private var file: OwnFile { OwnFile(directory: directory, name: "contexts.json") }

    /// By name.
    func all() throws(StaffError) -> [(name: String, context: SavedContext)] {
        try kept().contexts.sorted { $0.key < $1.key }.map { (name: $0.key, context: $0.value) }
    }

    /// Nil where none is used.
    func active() throws(StaffError) -> (name: String, context: SavedContext)? {
        let kept = try kept()
        guard let name = kept.active, let context = kept.contexts[name] else { return nil }
        return (name, context)
    }

    /// Throws: `usage` for a name that is none, with those that there are.
    func context(_ typed: String) throws(StaffError) -> (name: String, context: SavedContext) {
        let (kept, name) = (try kept(), Self.plain(typed))
        guard let context = kept.contexts[name] else { throw Self.unknown(name, kept) }
        return (name, context)
    }

    func set(_ typed: String, to context: SavedContext) throws(StaffError) -> String {
        let name = Self.plain(typed)
        guard !name.isEmpty, name.displayWidth <= Self.longest else {
            throw .usage(
                zh: "筛选的名字须为 1 至 20 个汉字", en: "a filter's name has 1 to 40 letters")
        }
        try change { $0.contexts[name] = context }
        return name
    }

    func use(_ typed: String) throws(StaffError) -> (name: String, context: SavedContext) {
        let found = try context(typed)
        try change { $0.active = found.name }
        return found
    }

    func useNone() throws(StaffError) { try change { $0.active = nil } }

    func delete(_ typed: String) throws(StaffError) -> String {
        let name = try context(typed).name
        try change { kept in
            kept.contexts[name] = nil
            if kept.active == name { kept.active = nil }
        }
        return name
    }

    private static func plain(_ typed: String) -> String {
        typed.plain.precomposedStringWithCanonicalMapping
            .trimmingCharacters(in: .whitespaces)
    }

    private func kept() throws(StaffError) -> Kept {
        try content().profiles[profile.name] ?? Kept()
    }

    private func content() throws(StaffError) -> Content {
        do {
            return try file.read().map { try JSONDecoder().decode(Content.self, from: $0) }
                ?? Content()
        } catch {
            throw .credentials(
                Label(
                    zh: "\(file.path) 无法读取；可删除它，再用 zhuqi context set 重存筛选",
                    en: "\(file.path) can't be read; remove it and keep the filters anew"))
        }
    }

    private func change(_ edit: (inout Kept) -> Void) throws(StaffError) {
        var content = try content()
        edit(&content.profiles[profile.name, default: Kept()])
        try file.write(Data(PrettyJSON.text(content).utf8))
    }

    private static func unknown(_ name: String, _ kept: Kept) -> StaffError {
        let names = kept.contexts.keys.sorted()
        guard !names.isEmpty else {
            return .usage(
                zh: "还没有存过筛选：zhuqi context set \(name) …",
                en: "no filter is kept yet: zhuqi context set \(name) …")
        }
        return .usage(
            zh: "没有筛选“\(name)”。现有：\(Language.zh.list(names))",
            en: "no filter is kept as “\(name)”. Kept: \(Language.en.list(names))")
    }
}
