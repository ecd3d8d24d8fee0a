import Casework
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

/// A directory of three officers of one office, made for each case.
private struct Office {
    static let unit = UnitID(1)
    static let before = Instant(microseconds: 0)
    static let during = Instant(microseconds: 5_000_000)
    static let after = Instant(microseconds: 10_000_000)
    static let away = Validity(from: during, until: after)
    /// When nobody acts any more for who left during that time.
    static let over = during.adding(seconds: 90 * 24 * 3600)

    var absences: [PersonID: [Absence]] = [:]
    var deputies: [PersonID: [PersonID]] = [:]
    var leftAt: [Int64: Instant] = [:]

    var directory: Directory {
        Directory(
            units: [
                Unit(
                    id: Self.unit, code: "office", name: Label(zh: "示例办公室", en: "Office"),
                    kind: .campaignOffice, parent: nil, division: "410100", functions: [],
                    categories: [], aliases: [])
            ],
            persons: (1...3).map { number in
                Person(
                    id: PersonID(number), login: "p\(number)", name: "示例\(number)", phone: nil,
                    grants: [.init(role: number == 1 ? .leader : .handler, unit: Self.unit)],
                    pairings: [], leftAt: leftAt[number])
            },
            divisions: [
                Division(code: "410100", name: Label(zh: "郑州市", en: "Zhengzhou"), parent: nil)
            ],
            absences: absences, deputies: deputies)
    }

    func present(_ number: Int64, at instant: Instant) -> Presence? {
        let directory = directory
        return directory.person(PersonID(number)).flatMap { directory.present($0, at: instant) }
    }
}

@Suite struct `Whoever is away` {
    @Test func `has the deputy named for the absence, before the standing one`() {
        var office = Office()
        office.absences = [PersonID(1): [Absence(validity: Office.away, deputy: PersonID(3))]]
        office.deputies = [PersonID(1): [PersonID(2)]]
        #expect(office.present(1, at: Office.during)?.person.id == PersonID(3))
        #expect(office.present(1, at: Office.during)?.insteadOf == [PersonID(1)])
        #expect(office.present(1, at: Office.before)?.person.id == PersonID(1))
        // The end belongs to the time after the absence.
        #expect(office.present(1, at: Office.after)?.person.id == PersonID(1))
    }

    @Test func `has the next deputy, or that one's, where the first is away too`() {
        var office = Office()
        office.absences = [
            PersonID(1): [Absence(validity: Office.away)],
            PersonID(2): [Absence(validity: Office.away)],
        ]
        office.deputies = [PersonID(1): [PersonID(2), PersonID(3)]]
        #expect(office.present(1, at: Office.during)?.person.id == PersonID(3))
        office.deputies = [PersonID(1): [PersonID(2)], PersonID(2): [PersonID(3)]]
        let found = office.present(1, at: Office.during)
        #expect(found?.person.id == PersonID(3))
        #expect(found?.insteadOf == [PersonID(1), PersonID(2)])
    }

    @Test func `has nobody where deputies stand in a circle and all are away`() {
        var office = Office()
        office.absences = Dictionary(
            uniqueKeysWithValues: (1...3).map {
                (PersonID($0), [Absence(validity: Office.away)])
            })
        office.deputies = [
            PersonID(1): [PersonID(2)], PersonID(2): [PersonID(3)], PersonID(3): [PersonID(1)],
        ]
        #expect(office.present(1, at: Office.during) == nil)
        #expect(office.present(1, at: Office.before)?.person.id == PersonID(1))
    }

    @Test func `has the next deputy where the first may not act`() throws {
        var office = Office()
        office.absences = [PersonID(1): [Absence(validity: Office.away)]]
        office.deputies = [PersonID(1): [PersonID(2), PersonID(3)]]
        let directory = office.directory
        let absent = try #require(directory.person(PersonID(1)))
        let found = directory.present(absent, at: Office.during) { $0.id != PersonID(2) }
        #expect(found?.person.id == PersonID(3))
    }

    @Test func `lends its roles also once it has left, for as long as one may be away`() throws {
        var office = Office()
        office.leftAt = [1: Office.during]
        office.deputies = [PersonID(1): [PersonID(2)]]
        let directory = office.directory
        let deputy = try #require(directory.person(PersonID(2)))
        #expect(directory.acting(deputy, at: Office.after).holds(.leader))
        #expect(!directory.acting(deputy, at: Office.before).holds(.leader))
        let last = Office.over.adding(seconds: -1)
        #expect(directory.acting(deputy, at: last).holds(.leader))
        #expect(!directory.acting(deputy, at: Office.over).holds(.leader))
        let short = directory.governed(
            by: SubstitutionRule(longestInDays: 30, places: SubstitutionRule.usual.places))
        let month = Office.during.adding(seconds: 30 * 24 * 3600)
        #expect(short.acting(deputy, at: month.adding(seconds: -1)).holds(.leader))
        #expect(!short.acting(deputy, at: month).holds(.leader))
    }

    @Test func `never lets the unit complained of read through whom it stands in for`() throws {
        let directory = DemoWorld.directory
        let officer = try #require(directory.person(login: "officer1"))
        let complained = try #require(directory.person(login: "marketRegulation.head"))
        let world = try DemoWorld.world(with: directory.sending(officer, deputy: complained))
        let open = try Story("10-09 09:00", world: world)
        let about = try Story(
            "10-09 09:00", fields: ["complainedUnit": "marketRegulation"], world: world)
        let scope = world.directory.scope(of: .person(complained), at: open.issue.updatedAt)
        #expect(scope.sees(open.issue, in: world.directory))
        #expect(!scope.sees(about.issue, in: world.directory))
        #expect(!scope.handles(about.issue, in: world.directory))
        let own = world.directory.scope(of: .person(officer), at: open.issue.updatedAt)
        #expect(own.sees(about.issue, in: world.directory))
    }

    @Test func `has who is on duty handle for the unit, while the shift lasts`() throws {
        var story = try Story.inHandling()
        let directory = DemoWorld.directory
        let duty = try #require(directory.person(login: "science.handler"))
        let unit = try #require(directory.unit(code: "industry"))
        let shift = Validity(
            from: try instant("10-09 18:00"), until: try instant("10-10 08:00"))
        story.world = try DemoWorld.world(
            with: Directory(
                units: directory.units, persons: directory.persons,
                divisions: directory.divisions,
                duties: [DutyShift(unit: unit.id, person: duty.id, validity: shift)]))
        let early = try story.refusal(
            "reportProgress", by: "science.handler", at: "10-09 17:59", ["text": "示例"])
        #expect(early == .unknownIssue)
        try story.take("reportProgress", by: "science.handler", at: "10-09 20:00", ["text": "示例"])
        let late = try story.refusal(
            "reportProgress", by: "science.handler", at: "10-10 08:00", ["text": "示例"])
        #expect(late == .unknownIssue)
    }

    @Test func `has a deputy for ninety days once it has left, and then nobody`() {
        var office = Office()
        office.leftAt = [1: Office.during]
        #expect(office.present(1, at: Office.before)?.person.id == PersonID(1))
        #expect(office.present(1, at: Office.during) == nil)
        office.deputies = [PersonID(1): [PersonID(2)]]
        #expect(office.present(1, at: Office.during)?.person.id == PersonID(2))
        let last = Office.over.adding(seconds: -1)
        #expect(office.present(1, at: last)?.person.id == PersonID(2))
        #expect(office.present(1, at: Office.over) == nil)
    }

    @Test func `lends its roles to whoever stands in, while it lasts`() throws {
        var office = Office()
        office.absences = [PersonID(1): [Absence(validity: Office.away, deputy: PersonID(2))]]
        let directory = office.directory
        let deputy = try #require(directory.person(PersonID(2)))
        let acting = directory.acting(deputy, at: Office.during)
        #expect(acting.holds(.leader) && acting.holds(.handler))
        #expect(acting.standsInFor == [PersonID(1)])
        #expect(acting.grants.first { $0.role == .leader }?.lentBy == PersonID(1))
        #expect(directory.acting(acting, at: Office.during) == acting)
        #expect(!directory.acting(deputy, at: Office.after).holds(.leader))
    }

    @Test func `is asked for neither notices nor actions while the deputy has both`() throws {
        let directory = DemoWorld.directory
        let head = try #require(directory.person(login: "industry.head"))
        let deputy = try #require(directory.person(login: "commerce.head"))
        let away = Validity(from: try instant("10-12 00:00"), until: try instant("10-31 00:00"))
        let world = try DemoWorld.world(
            with: directory.sending(head, away: away, deputy: deputy))
        var story = try Story.inHandling(world: world)
        try story.giveOpinion(at: "10-09 15:00")
        let early = try story.refusal(
            "requestEscalation", by: "commerce.head", at: "10-09 16:00", ["reason": "示例"])
        #expect(early == .unknownIssue)
        let event = try story.take(
            "requestEscalation", by: "commerce.head", at: "10-12 10:00", ["reason": "示例"])
        #expect(event.body.onBehalfOf == head.id)
        #expect(event.by.role == .unitHead)
        let reminder = try story.take("remind", by: "officer1", at: "10-12 11:00", ["text": "示例"])
        let told = try #require(reminder.body.told)
        #expect(told.contains { $0.person == deputy.id && $0.insteadOf == head.id })
        #expect(!told.contains { $0.person == head.id })
    }

    @Test func `is not let out of the separation of duties by standing in`() throws {
        let directory = DemoWorld.directory
        let head = try #require(directory.person(login: "industry.head"))
        let office = try #require(directory.person(login: "office.410102"))
        // The office stands in for the head: what the head reported it may not approve.
        let away = Validity(from: try instant("10-12 10:45"))
        let world = try DemoWorld.world(with: directory.sending(office, away: away, deputy: head))
        var story = try Story.inHandling(world: world)
        try story.reportResolved(at: "10-12 10:00", signedAt: "10-12 10:30")
        let refusal = try story.refusal(
            "approveResolution", by: "industry.head", at: "10-12 11:00", ["grade": "good"])
        #expect(refusal.forbids("approveResolution"))
    }
}
