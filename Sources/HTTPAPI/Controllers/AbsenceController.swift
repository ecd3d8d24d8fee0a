import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// Takes, shows and ends absences: the officer's own, and those that its head answers for.
struct AbsenceController {
    let desk: Desk
    let records: any DirectoryRecords & RequestRecords

    func addRoutes(to router: Routes) {
        router.get("/absences", use: list)
        router.post("/absences", use: put)
        router.post("/absences/end", use: end)
    }

    /// The caller's, those in which it stands in, and those of whom it is the head: what is and what
    /// is to come. After them the offices left by those for whom standing deputies act still.
    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let world = desk.world.value
        let led = world.directory.persons.filter { world.directory.leads(person, $0) }
        let found = try await records.absences(
            of: [person.id] + led.map(\.id), orWithDeputy: person.id,
            endingFrom: world.zone.date(at: desk.time.now))
        let viewer = viewer(person, context)
        let vacant = world.directory.vacancies(concerning: person, at: desk.time.now)
        return try JSONAnswer.response(
            Page(
                items: found.map { answer($0, viewer) } + vacant.compactMap { answer($0, viewer) },
                next: nil))
    }

    private func answer(_ absence: NotedAbsence, _ viewer: Viewer) -> AbsenceAnswer {
        AbsenceAnswer(
            officer: viewer.person(absence.person), from: absence.from.description,
            until: absence.until.description, deputy: viewer.person(absence.deputy),
            reason: absence.reason,
            endedAt: absence.endedAt.map { viewer.time($0, viewer.world.zone) })
    }

    private func answer(_ vacant: TimeAway, _ viewer: Viewer) -> AbsenceAnswer? {
        guard let from = vacant.validity.from, let until = vacant.validity.until else { return nil }
        let zone = viewer.world.zone
        return AbsenceAnswer(
            officer: viewer.person(vacant.person.id), from: zone.date(at: from).description,
            until: zone.date(at: until.adding(seconds: -1)).description,
            deputy: viewer.person(vacant.deputy), reason: nil, endedAt: nil, hasLeft: true)
    }

    /// Again for the same first day it changes what was noted.
    @Sendable
    private func put(_ request: Request, _ context: APIContext) async throws -> Response {
        let author = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(
            AbsenceBody.self,
            shape: .object([
                "officer": .open, "from": .open, "until": .open, "deputy": .open, "reason": .open,
            ]))
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: author)
        if try await wasDone(under: key) { return try answer(wanted, isReplay: true) }
        let person = try absent(wanted.officer, author)
        let from = try BodyField.date(wanted.from, at: "/from")
        let until = try BodyField.date(wanted.until, at: "/until")
        let others = try await lasting(of: person)
        if person.id != author.id, !desk.world.value.directory.leads(author, person) {
            let noted = others.first { $0.from == from && $0.endedAt == nil }
            try checkDeputys(wanted, until: until, noted: noted, author)
        }
        try BodyField.check(wanted.reason, most: 200, at: "/reason")
        let deputy = try wanted.deputy.map { try self.deputy($0) }
        try check(
            DaysAway(from: from, until: until), of: person, deputy: deputy,
            beside: others.filter { $0.from != from })
        let absence = NotedAbsence(
            person: person.id, from: from, until: until, deputy: deputy?.id,
            reason: wanted.reason)
        let noted = try await records.put(absence, by: author.id, at: desk.time.now, under: key)
        return try answer(wanted, isReplay: noted?.isReplay ?? false)
    }

    /// Tells whether this very request was carried out before: then nothing of it is judged again.
    private func wasDone(under key: RequestKey?) async throws -> Bool {
        guard let key else { return false }
        return try await records.kept(Bool.self, under: key) != nil
    }

    private func answer(_ body: some Encodable, isReplay: Bool) throws -> Response {
        try JSONAnswer.response(
            body, status: .created, headers: RequestHeaders.replayed(isReplay))
    }

    /// Whoever is away has come back, whoever stood in does so no more, or a head says so.
    @Sendable
    private func end(_ request: Request, _ context: APIContext) async throws -> Response {
        let author = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(
            AbsenceEndBody.self, shape: .object(["officer": .open, "from": .open]))
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: author)
        if try await wasDone(under: key) { return try answer(wanted, isReplay: true) }
        let person = try absent(wanted.officer, author)
        let from = try BodyField.date(wanted.from, at: "/from")
        let world = desk.world.value
        let known = try await records.absences(
            of: [person.id], orWithDeputy: author.id,
            endingFrom: world.zone.date(at: desk.time.now))
        let absence = known.first { $0.person == person.id && $0.from == from }
        let concerned = [person.id, absence?.deputy].compactMap { $0 }
        guard
            concerned.contains(where: { id in
                id == author.id
                    || world.directory.person(id).map { world.directory.leads(author, $0) } ?? false
            })
        else { throw Self.notYours }
        guard let absence,
            let ended = try await records.end(
                absence, by: author.id, at: desk.time.now, under: key)
        else {
            throw RequestFault.invalid([
                .init(pointer: "/from", detail: "no absence that lasts begins on that day")
            ])
        }
        return try answer(wanted, isReplay: ended.isReplay)
    }

    private static let notYours = RequestFault.forbidden(
        zh: "只能由本人、代理人或单位负责人办理。",
        en: "For the officer itself, its deputy, or the head of the unit.")

    private func absent(_ login: String?, _ author: Person) throws(RequestFault) -> Person {
        guard let login else { return author }
        guard let person = desk.world.value.directory.person(login: login) else {
            throw .invalid([.init(pointer: "/officer", detail: "must be the login of an officer")])
        }
        return person
    }

    /// Those of a person that count together with one that lasts today or begins later.
    private func lasting(of person: Person) async throws -> [NotedAbsence] {
        let world = desk.world.value
        let longest = Int64(world.ladders.substitution.longestInDays)
        return try await records.absences(
            of: [person.id], orWithDeputy: person.id,
            endingFrom: world.zone.date(at: desk.time.now).adding(days: -longest)
        ).filter { $0.person == person.id }
    }

    /// Whoever stands in may do so for a shorter time, or no more, and gives it to nobody else.
    private func checkDeputys(
        _ wanted: AbsenceBody, until: CalendarDate, noted: NotedAbsence?, _ author: Person
    ) throws(RequestFault) {
        guard let noted, noted.deputy == author.id else { throw Self.notYours }
        guard until <= noted.until else {
            throw .invalid([.init(pointer: "/until", detail: "a deputy makes it no longer")])
        }
        guard wanted.deputy == nil || wanted.deputy == author.login else {
            throw .invalid([.init(pointer: "/deputy", detail: "a deputy names nobody else")])
        }
    }

    /// Asks the rule that holds for tables too.
    private func check(
        _ days: DaysAway, of person: Person, deputy: Person?, beside others: [NotedAbsence]
    ) throws(RequestFault) {
        let world = desk.world.value
        let obstacle = world.directory.obstacle(
            to: days, of: person, deputy: deputy,
            beside: others.compactMap { $0.days(in: world.zone) }, in: world.zone,
            at: desk.time.now)
        guard let obstacle else { return }
        throw .invalid([.init(pointer: obstacle.pointer, detail: obstacle.detail)])
    }

    private func deputy(_ login: String) throws(RequestFault) -> Person {
        guard let found = desk.world.value.directory.person(login: login) else {
            throw .invalid([
                .init(pointer: "/deputy", detail: "must be the login of somebody else")
            ])
        }
        return found
    }

    private func viewer(_ person: Person, _ context: APIContext) -> Viewer {
        Viewer(
            .person(person), world: desk.world.value, language: context.language,
            now: desk.time.now)
    }
}

extension DaysAway.Obstacle {
    fileprivate var pointer: String {
        switch self {
        case .overlapping, .left: "/from"
        case .backwards, .past, .tooLong, .tooLongTogether: "/until"
        case .deputy: "/deputy"
        }
    }

    fileprivate var detail: String {
        switch self {
        case .backwards: "lies before from"
        case .past: "lies in the past"
        case .left: "lies after the end of the office"
        case .tooLong(let days): "at most \(days) days"
        case .overlapping(let other):
            "overlaps the absence from \(other.from) until \(other.until)"
        case .tooLongTogether(let days): "with those next to it at most \(days) days"
        case .deputy(let obstacle, _): obstacle.detail
        }
    }
}

extension SubstitutionRule.Obstacle {
    fileprivate var detail: String {
        switch self {
        case .itself: "must be the login of somebody else"
        case .left: "has left by then"
        case .withoutRole: "has no role"
        case .program: "is a program"
        case .administration:
            "may not hold the role of another administrator: system, security and audit stay apart"
        case .kept: "can't be named: nobody stands in for a role of whoever is away"
        case .elsewhere(_, let places): "must work \(SubstitutionRule.words(for: places))"
        }
    }
}
