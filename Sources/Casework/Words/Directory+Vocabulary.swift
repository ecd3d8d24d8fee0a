package import Languages
package import WorkingTime

/// What units, people, divisions and projects are called.
extension Directory {
    /// Units as they stand at an instant; those that are dissolved by then only where no other is meant.
    package func meaning(ofUnit word: String, at instant: Instant) -> Vocabulary.Meaning {
        if unit(code: word) != nil { return .name(word) }
        let meaning = unitWords.standing(at: instant).meaning(of: word)
        guard case .unknown = meaning else { return meaning }
        return unitWords.ended(at: instant).name(of: word).map { .name($0) } ?? meaning
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
