package import Languages
package import Workflow

/// Says who is told at each level as something climbs, and how that officer is found.
///
/// Term: 提级. Source: DOMAIN §6.
package struct Ladder: Hashable, Sendable {
    /// Names what can be sought: the ways in which officers stand to a subject.
    package enum Way: String, CaseIterable, Sendable {
        /// The handler that the lead unit named.
        case assigned
        /// Who filed the issue.
        case filer
        /// Paired with the enterprise at this level, or at the level of the finder.
        case pairing
        /// Paired with one of the enterprise's industrial chains.
        case chain
        /// Paired with the issue's project.
        case project
        /// Holds a role over exactly the lead unit.
        case leadUnit
        /// Holds a role over the nearest unit from the lead unit upwards that has somebody.
        case aboveLeadUnit
        /// Holds a role over the township, street or park of the enterprise, or else over a unit of
        /// one of the kinds in the division.
        case locality
        /// Holds a role over a unit of the issue's division.
        case division
        /// Holds a role over the unit that is competent for the category, or for a function; for a
        /// unit or an officer, over the counterpart of its unit.
        case function
        /// Holds a role over the office that has the issue, or over the nearest unit above.
        case office
        /// Holds a role over a unit of the city.
        case city
        /// The officer that the ladder is about.
        case itself
        /// Holds a role over exactly the unit, or a unit of the officer, that the ladder is about.
        case unit
        /// Holds a role over the nearest unit from there upwards that has somebody.
        case aboveUnit
    }

    /// What a ladder's holders are sought for, and the ways that lead from there to officers.
    package enum Kind: String, CaseIterable, Sendable {
        case issue, unit, officer

        package var ways: [Way] {
            switch self {
            case .issue: Way.allCases.filter { ![.itself, .unit, .aboveUnit].contains($0) }
            case .unit: [.unit, .aboveUnit, .division, .function, .city]
            case .officer:
                [
                    .itself, .unit, .aboveUnit, .pairing, .chain, .project, .division, .function,
                    .city,
                ]
            }
        }
    }

    /// One way to find the officers of a level; the next is tried where it finds nobody.
    package struct Finder: Hashable, Sendable {
        package let way: Way
        package let role: Right.Role?
        /// Empty: units of any kind.
        package let kinds: [Unit.Kind]
        /// Nil: the task force that watches the issue's category.
        package let function: String?

        package init(
            way: Way, role: Right.Role? = nil, kinds: [Unit.Kind] = [], function: String? = nil
        ) {
            self.way = way
            self.role = role
            self.kinds = kinds
            self.function = function
        }
    }

    package struct Level: Hashable, Sendable {
        package let level: Int
        package let label: Label
        /// In the order in which they are tried.
        package let finders: [Finder]

        package init(level: Int, label: Label, finders: [Finder]) {
            self.level = level
            self.label = label
            self.finders = finders
        }
    }

    /// Rising by level, from 0.
    package let levels: [Level]

    package init(levels: [Level]) {
        self.levels = levels
    }

    /// The last level that attention climbs to; 0 where there is none.
    package var highest: Int { levels.last?.level ?? 0 }
}

/// Holds the lines along which attention climbs.
package struct Ladders: Hashable, Sendable {
    /// A level that no alarm climbs to: people turn to it by hand.
    package struct LevelByHand: Hashable, Sendable {
        package let level: Int
        package let label: Label

        package init(level: Int, label: Label) {
            self.level = level
            self.label = label
        }
    }

    /// Handler, head of the lead unit, leader in charge: told at the marks of the resolution.
    package let handling: Ladder
    /// From the service officer to the mayor: climbed one level at a time.
    package let service: Ladder
    package let byHand: LevelByHand?
    /// Above a unit, whichever it is: told where it lets a clock of its own pass.
    package let unit: Ladder
    /// Above an officer, whoever it is: told where one who was named does not act.
    package let officer: Ladder
    /// Who may be named in place of whoever is away.
    package let substitution: SubstitutionRule

    package init(
        handling: Ladder, service: Ladder, byHand: LevelByHand? = nil,
        unit: Ladder = .usualAboveUnits, officer: Ladder = .usualAboveOfficers,
        substitution: SubstitutionRule = .usual
    ) {
        self.handling = handling
        self.service = service
        self.byHand = byHand
        self.unit = unit
        self.officer = officer
        self.substitution = substitution
    }

    /// The level at which campaign offices of a division stand: an overdue ruling climbs past it.
    package func level(ofOfficeRole role: Right.Role) -> Int? {
        service.levels.first { level in level.finders.contains { $0.role == role } }?.level
    }
}

/// The lines of an installation whose ladder says nothing of units and officers.
extension Ladder {
    package static let usualAboveUnits = Ladder(levels: [
        Level(
            level: 0, label: Label(zh: "经办人", en: "Handlers"),
            finders: [Finder(way: .unit, role: .handler)]),
        Level(
            level: 1, label: Label(zh: "单位负责人", en: "Head of the unit"),
            finders: [Finder(way: .unit, role: .unitHead)]),
        Level(
            level: 2, label: Label(zh: "分管领导", en: "Leader in charge of the unit"),
            finders: [Finder(way: .aboveUnit, role: .leader)]),
    ])

    package static let usualAboveOfficers = Ladder(levels: [
        Level(
            level: 0, label: Label(zh: "本人", en: "The officer"), finders: [Finder(way: .itself)]),
        Level(
            level: 1, label: Label(zh: "所在单位负责人", en: "Head of the officer's unit"),
            finders: [Finder(way: .unit, role: .unitHead)]),
        Level(
            level: 2, label: Label(zh: "分管领导", en: "Leader in charge"),
            finders: [Finder(way: .aboveUnit, role: .leader)]),
    ])
}

extension Ladder.Way {
    package var isPairing: Bool { [.pairing, .chain, .project].contains(self) }

    /// Says for people how somebody was found.
    package var label: Label {
        switch self {
        case .assigned: Label(zh: "主办单位指定的承办人", en: "the handler that the lead unit named")
        case .filer: Label(zh: "登记诉求的服务员", en: "the service officer of the issue")
        case .pairing: Label(zh: "包联该企业", en: "paired with the enterprise")
        case .chain: Label(zh: "联系其产业链", en: "looks after its industrial chain")
        case .project: Label(zh: "联系该项目", en: "looks after the project")
        case .leadUnit: Label(zh: "主办单位的岗位", en: "a post of the lead unit")
        case .aboveLeadUnit: Label(zh: "分管主办单位", en: "over the lead unit")
        case .locality: Label(zh: "企业所在乡镇街道园区", en: "of the township, street or park")
        case .division: Label(zh: "属地的岗位", en: "a post of the division")
        case .function: Label(zh: "按职能分工", en: "competent for the category")
        case .office: Label(zh: "受理该事项的活动办", en: "of the office that has the issue")
        case .city: Label(zh: "市级岗位", en: "a post of the city")
        case .itself: Label(zh: "本人", en: "the officer itself")
        case .unit: Label(zh: "本单位的岗位", en: "a post of the unit")
        case .aboveUnit: Label(zh: "分管本单位", en: "over the unit")
        }
    }
}
