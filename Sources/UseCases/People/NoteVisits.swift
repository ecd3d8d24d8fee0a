package import Casework
package import Engine
package import Store
import Workflow
import WorkingTime

/// Takes the visits that officers note themselves, and lists them. Term: 走访.
package struct NoteVisits: Sendable {
    private static let oldestInDays: Int64 = 366

    private let records: VisitRecords
    private let enterprises: EnterpriseRecords
    private let requests: RequestRecords

    package init(records: Records) {
        self.records = records.visits
        enterprises = records.enterprises
        requests = records.requests
    }

    /// A visit, and whom it was to.
    package struct Known: Sendable {
        package let visit: Visit
        package let enterprise: Enterprise?
    }

    /// Lists visits that the person made, or to an enterprise that it looks after.
    ///
    /// - Parameters:
    ///   - code: a credit code; nil: to any enterprise.
    ///   - place: the id of the last visit of the page before.
    package func list(
        to code: String?, after place: Int64, limit: Int, by person: Person, _ asker: Asker
    ) async throws -> ResultPage<Known> {
        let wanted = try await enterprises.named(code)
        let seesAll = wanted.map { looksAfter($0, asker) } ?? false
        let found = ResultPage(
            try await records.list(
                by: seesAll ? nil : person.id, to: wanted?.id, after: place, limit: limit + 1),
            limit: limit)
        let known = try await enterprises.enterprises(found.items.map(\.enterprise))
        return found.map { Known(visit: $0, enterprise: known[$0.enterprise]) }
    }

    /// Notes a visit, or gives what this very request noted before: nothing of it is judged again.
    package func note(
        _ request: VisitRequest, by person: Person, _ asker: Asker, under key: RequestKey?
    ) async throws -> (known: Known, isReplay: Bool) {
        if let key, let id = try await requests.kept(Int64.self, under: key) {
            return (try await replayed(id, person), true)
        }
        let date = try day(of: request, by: person, asker)
        try InputField.check(request.note, most: 2000, at: "/note")
        let enterprise = try await enterprise(request.enterprise, asker)
        let noted = try await records.add(
            by: person.id, to: enterprise.id, on: date, note: request.note, at: asker.now,
            under: key)
        guard let noted else {
            throw InputFault.invalid("/on", zh: "当日的走访已登记", en: "that day's visit is noted already")
        }
        let visit = Visit(
            id: noted.value, person: person.id, enterprise: enterprise.id, on: date,
            note: request.note)
        return (Known(visit: visit, enterprise: enterprise), noted.isReplay)
    }

    private func replayed(_ id: Int64, _ person: Person) async throws -> Known {
        let noted = try await records.list(by: person.id, to: nil, after: id - 1, limit: 1)
        guard let visit = noted.first, visit.id == id else {
            throw WorldFault("visit \(id) is kept as an answer, and is not there")
        }
        let known = try await enterprises.enterprises([visit.enterprise])
        return Known(visit: visit, enterprise: known[visit.enterprise])
    }

    private func day(
        of request: VisitRequest, by person: Person, _ asker: Asker
    ) throws(InputFault) -> CalendarDate {
        let today = asker.world.calendars.zone.date(at: asker.now)
        let date: CalendarDate =
            if let on = request.on {
                try InputField.day(on, at: "/on", in: asker.world, asker.now)
            } else { today }
        guard person.holds(.serviceOfficer) else {
            throw .forbidden(zh: "走访由服务员登记。", en: "Service officers note visits.")
        }
        guard date <= today else { throw .invalid("/on", zh: "不得晚于今日", en: "lies in the future") }
        guard date.dayNumber > today.dayNumber - Self.oldestInDays else {
            throw .invalid("/on", zh: "不得早于一年之前", en: "lies more than a year back")
        }
        return date
    }

    private func enterprise(_ text: String, _ asker: Asker) async throws -> Enterprise {
        guard let code = UnifiedSocialCreditCode(text),
            let found = try await enterprises.enterprise(creditCode: code.text)
        else { throw InputFault.invalid("/enterprise", zh: "不在名录中", en: "is not in the directory") }
        guard looksAfter(found, asker) else {
            throw InputFault.invalid(
                "/enterprise", zh: "不是您包联的企业", en: "is not one that you look after")
        }
        return found
    }

    private func looksAfter(_ enterprise: Enterprise, _ asker: Asker) -> Bool {
        asker.scope.enterprises.contains(enterprise.id)
            || asker.scope.divisions.contains(enterprise.division)
    }
}

/// A visit that somebody asks to be noted, as it was sent.
package struct VisitRequest: Hashable, Sendable {
    /// A credit code.
    package let enterprise: String
    /// The day, as people say it; nil: today.
    package let on: String?
    package let note: String?

    package init(enterprise: String, on: String?, note: String?) {
        self.enterprise = enterprise
        self.on = on
        self.note = note
    }
}
