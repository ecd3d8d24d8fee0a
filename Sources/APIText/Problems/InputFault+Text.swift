import Languages
package import UseCases

extension InputFault {
    /// The problem that the fault is to whoever asked.
    package var problem: ProblemCode {
        switch self {
        case .wrongType: .wrongType
        case .invalid: .invalidValues
        case .unknownField: .unknownField
        case .badParameter: .badParameter
        case .notFound, .nothingNamed: .notFound
        case .forbidden: .notPermitted
        case .unknownCalendar: .unknownCalendar
        case .clockBackwards: .clockBackwards
        case .moveStopped: .moveStopped
        case .subscriptionEnded: .subscriptionEnded
        case .deliveryWaits: .stillWaiting
        case .notPaused: .notPaused
        }
    }

    package var text: ProblemText {
        var text = ProblemText(problem)
        switch self {
        case .notFound, .subscriptionEnded, .deliveryWaits, .notPaused: break
        case .wrongType(let field): text.errors = [FieldText(field)]
        case .invalid(let fields), .unknownField(let fields):
            text.errors = fields.map(FieldText.init)
        case .badParameter(let name, let words):
            text.hint = Label(zh: "请改正参数 \(name)。", en: "Correct the parameter \(name).")
            text.detail = words
        case .nothingNamed(let words): text.detail = words
        case .forbidden(let words): text.hint = words
        case .unknownCalendar(let name, let known):
            text.detail = Self.unknown(name.prefix(100), known)
        case .clockBackwards(let now):
            text.hint = Label(zh: "请给出 \(now) 之后的时刻。", en: "Give an instant after \(now).")
        case .moveStopped(let now):
            text.hint = Label(
                zh: "模拟时间停在 \(now)；可再次推进。",
                en: "Simulated time stands at \(now); ask again to go on.")
        }
        return text
    }

    private static func unknown(_ calendar: Substring, _ known: [String]) -> Label {
        Label(
            zh: "没有工作日历“\(calendar)”；现有："
                + (known.isEmpty ? "无" : known.joined(separator: "、")) + "。",
            en: "there is no calendar “\(calendar)”; known: "
                + (known.isEmpty ? "none" : known.joined(separator: ", ")) + ".")
    }
}

extension FieldText {
    fileprivate init(_ field: InputFault.Field) {
        self.init(pointer: field.pointer, detail: field.detail)
    }
}
