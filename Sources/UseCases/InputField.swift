package import Casework
package import Languages
package import WorkingTime

/// Judges single fields of what is sent.
package enum InputField {
    /// Reads a date of the years that tables take too.
    package static func date(
        _ text: String, at pointer: String
    ) throws(InputFault) -> CalendarDate {
        guard let date = CalendarDate.read(text) else { throw .invalid(pointer, .noDate) }
        return date
    }

    /// Reads a day as people say it, `明天`, `下周五`, `11月10日`, or as they write it.
    ///
    /// - Parameter now: the instant at which it was said.
    package static func day(
        _ text: String, at pointer: String, in world: World, _ now: Instant
    ) throws(InputFault) -> CalendarDate {
        if let date = CalendarDate.read(text) { return date }
        let calendar = world.calendars.names.first.flatMap(world.calendars.current)
        guard let date = calendar.flatMap({ SpokenDate(at: now, by: $0).date(text) }) else {
            throw .invalid(pointer, .noDate)
        }
        return date
    }

    /// Finds a person by login or by name.
    ///
    /// - Parameter otherwise: what is said of a word that nothing is like.
    package static func person(
        _ word: String, at pointer: String, in world: World, _ now: Instant, otherwise: Label
    ) throws(InputFault) -> Person {
        let meaning = world.directory.meaning(ofPerson: word, at: now)
        guard case .name(let login) = meaning, let person = world.directory.person(login: login)
        else { throw .invalid(pointer, Label(remarking: meaning, on: word) ?? otherwise) }
        return person
    }

    package static func check(_ text: String?, most: Int, at pointer: String) throws(InputFault) {
        guard let text else { return }
        let problem = TextRule.problem(with: text, maximum: most, required: !text.isEmpty)
        if let problem { throw .invalid(pointer, problem) }
    }
}
