import APIModel
import Casework
import Engine
import UseCases
import Workflow
import WorkingTime

extension Viewer {
    func officer(_ officer: OfficerToday) -> OfficerAnswer {
        OfficerAnswer(
            login: officer.person.login, name: officer.person.name,
            grants: officer.grants.compactMap { grant in
                world.directory.unit(grant.unit).map {
                    .init(
                        role: grant.role.rawValue, roleLabel: label(grant.role.label),
                        unit: UnitAnswer(code: $0.code, name: text($0.name(at: at))))
                }
            },
            isPresent: officer.isPresent, deputy: person(officer.deputy))
    }

    func pairing(
        _ pairing: Pairing, of person: Person, _ enterprises: [EnterpriseID: Enterprise]
    ) -> PairingAnswer {
        let zone = world.calendars.zone
        var enterprise: EnterpriseAnswer?
        var project: String?
        var chain: String?
        switch pairing.subject {
        case .enterprise(let id): enterprise = self.enterprise(enterprises[id])
        case .project(let code): project = code
        case .chain(let code): chain = code
        }
        return PairingAnswer(
            officer: PersonAnswer(login: person.login, name: person.name), enterprise: enterprise,
            project: project, chain: chain, level: pairing.level, isChief: pairing.isChief,
            from: pairing.validity.from.map { zone.date(at: $0).description },
            until: pairing.validity.until.map {
                zone.date(at: $0.adding(seconds: -1)).description
            })
    }

    func visit(_ known: NoteVisits.Known) -> VisitAnswer {
        VisitAnswer(
            id: String(known.visit.id), officer: person(known.visit.person),
            enterprise: enterprise(known.enterprise), on: known.visit.on.description,
            note: known.visit.note)
    }
}
