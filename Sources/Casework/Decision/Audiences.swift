import Languages
import Workflow
import WorkingTime

/// Finds the people who belong to an audience at an instant.
struct Audiences {
    let search: HolderSearch
    let ladders: Ladders
    let issue: Issue
    /// The unit whose clock passes a mark by the action; nil where none does.
    let owing: Unit?
    /// Those who were named at the level that the issue had before, and are there.
    let named: [Person]
    let levelBefore: Int
    /// True where those on duty are told beside those whose post it is.
    let tellsDuty: Bool

    private var directory: Directory { search.directory }
    private var at: Instant { search.at }

    /// Lists whom to tell, each person once, and nobody who may not see the issue; an audience
    /// without anybody passes to the next level.
    func notices(for audiences: [Effect.Audience]) -> [Notice] {
        var seen = Set<PersonID>()
        return audiences.flatMap { audience in
            (holders(of: audience) + onDuty(for: audience)).map { holder in
                Notice(
                    person: holder.presence.person.id, audience: audience.rawValue,
                    insteadOf: holder.presence.insteadOf.first)
            }
        }.filter { seen.insert($0.person).inserted }
    }

    private func holders(of audience: Effect.Audience) -> [LevelHolder] {
        switch audience {
        case .handler: return handling(from: 0)
        case .unitHead: return handling(from: 1)
        case .leaderInCharge: return handling(from: 2)
        case .supportingUnits:
            return issue.attributes.supportingUnits.flatMap { supporting($0) }
        case .office: return officers()
        case .filer:
            return search.holders(
                at: Ladder.Level(
                    level: 0, label: Label(zh: "", en: ""), finders: [.init(way: .filer)]))
        case .levelHolder:
            return search.lowest(of: ladders.service, from: issue.attributes.level)?.holders
                ?? officers()
        case .owingHead: return aboveOwing(from: 1)
        case .owingLeader: return aboveOwing(from: 2)
        case .superior:
            return named.map(inItsPost).flatMap { person in
                above(.officer(person)).lowest(of: ladders.officer, from: 1)?.holders ?? []
            }
        }
    }

    /// Those above the unit that owes something, of the lowest level that has anybody, or else of
    /// the office. Where no unit does the lead unit is meant.
    private func aboveOwing(from level: Int) -> [LevelHolder] {
        guard let unit = owing ?? issue.attributes.leadUnit.flatMap(directory.unit(code:))
        else { return officers() }
        return above(.unit(unit)).lowest(of: ladders.unit, from: level)?.holders
            ?? officers()
    }

    /// An officer in the post in which the issue had it named: above it are those of that post, and
    /// those who look after the same as this issue.
    private func inItsPost(_ person: Person) -> Person {
        let roles =
            ladders.service.levels.first { $0.level == levelBefore }?
            .finders.compactMap(\.role) ?? []
        let grants = person.grants.filter { roles.contains($0.role) }
        return Person(
            id: person.id, login: person.login, name: person.name, phone: person.phone,
            grants: grants.isEmpty ? person.grants : grants,
            pairings: person.pairings.filter { $0.concerns(issue) })
    }

    private func above(_ subject: LadderSubject) -> HolderSearch {
        HolderSearch(directory: directory, subject: subject, about: issue, at: at)
    }

    /// Those of the lowest level of the handling line that has anybody, or else of the office.
    private func handling(from level: Int) -> [LevelHolder] {
        search.lowest(of: ladders.handling, from: level)?.holders ?? officers()
    }

    /// The handlers of a supporting unit, or else its head.
    private func supporting(_ code: String) -> [LevelHolder] {
        guard let unit = directory.unit(code: code) else { return [] }
        for role in [Right.Role.handler, .unitHead] {
            let found = search.present(
                directory.holders(of: role, over: unit.id, at: at), .leadUnit)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Those who hold the office, by a role over it or over the unit that it belongs to.
    private func officers() -> [LevelHolder] {
        guard let unit = issue.attributes.office.flatMap(directory.unit(code:)) else {
            return []
        }
        for role in [Right.Role.districtOffice, .cityOffice] {
            let found = search.present(
                directory.nearestHolders(of: role, above: unit.id, at: at), .office)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Who is on duty at the unit that the audience belongs to. Term: 值班.
    private func onDuty(for audience: Effect.Audience) -> [LevelHolder] {
        guard tellsDuty else { return [] }
        let code =
            switch audience {
            case .handler, .unitHead: issue.attributes.leadUnit
            case .office: issue.attributes.office
            case .owingHead: owing?.code
            case .supportingUnits, .leaderInCharge, .filer, .levelHolder, .owingLeader, .superior:
                String?.none
            }
        guard let unit = code.flatMap(directory.unit(code:)) else { return [] }
        return search.present(directory.onDuty(at: unit.id, at: at), .leadUnit)
    }
}

extension Situation {
    /// Finds people for an issue as this action leaves it; those on duty too, outside working
    /// hours, where its class is watched by them.
    ///
    /// - Parameters:
    ///   - before: the issue as the action found it.
    ///   - owing: the code of the unit whose clock passes a mark.
    func audiences(of issue: Issue, before: Issue, owing: String?) -> Audiences {
        let isWatched = issueClass(of: issue)?.isWatchedByDuty ?? false
        let isWorking = calendar.workingSeconds(from: at, to: at.adding(seconds: 1), pauses: []) > 0
        let directory = world.directory
        return Audiences(
            search: HolderSearch(directory: directory, issue: issue, at: at),
            ladders: world.ladders, issue: issue,
            owing: owing.flatMap(directory.unit(code:)).flatMap {
                directory.unit(directory.existing($0.id, at: at))
            },
            named: before.attributes.levelHolders.compactMap(directory.person)
                .filter { directory.isPresent($0, at: at) },
            levelBefore: before.attributes.level,
            tellsDuty: isWatched && !isWorking)
    }
}
