import APIModel
import Workflow

/// What is wrong with a request before the domain is asked.
enum RequestFault: Error, Sendable {
    case unauthenticated
    case malformed(zh: String, en: String)
    case bodyTooLarge
    /// The body says that it is something else, or does not say what it is.
    case notJSON
    /// The sender left in the middle, or what it sent is no HTTP.
    case brokenBody
    /// The bodies that are being read hold too much together.
    case busy
    case keyMissing
    case keyMalformed
    case versionMissing
    case versionMalformed
    case unknownField([Problem.FieldProblem])
    case wrongType(pointer: String, expected: String)
    case invalid([Problem.FieldProblem])
    case notFound
    /// What the address names is not there; the words say what is.
    case nothingNamed(zh: String, en: String)
    case tooMany(retryAfter: Int)
    case badParameter(name: String, zh: String, en: String)
    case forbidden(zh: String, en: String)
    case clockBackwards(now: String)
    /// Whoever asked for a move of simulated time left, or the process ends.
    case moveStopped(now: String)
    case noPicture
    case unknownCalendar(String, known: [String])
    case badLine(zh: String, en: String)
    case ended
    case waits
    case notPaused

    /// The problem that the fault is to whoever asked.
    var problem: ProblemCode {
        switch self {
        case .unauthenticated: .unauthenticated
        case .malformed: .malformed
        case .bodyTooLarge: .bodyTooLarge
        case .notJSON: .notJSON
        case .brokenBody: .brokenBody
        case .busy: .busy
        case .keyMissing: .keyMissing
        case .keyMalformed: .keyMalformed
        case .versionMissing: .versionMissing
        case .versionMalformed: .versionMalformed
        case .unknownField: .unknownField
        case .wrongType: .wrongType
        case .invalid: .invalidValues
        case .notFound, .nothingNamed: .notFound
        case .tooMany: .tooMany
        case .badParameter: .badParameter
        case .forbidden: .notPermitted
        case .clockBackwards: .clockBackwards
        case .moveStopped: .moveStopped
        case .noPicture: .noPicture
        case .unknownCalendar: .unknownCalendar
        case .badLine: .badLine
        case .ended: .subscriptionEnded
        case .waits: .stillWaiting
        case .notPaused: .notPaused
        }
    }

    var text: ProblemText {
        var text = ProblemText(problem)
        switch self {
        case .unauthenticated, .bodyTooLarge, .notJSON, .brokenBody, .keyMissing, .keyMalformed,
            .versionMissing, .versionMalformed, .notFound, .noPicture, .ended, .waits, .notPaused:
            break
        case .busy: text.retryAfter = 2
        case .tooMany(let seconds):
            text.hint = Label(zh: "请\(seconds)秒后再试。", en: "Try again in \(seconds) seconds.")
            text.retryAfter = seconds
        case .malformed(let zh, let en), .badLine(let zh, let en), .nothingNamed(let zh, let en):
            text.detail = Label(zh: zh, en: en)
        case .forbidden(let zh, let en): text.hint = Label(zh: zh, en: en)
        case .unknownField(let fields), .invalid(let fields):
            text.errors = fields.map { .init(pointer: $0.pointer, detail: $0.detail) }
        case .wrongType(let pointer, let expected):
            text.errors = [.init(pointer: pointer, detail: expected)]
        case .badParameter(let name, let zh, let en):
            text.hint = Label(zh: "请改正参数 \(name)。", en: "Correct the parameter \(name).")
            text.detail = Label(zh: zh, en: en)
        case .clockBackwards(let now):
            text.hint = Label(zh: "请给出 \(now) 之后的时刻。", en: "Give an instant after \(now).")
        case .moveStopped(let now):
            text.hint = Label(
                zh: "模拟时间停在 \(now)；可再次推进。",
                en: "Simulated time stands at \(now); ask again to go on.")
        case .unknownCalendar(let name, let known):
            text.detail = Label(
                zh: "没有工作日历“\(name.prefix(100))”；现有："
                    + (known.isEmpty ? "无" : known.joined(separator: "、")) + "。",
                en: "there is no calendar “\(name.prefix(100))”; known: "
                    + (known.isEmpty ? "none" : known.joined(separator: ", ")) + ".")
        }
        return text
    }
}
