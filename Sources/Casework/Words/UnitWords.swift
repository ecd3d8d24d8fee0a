import Languages
import WorkingTime

/// What units are called, as the directory has them: made once with it, and asked for each word that is no
/// code.
struct UnitWords: Sendable {
    private struct Named: Sendable {
        let unit: Unit
        /// Under each name that it has borne, the oldest first.
        let entries: [(from: Instant, entry: Vocabulary.Entry)]

        func entry(at instant: Instant) -> Vocabulary.Entry? {
            (entries.last { $0.from <= instant } ?? entries.first)?.entry
        }
    }

    private let units: [Named]

    /// - Parameter divisions: by their codes.
    init(_ units: [Unit], divisions: [String: Division]) {
        self.units = units.map { unit in
            let others = Self.otherNames(of: unit, in: divisions[unit.division])
            let names =
                [(from: Instant.distantPast, name: unit.name)]
                + unit.renamings.map { (from: $0.from, name: $0.name) }
            return Named(
                unit: unit,
                entries: names.map {
                    ($0.from, Vocabulary.Entry(name: unit.code, label: $0.name, others: others))
                })
        }
    }

    /// Those that exist at an instant, by the names that they bear then.
    func standing(at instant: Instant) -> Vocabulary {
        vocabulary(at: instant) { $0.exists(at: instant) }
    }

    /// Those that have ended by an instant.
    func ended(at instant: Instant) -> Vocabulary {
        vocabulary(at: instant) { !$0.exists(at: instant) }
    }

    private func vocabulary(at instant: Instant, _ isMeant: (Unit) -> Bool) -> Vocabulary {
        Vocabulary(units.filter { isMeant($0.unit) }.compactMap { $0.entry(at: instant) })
    }

    /// Other names that are printed, the name without that of its division, and without the note behind it.
    private static func otherNames(of unit: Unit, in division: Division?) -> [String] {
        let names = [unit.name.zh] + unit.renamings.map(\.name.zh)
        let plain = names.map { String($0.prefix { $0 != "（" }) }
        let place = division?.name.zh ?? ""
        let short = (plain + unit.aliases).compactMap { name -> String? in
            let left = place.isEmpty || !name.hasPrefix(place) ? nil : name.dropFirst(place.count)
            let rest =
                left ?? (name.first.map { $0 == place.last } == true ? name.dropFirst() : nil)
            return rest.flatMap { $0.count > 1 ? String($0) : nil }
        }
        return names + plain + unit.aliases + short
    }
}
