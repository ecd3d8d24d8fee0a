import APIModel
import APIText
import Casework
import Languages
import UseCases
import Workflow
import WorkingTime

/// Knows when somebody looks, in which language, and what the world was when they looked.
struct Viewer {
    let world: World
    let language: Language
    /// Nil in answers to actions, which hold nothing that moves later.
    let now: Instant?

    /// When they looked: who stands in for whom, and what units are called, goes by it.
    let at: Instant

    init(_ asker: Asker, _ language: Language) {
        world = asker.world
        self.language = language
        now = asker.now
        at = asker.now
    }

    /// Makes one for answers that hold nothing which moves later.
    init(world: World, standingAt at: Instant, _ language: Language) {
        self.world = world
        self.language = language
        now = nil
        self.at = at
    }

    func text(_ label: Label) -> String { label.text(in: language) }

    func label(_ label: Label) -> LabelAnswer { LabelAnswer(zh: label.zh, en: label.en) }

    /// A unit by the name that it bears when they look.
    func unit(_ code: String?) -> UnitAnswer? { unit(code, namedAt: at) }

    /// A unit by the name that it bore at an instant: histories print what it was called then.
    func unit(_ code: String?, namedAt instant: Instant) -> UnitAnswer? {
        guard let code else { return nil }
        let name = world.directory.unit(code: code).map { text($0.name(at: instant)) } ?? code
        return UnitAnswer(code: code, name: name)
    }

    func person(_ id: PersonID?) -> PersonAnswer? {
        guard let id, let person = world.directory.person(id) else { return nil }
        return PersonAnswer(login: person.login, name: person.name)
    }

    func enterprise(_ enterprise: Enterprise?) -> EnterpriseAnswer? {
        enterprise.map {
            EnterpriseAnswer(
                creditCode: $0.creditCode, name: $0.name, division: $0.division, tags: $0.tags)
        }
    }

    /// A project, or a unit by the name that it bears when they look; an enterprise has a place of its own.
    func subject(_ subject: Subject) -> SubjectAnswer? {
        switch subject {
        case .enterprise, .nothing: nil
        case .project(let code):
            SubjectAnswer(
                kind: subject.kind.rawValue, code: code,
                name: world.directory.project(code).map { text($0.name) } ?? code)
        case .unit(let code):
            SubjectAnswer(
                kind: subject.kind.rawValue, code: code, name: unit(code)?.name ?? code)
        }
    }

    /// Times stand in the zone of the workflow's calendar.
    func time(_ instant: Instant, _ zone: ZoneTable) -> String { instant.rfc3339(in: zone) }

    func zone(of issue: Issue) -> ZoneTable {
        world.definitions.workflow(issue.workflow).flatMap {
            world.calendars.current($0.definition.calendar)
        }?
        .zone ?? .utc
    }
}
