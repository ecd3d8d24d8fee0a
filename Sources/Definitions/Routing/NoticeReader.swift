import Casework
import Languages
import Mustache
import Workflow
import WorkingTime

/// Reads when people are told, and in which words.
enum NoticeReader {
    /// The values that each kind of message may print.
    private static let names: [NoticeRules.Kind: Set<String>] = [
        .notice: [
            "number", "title", "enterprise", "about", "action", "state", "class", "lead", "level",
            "due", "dueOf", "isOverdue", "reason", "by", "link", "command", "person", "insteadOf",
            "isSupporting", "facts", "what", "value", "todo", "clock", "isDated", "isLate",
            "isPaused", "isBlocked", "isHelp", "isInstead", "how", "others", "isForInformation",
            "owing", "who", "paused", "url", "since",
        ],
        .digest: [
            "date", "person", "count", "link", "command", "owesNothing", "owedCount", "lateCount",
            "isLate", "todayCount", "tomorrowCount", "waitingCount", "hasMore", "hasNews", "duties",
            "sign",
            "what", "rest", "raised", "how", "issues", "number", "title", "enterprise", "about",
            "state", "lead", "level", "due", "dueOf", "isOverdue", "isAtYourLevel", "events", "at",
            "action", "reason", "by", "paused", "url", "since",
        ],
        .enterprise: [
            "number", "title", "contact", "due", "dueOf", "state", "link", "expires",
        ],
    ]
    private static let longest = 8000

    static func rules(_ entry: Entry) -> NoticeRules? {
        guard let root = entry.mapping(of: ["calendar", "quiet", "digest", "templates"]) else {
            return nil
        }
        let calendar = root.required("calendar")?.text()?.value
        let quiet = root.required("quiet").flatMap(quiet)
        let digest = root.required("digest").flatMap(digest)
        let templates = root.required("templates").map(templates)
        guard let calendar, let quiet, let digest, let templates else { return nil }
        return NoticeRules(
            calendar: calendar, quiet: quiet, digest: digest, templates: templates)
    }

    private static func quiet(_ entry: Entry) -> NoticeRules.Quiet? {
        guard let mapping = entry.mapping(of: ["waking", "exceptClasses"]),
            let span = mapping.required("waking")?.parsed(
                Label(zh: "可打扰的时间，如 `08:00-20:00`", en: "waking hours such as `08:00-20:00`"),
                { try OfficeSpan($0) })
        else { return nil }
        return NoticeRules.Quiet(
            wakesAt: span.from, sleepsAt: span.until,
            exceptClasses: Set(mapping.texts("exceptClasses").map(\.value)))
    }

    private static func digest(_ entry: Entry) -> NoticeRules.Digest? {
        guard let mapping = entry.mapping(of: ["at", "roles"]),
            let at = mapping.required("at")?.parsed(
                Label(zh: "时刻，如 `08:30`", en: "a time such as `08:30`"),
                { try OfficeSpan($0 + "-24:00").from })
        else { return nil }
        let roles = mapping.list("roles").compactMap {
            $0.word(Label(zh: "角色", en: "role"), of: Right.Role.self)
        }
        return NoticeRules.Digest(at: at, roles: Set(roles))
    }

    private static func templates(_ entry: Entry) -> [NoticeRules.Kind: NoticeRules.Template] {
        guard let mapping = entry.mapping(of: NoticeRules.Kind.allCases.map(\.rawValue)) else {
            return [:]
        }
        return NoticeRules.Kind.allCases.reduce(into: [:]) { templates, kind in
            templates[kind] = mapping.required(kind.rawValue).flatMap { template($0, kind) }
        }
    }

    private static func template(
        _ entry: Entry, _ kind: NoticeRules.Kind
    ) -> NoticeRules.Template? {
        guard let mapping = entry.mapping(of: ["subject", "body"]) else { return nil }
        let read = ["subject", "body"].map { mapping.required($0).flatMap { words($0, kind) } }
        guard let subject = read[0], let body = read[1] else { return nil }
        return NoticeRules.Template(subject: subject, body: body)
    }

    private static func words(_ entry: Entry, _ kind: NoticeRules.Kind) -> Label? {
        guard let mapping = entry.mapping(of: ["zh", "en"]) else { return nil }
        let read = ["zh", "en"].map { mapping.required($0).flatMap { text($0, kind) } }
        guard let zh = read[0], let en = read[1] else { return nil }
        return Label(zh: zh, en: en)
    }

    private static func text(_ entry: Entry, _ kind: NoticeRules.Kind) -> String? {
        guard let text = entry.text()?.value else { return nil }
        guard text.unicodeScalars.count <= longest else {
            entry.log.record(
                .badText, at: entry.place,
                Label(
                    zh: "\(entry.subject.zh)太长", en: "\(entry.subject.en) is too long"),
                Label(zh: "至多 \(longest) 字", en: "write at most \(longest) characters"))
            return nil
        }
        do {
            _ = try MustacheTemplate(string: text)
        } catch {
            entry.log.record(
                .badText, at: entry.place,
                Label(
                    zh: "\(entry.subject.zh)不是 Mustache 模板",
                    en: "\(entry.subject.en) is no Mustache template"),
                Label(
                    zh: "每个 `{{` 和每段 `{{#name}}` 都要配对",
                    en: "close each `{{` and each section `{{#name}}`"))
            return nil
        }
        for name in printed(in: text) where names[kind]?.contains(name) != true {
            entry.log.recordUnknown(
                .unknownWord, Placed(value: name, place: entry.place), Label(zh: "值", en: "value"),
                known: (names[kind] ?? []).sorted())
        }
        return text
    }

    /// The names between braces, of a template that can be read.
    private static func printed(in text: String) -> [String] {
        text.split(separator: "{{").dropFirst(text.hasPrefix("{{") ? 0 : 1).compactMap { part in
            part.firstRange(of: "}}").map { end in
                String(part[..<end.lowerBound].drop { "{#^/&! ".contains($0) })
                    .split(separator: " ").first.map(String.init) ?? ""
            }
        }
    }
}
