package import Languages
package import WorkingTime

/// What units, people, divisions and projects are called.
extension Directory {
    /// Units as they stand at an instant; those that are dissolved by then only where no other is meant.
    package func meaning(ofUnit word: String, at instant: Instant) -> Vocabulary.Meaning {
        if unit(code: word) != nil { return .name(word) }
        let standing = vocabulary(of: units.filter { $0.exists(at: instant) }, at: instant)
        let meaning = standing.meaning(of: word)
        guard case .unknown = meaning else { return meaning }
        let past = vocabulary(of: units.filter { !$0.exists(at: instant) }, at: instant)
        return past.name(of: word).map { .name($0) } ?? meaning
    }

    private func vocabulary(of units: [Unit], at instant: Instant) -> Vocabulary {
        Vocabulary(
            units.map { unit in
                Vocabulary.Entry(
                    name: unit.code, label: unit.name(at: instant), others: otherNames(of: unit))
            })
    }

    /// Other names that are printed, the name without that of its division, and without the note behind it.
    private func otherNames(of unit: Unit) -> [String] {
        let names = [unit.name.zh] + unit.renamings.map(\.name.zh)
        let plain = names.map { String($0.prefix { $0 != "（" }) }
        let place = division(unit.division)?.name.zh ?? ""
        let short = (plain + unit.aliases).compactMap { name -> String? in
            let left = place.isEmpty || !name.hasPrefix(place) ? nil : name.dropFirst(place.count)
            let rest =
                left ?? (name.first.map { $0 == place.last } == true ? name.dropFirst() : nil)
            return rest.flatMap { $0.count > 1 ? String($0) : nil }
        }
        return names + plain + unit.aliases + short
    }

    /// People who are in service at an instant.
    package func meaning(ofPerson word: String, at instant: Instant) -> Vocabulary.Meaning {
        if person(login: word) != nil { return .name(word) }
        let present = persons.filter { $0.leftAt.map { instant < $0 } ?? true }
        return Vocabulary(
            present.map { person in
                Vocabulary.Entry(
                    name: person.login, label: label(of: person, at: instant), others: [person.name]
                )
            }
        ).meaning(of: word)
    }

    /// The name, with the unit where the person has its first role.
    private func label(of person: Person, at instant: Instant) -> Label {
        guard let unit = person.grants.first.flatMap({ self.unit($0.unit) })?.name(at: instant)
        else { return Label(zh: person.name, en: person.name) }
        return Label(zh: "\(person.name)（\(unit.zh)）", en: "\(person.name) (\(unit.en))")
    }

    package func meaning(ofDivision word: String) -> Vocabulary.Meaning {
        if division(word) != nil { return .name(word) }
        return Vocabulary(
            divisions.map { division in
                let short = division.name.zh.count > 2 ? [String(division.name.zh.dropLast())] : []
                return Vocabulary.Entry(name: division.code, label: division.name, others: short)
            }
        ).meaning(of: word)
    }

    package func meaning(ofProject word: String) -> Vocabulary.Meaning {
        if project(word) != nil { return .name(word) }
        return Vocabulary(projects.map { Vocabulary.Entry(name: $0.code, label: $0.name) })
            .meaning(of: word)
    }
}
