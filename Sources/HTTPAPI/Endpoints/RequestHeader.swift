import APIText
import Languages

/// A header of a request that a route reads.
enum RequestHeader: Sendable {
    enum Need: Sendable {
        case required
        case optional
    }

    /// Makes the request count once.
    case key(Need)
    /// The version of the issue that was seen.
    case version(Need)
    /// The version that the caller has.
    case known

    var name: String {
        switch self {
        case .key: "Idempotency-Key"
        case .version: "If-Match"
        case .known: "If-None-Match"
        }
    }

    var isRequired: Bool {
        switch self {
        case .key(.required), .version(.required): true
        case .key(.optional), .version(.optional), .known: false
        }
    }

    var label: Label {
        switch self {
        case .key:
            Label(
                zh: "1 至 200 个可见 ASCII 字符，可加引号；重试用原值，只办一次。",
                en: "1 to 200 visible ASCII characters, quoted or not; a retry sends the same, and "
                    + "it counts once.")
        case .version:
            Label(
                zh: "所见问题的版本，如 \"3\"；* 为任何版本。",
                en: "The version of the issue that was seen, such as \"3\"; * for any.")
        case .known:
            Label(zh: "已有的版本；相同时答 304。", en: "The version that you have; 304 where it is the same.")
        }
    }

    /// What may be wrong with it.
    var problems: [ProblemCode] {
        switch self {
        case .key(.required): [.keyMissing, .keyMalformed, .keyReused]
        case .key(.optional): [.keyMalformed, .keyReused]
        case .version(.required): [.versionMissing, .versionMalformed, .stale]
        case .version(.optional): [.versionMalformed, .stale]
        case .known: [.versionMalformed]
        }
    }
}

/// A header of an answer that callers may rely on.
enum AnswerHeader: Sendable {
    case tag
    case location
    case replayed

    var name: String {
        switch self {
        case .tag: "ETag"
        case .location: "Location"
        case .replayed: "Idempotency-Replayed"
        }
    }

    var label: Label {
        switch self {
        case .tag: Label(zh: "版本。", en: "The version.")
        case .location: Label(zh: "新建之物的地址。", en: "Where what was made is found.")
        case .replayed:
            Label(
                zh: "true：同一键此前已办，这是当时的结果。",
                en: "true where the same key did it before: this is what came of it.")
        }
    }
}
