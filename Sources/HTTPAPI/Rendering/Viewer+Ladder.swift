import APIModel
import Casework
import Languages
import UseCases
import Workflow
import WorkingTime

extension Viewer {
    /// One level of a ladder, with instants as a zone shows them.
    func level(_ found: ShowLadders.Level, _ zone: ZoneTable) -> OfficersAnswer.Level {
        OfficersAnswer.Level(
            level: found.level.level, label: label(found.level.label),
            holders: found.holders.compactMap { holder($0, zone) },
            reachedAt: found.reached.map { time($0.at, zone) },
            named: found.reached?.body.climb?.holders.compactMap { person($0.person) },
            dueAt: found.clock.map { time($0.dueAt, zone) })
    }

    private func holder(_ holder: LevelHolder, _ zone: ZoneTable) -> OfficersAnswer.Holder? {
        guard let person = person(holder.presence.person.id) else { return nil }
        return OfficersAnswer.Holder(
            person: person, insteadOf: holder.presence.insteadOf.compactMap(self.person),
            by: holder.way.rawValue, why: text(why(holder)),
            since: holder.since.map { time($0, zone) })
    }

    private func why(_ holder: LevelHolder) -> Label {
        guard let away = holder.presence.insteadOf.first,
            let absent = world.directory.person(away)
        else { return holder.way.label }
        return Label(
            zh: "\(holder.way.label.zh)；\(absent.name)不在岗，由其代理",
            en: "\(holder.way.label.en); deputy of \(absent.login), who is away")
    }
}
