package import Casework
import Languages
package import WorkingTime

/// Takes what the filters of lists say, identifiers or what people call things, as identifiers.
///
/// Each throws `badParameter` for what nobody knows or what has two meanings: it would find nothing, and say
/// nothing of it.
package struct FilterName: Sendable {
    private let world: World
    private let now: Instant

    package init(_ asker: Asker) {
        world = asker.world
        now = asker.now
    }

    package func state(
        _ word: String?, _ parameter: String = "state"
    ) throws(InputFault) -> String? {
        try name(word, parameter, world.definitions.stateWords, world.definitions.states)
    }

    package func issueClass(
        _ word: String?, _ parameter: String = "class"
    ) throws(InputFault) -> String? {
        try name(word, parameter, world.definitions.classWords, world.definitions.classes)
    }

    package func category(
        _ word: String?, _ parameter: String = "category"
    ) throws(InputFault) -> String? {
        try name(word, parameter, world.definitions.categoryWords, world.definitions.categories)
    }

    package func workflow(
        _ word: String?, _ parameter: String = "workflow"
    ) throws(InputFault) -> String? {
        try name(word, parameter, world.definitions.workflowWords, world.definitions.names)
    }

    package func unit(
        _ word: String?, _ parameter: String = "unit"
    ) throws(InputFault) -> Unit? {
        guard let word else { return nil }
        let directory = world.directory
        if let unit = directory.unit(code: word) { return unit }
        let meaning = directory.meaning(ofUnit: word, at: now)
        guard case .name(let code) = meaning else {
            throw InputFault.misunderstood(word, meaning, parameter) ?? .unknownUnit(word)
        }
        return directory.unit(code: code)
    }

    /// - Returns: the code of a division.
    package func division(
        _ word: String?, _ parameter: String = "division"
    ) throws(InputFault) -> String? {
        guard let word else { return nil }
        let meaning = world.directory.meaning(ofDivision: word)
        guard case .name(let code) = meaning else {
            throw InputFault.misunderstood(word, meaning, parameter)
                ?? .unknownName(
                    word, parameter: parameter, known: world.directory.divisions.map(\.code))
        }
        return code
    }

    /// A unit and what lies below it.
    func units(_ word: String?) throws(InputFault) -> [UnitID]? {
        try unit(word).map { world.directory.subtree(of: $0.id).sorted() }
    }

    /// A division and what lies below it.
    func divisions(_ word: String?) throws(InputFault) -> [String]? {
        try division(word).map { world.directory.divisions(within: $0).sorted() }
    }

    /// All versions of a workflow.
    func workflows(_ word: String?) throws(InputFault) -> [WorkflowVersionID]? {
        try workflow(word).map { world.definitions.versions(of: $0).map(\.id) }
    }

    /// - Returns: the login of a person.
    package func person(
        _ word: String?, _ parameter: String = "officer"
    ) throws(InputFault) -> String? {
        guard let word else { return nil }
        let meaning = world.directory.meaning(ofPerson: word, at: now)
        guard case .name(let login) = meaning else {
            throw InputFault.misunderstood(word, meaning, parameter) ?? .unknownOfficer(word)
        }
        return login
    }

    /// An instant: RFC 3339, or a day and a time as people say them, in the city's zone.
    package func instant(
        _ text: String?, _ parameter: String
    ) throws(InputFault) -> Instant? {
        guard let text else { return nil }
        do {
            return try Instant(rfc3339: text)
        } catch {
            let calendar = world.calendars.names.first.flatMap(world.calendars.current)
            if let said = calendar.flatMap({ SpokenDate(at: now, by: $0).instant(text) }) {
                return said
            }
            throw .badParameter(
                parameter, zh: "应为时刻，如 2026-10-09T17:30:00+08:00、明天17:30。", en: error.message)
        }
    }

    /// A day, written or as people say it.
    func day(_ text: String?, _ parameter: String) throws(InputFault) -> CalendarDate? {
        guard let text else { return nil }
        if let date = CalendarDate.read(text) { return date }
        let calendar = world.calendars.names.first.flatMap(world.calendars.current)
        if let said = calendar.flatMap({ SpokenDate(at: now, by: $0).date(text) }) { return said }
        throw .badParameter(
            parameter, zh: "应为日期，如 2026-10-09、昨天。", en: "must be a date such as 2026-10-09")
    }

    private func name(
        _ word: String?, _ parameter: String, _ words: Vocabulary, _ known: [String]
    ) throws(InputFault) -> String? {
        guard let word, !known.contains(word) else { return word }
        let meaning = words.meaning(of: word)
        guard case .name(let name) = meaning else {
            throw InputFault.misunderstood(word, meaning, parameter)
                ?? .unknownName(word, parameter: parameter, known: known)
        }
        return name
    }
}

extension InputFault {
    /// Says which things a word may mean, or is near to; nil where there are none.
    fileprivate static func misunderstood(
        _ word: String, _ meaning: Vocabulary.Meaning, _ parameter: String
    ) -> InputFault? {
        Label(remarking: meaning, on: word).map { remark in
            .badParameter(parameter, zh: remark.zh + "。", en: remark.en)
        }
    }
}
