package import Casework
package import Engine
import Languages
package import Store
import WorkingTime

/// Notes absences, lists and ends them: an officer's own, and those that its head answers for.
package struct NoteAbsences: Sendable {
    private let gateway: CommandGateway
    private let absences: AbsenceRecords
    private let requests: RequestRecords

    package init(gateway: CommandGateway, records: Records) {
        self.gateway = gateway
        absences = records.absences
        requests = records.requests
    }

    /// Lists somebody's, those in which it stands in, and those of whom it is the head: what is and
    /// what is to come. Beside them the offices left by those for whom standing deputies act still.
    package func list(
        concerning person: Person
    ) async throws -> (noted: [NotedAbsence], vacant: [TimeAway]) {
        let world = gateway.world.value
        let led = world.directory.persons.filter { world.directory.leads(person, $0) }
        let noted = try await absences.list(
            of: [person.id] + led.map(\.id), orWithDeputy: person.id,
            endingFrom: world.calendars.zone.date(at: gateway.time.now))
        let vacant = world.directory.vacancies(concerning: person, at: gateway.time.now)
        return (noted, vacant)
    }

    /// Notes a time away. Again for the same first day it changes what was noted.
    ///
    /// - Returns: whether this very request was carried out before: then nothing is judged again.
    package func put(
        _ request: AbsenceRequest, by author: Person, under key: RequestKey?
    ) async throws -> Bool {
        if try await wasDone(under: key) { return true }
        let person = try absent(request.officer, author)
        let from = try day(request.from, at: "/from")
        let until = try day(request.until, at: "/until")
        let others = try await lasting(of: person)
        if person.id != author.id, !gateway.world.value.directory.leads(author, person) {
            let noted = others.first { $0.from == from && $0.endedAt == nil }
            try checkDeputys(request, until: until, noted: noted, author)
        }
        try InputField.check(request.reason, most: 200, at: "/reason")
        let deputy = try request.deputy.map { try self.deputy($0) }
        try check(
            DaysAway(from: from, until: until), of: person, deputy: deputy,
            beside: others.filter { $0.from != from })
        let absence = NotedAbsence(
            person: person.id, from: from, until: until, deputy: deputy?.id,
            reason: request.reason)
        let noted = try await absences.put(absence, by: author.id, at: gateway.time.now, under: key)
        return noted?.isReplay ?? false
    }

    /// Ends an absence: whoever is away has come back, whoever stood in does so no more, or a head
    /// says so.
    ///
    /// - Parameters:
    ///   - login: whose it is; nil: the author's.
    ///   - day: its first, as it was said.
    /// - Returns: whether this very request was carried out before.
    package func end(
        of login: String?, from day: String, by author: Person, under key: RequestKey?
    ) async throws -> Bool {
        if try await wasDone(under: key) { return true }
        let person = try absent(login, author)
        let from = try self.day(day, at: "/from")
        let world = gateway.world.value
        let known = try await absences.list(
            of: [person.id], orWithDeputy: author.id,
            endingFrom: world.calendars.zone.date(at: gateway.time.now))
        let absence = known.first { $0.person == person.id && $0.from == from }
        let concerned = [person.id, absence?.deputy].compactMap { $0 }
        guard
            concerned.contains(where: { id in
                id == author.id
                    || world.directory.person(id).map { world.directory.leads(author, $0) } ?? false
            })
        else { throw InputFault.absenceOfOthers }
        guard let absence,
            let ended = try await absences.end(
                absence, by: author.id, at: gateway.time.now, under: key)
        else {
            throw InputFault.invalid(
                "/from", zh: "没有自当日起的外出", en: "no absence that lasts begins on that day")
        }
        return ended.isReplay
    }

    private func wasDone(under key: RequestKey?) async throws -> Bool {
        guard let key else { return false }
        return try await requests.kept(Bool.self, under: key) != nil
    }
}

/// What absences are judged by.
extension NoteAbsences {
    private func absent(_ login: String?, _ author: Person) throws(InputFault) -> Person {
        guard let login else { return author }
        return try InputField.person(
            login, at: "/officer", in: gateway.world.value, gateway.time.now,
            otherwise: Label(zh: "须为人员的姓名或账号", en: "must be the name or login of an officer"))
    }

    private func deputy(_ word: String) throws(InputFault) -> Person {
        try InputField.person(
            word, at: "/deputy", in: gateway.world.value, gateway.time.now,
            otherwise: Label(
                zh: "须为他人的姓名或账号", en: "must be the name or login of somebody else"))
    }

    private func day(_ text: String, at pointer: String) throws(InputFault) -> CalendarDate {
        try InputField.day(text, at: pointer, in: gateway.world.value, gateway.time.now)
    }

    /// Those of a person that count together with one that lasts today or begins later.
    private func lasting(of person: Person) async throws -> [NotedAbsence] {
        let world = gateway.world.value
        let longest = Int64(world.ladders.substitution.longestInDays)
        return try await absences.list(
            of: [person.id], orWithDeputy: person.id,
            endingFrom: world.calendars.zone.date(at: gateway.time.now).adding(days: -longest)
        ).filter { $0.person == person.id }
    }

    /// Whoever stands in may do so for a shorter time, or no more, and gives it to nobody else.
    private func checkDeputys(
        _ request: AbsenceRequest, until: CalendarDate, noted: NotedAbsence?, _ author: Person
    ) throws(InputFault) {
        guard let noted, noted.deputy == author.id else { throw .absenceOfOthers }
        guard until <= noted.until else {
            throw .invalid("/until", zh: "代理人不得延长", en: "a deputy makes it no longer")
        }
        guard let word = request.deputy else { return }
        guard try deputy(word).id == author.id else {
            throw .invalid("/deputy", zh: "代理人不得另指他人", en: "a deputy names nobody else")
        }
    }

    /// Asks the rule that holds for tables too.
    private func check(
        _ days: DaysAway, of person: Person, deputy: Person?, beside others: [NotedAbsence]
    ) throws(InputFault) {
        let world = gateway.world.value
        let obstacle = world.directory.obstacle(
            to: days, of: person, deputy: deputy,
            beside: others.compactMap { $0.days(in: world.calendars.zone) },
            in: world.calendars.zone,
            at: gateway.time.now)
        if let obstacle { throw .absence(obstacle) }
    }
}
