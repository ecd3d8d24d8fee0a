package import Languages

/// What is wrong with what somebody asks for, found before or beside the domain's own rules.
package enum InputFault: Error, Hashable, Sendable {
    /// One field, by its JSON pointer in what was sent, and what it must be.
    package struct Field: Hashable, Sendable {
        package let pointer: String
        /// What it must be, as words that follow the name of the field.
        package let detail: Label

        package init(_ pointer: String, _ detail: Label) {
            self.pointer = pointer
            self.detail = detail
        }

        package init(_ pointer: String, zh: String, en: String) {
            self.init(pointer, Label(zh: zh, en: en))
        }
    }

    case wrongType(Field)
    case invalid([Field])
    case unknownField([Field])
    /// A parameter beside the body, by its name.
    case badParameter(String, Label)
    case notFound
    /// What is named is not there; the words say what is.
    case nothingNamed(Label)
    /// The words say who may.
    case forbidden(Label)
    case unknownCalendar(String, known: [String])
    /// Simulated time never goes back. RFC 3339.
    case clockBackwards(now: String)
    /// Whoever asked for a move of simulated time left, or the process ends. RFC 3339.
    case moveStopped(now: String)
    case subscriptionEnded
    case deliveryWaits
    case notPaused

    package static func invalid(_ pointer: String, _ detail: Label) -> InputFault {
        .invalid([Field(pointer, detail)])
    }

    package static func invalid(_ pointer: String, zh: String, en: String) -> InputFault {
        .invalid([Field(pointer, zh: zh, en: en)])
    }

    package static func wrongType(_ pointer: String, _ detail: Label) -> InputFault {
        .wrongType(Field(pointer, detail))
    }

    package static func wrongType(_ pointer: String, zh: String, en: String) -> InputFault {
        .wrongType(Field(pointer, zh: zh, en: en))
    }

    package static func forbidden(zh: String, en: String) -> InputFault {
        .forbidden(Label(zh: zh, en: en))
    }

    package static func nothingNamed(zh: String, en: String) -> InputFault {
        .nothingNamed(Label(zh: zh, en: en))
    }

    package static func badParameter(_ name: String, zh: String, en: String) -> InputFault {
        .badParameter(name, Label(zh: zh, en: en))
    }
}
