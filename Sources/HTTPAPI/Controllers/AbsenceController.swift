import APIModel
import Casework
import Engine
import Hummingbird
import Workflow
import WorkingTime

/// Takes, shows and ends absences: the officer's own, and those that its head answers for.
struct AbsenceController {
    let desk: Desk
    let records: any DirectoryRecords

    func addRoutes(to router: Routes) {
        router.get("/absences", use: list)
        router.post("/absences", use: put)
        router.post("/absences/end", use: end)
    }

    /// The caller's, those in which it stands in, and those of whom it is the head: what is and what
    /// is to come.
    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let person = try context.requirePerson()
        let world = desk.world.value
        let led = world.directory.persons.filter { world.directory.leads(person, $0) }
        let found = try await records.absences(
            of: [person.id] + led.map(\.id), orWithDeputy: person.id,
            endingFrom: world.zone.date(at: desk.time.now))
        let viewer = viewer(person, context)
        return try JSONAnswer.response(
            Page(items: found.map { answer($0, viewer) }, next: nil))
    }

    private func answer(_ absence: NotedAbsence, _ viewer: Viewer) -> AbsenceAnswer {
        AbsenceAnswer(
            officer: viewer.person(absence.person), from: absence.from.description,
            until: absence.until.description, deputy: viewer.person(absence.deputy),
            reason: absence.reason,
            endedAt: absence.endedAt.map { viewer.time($0, viewer.world.zone) })
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
        let person = try absent(wanted.officer, author)
        let from = try BodyField.date(wanted.from, at: "/from")
        let until = try BodyField.date(wanted.until, at: "/until")
        let others = try await lasting(of: person)
        if person.id != author.id, !desk.world.value.directory.leads(author, person) {
            try checkDeputys(wanted, until: until, noted: others.first { $0.from == from }, author)
        }
        guard until >= from else {
            throw RequestFault.invalid([.init(pointer: "/until", detail: "lies before from")])
        }
        try checkSpan(from, until)
        try BodyField.check(wanted.reason, most: 200, at: "/reason")
        let deputy = try wanted.deputy.map { try self.deputy($0, of: person, from: from) }
        let absence = NotedAbsence(
            person: person.id, from: from, until: until, deputy: deputy?.id,
            reason: wanted.reason)
        try checkNeighbours(of: absence, among: others.filter { $0.from != from })
        let noted = try await records.put(
            absence, by: author.id, at: desk.time.now,
            under: try RequestHeaders.requestKey(request, body: body.bytes, of: author))
        return try JSONAnswer.response(
            wanted, status: .created, headers: RequestHeaders.replayed(noted?.isReplay ?? false))
    }

    /// Whoever is away has come back, whoever stood in does so no more, or a head says so.
    @Sendable
    private func end(_ request: Request, _ context: APIContext) async throws -> Response {
        let author = try context.requirePerson()
        let body = try await JSONBody(request, context)
        let wanted = try body.decode(
            AbsenceEndBody.self, shape: .object(["officer": .open, "from": .open]))
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
        let key = try RequestHeaders.requestKey(request, body: body.bytes, of: author)
        guard let absence,
            let ended = try await records.end(
                absence, by: author.id, at: desk.time.now, under: key)
        else {
            throw RequestFault.invalid([
                .init(pointer: "/from", detail: "no absence that lasts begins on that day")
            ])
        }
        return try JSONAnswer.response(
            wanted, status: .created, headers: RequestHeaders.replayed(ended.isReplay))
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
        ).filter { $0.person == person.id && $0.endedAt == nil }
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

    /// One after the other they may last no longer than one: nobody stands in without an end.
    private func checkNeighbours(
        of absence: NotedAbsence, among others: [NotedAbsence]
    ) throws(RequestFault) {
        if let other = others.first(where: {
            $0.from <= absence.until && $0.until >= absence.from
        }) {
            throw .invalid([
                .init(
                    pointer: "/from",
                    detail: "overlaps the absence from \(other.from) until \(other.until)")
            ])
        }
        guard absence.deputy != nil else { return }
        var (first, last) = (absence.from, absence.until)
        for other in others.filter({ $0.deputy == absence.deputy && $0.until < first })
            .sorted(by: { $0.until > $1.until }) where other.until.dayNumber + 1 == first.dayNumber
        {
            first = other.from
        }
        for other in others.filter({ $0.deputy == absence.deputy && $0.from > last })
            .sorted(by: { $0.from < $1.from }) where other.from.dayNumber - 1 == last.dayNumber
        {
            last = other.until
        }
        let rule = desk.world.value.ladders.substitution
        guard !rule.isTooLong(from: first, until: last) else {
            throw .invalid([
                .init(
                    pointer: "/until",
                    detail: "with those next to it at most \(rule.longestInDays) days")
            ])
        }
    }

    private func checkSpan(
        _ from: CalendarDate, _ until: CalendarDate
    ) throws(RequestFault) {
        let world = desk.world.value
        guard until >= world.zone.date(at: desk.time.now) else {
            throw .invalid([.init(pointer: "/until", detail: "lies in the past")])
        }
        let rule = world.ladders.substitution
        guard !rule.isTooLong(from: from, until: until) else {
            let longest = rule.longestInDays
            throw .invalid([.init(pointer: "/until", detail: "at most \(longest) days")])
        }
    }

    private func deputy(
        _ login: String, of person: Person, from date: CalendarDate
    ) throws(RequestFault) -> Person {
        let world = desk.world.value
        guard let found = world.directory.person(login: login), found.id != person.id else {
            throw .invalid([
                .init(pointer: "/deputy", detail: "must be the login of somebody else")
            ])
        }
        let begin = max(desk.time.now, world.zone.instant(of: date, secondOfDay: 0))
        let obstacle = world.directory.obstacle(
            to: found, standingInFor: person, by: world.ladders.substitution, at: begin)
        if let obstacle { throw .invalid([.init(pointer: "/deputy", detail: obstacle.detail)]) }
        return found
    }

    private func viewer(_ person: Person, _ context: APIContext) -> Viewer {
        Viewer(
            .person(person), world: desk.world.value, language: context.language,
            now: desk.time.now)
    }
}

extension SubstitutionRule.Obstacle {
    fileprivate var detail: String {
        switch self {
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
