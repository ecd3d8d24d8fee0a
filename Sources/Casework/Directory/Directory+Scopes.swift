package import WorkingTime

/// What people may see, and what they may not read.
extension Directory {
    /// What each person may see by grants of its own that hold for ever.
    static func scopes(in directory: Directory) -> [PersonID: Scope] {
        directory.persons.reduce(into: [:]) { scopes, person in
            scopes[person.id] = Scope(of: .person(person), in: directory)
        }
    }

    /// What a principal may see at an instant: also what those may see for whom it stands in.
    package func scope(of principal: Principal, at instant: Instant) -> Scope {
        guard case .person(let person) = principal else { return Scope(of: principal, in: self) }
        let acting = acting(person, at: instant)
        let isPlain = !acting.isDated && self.person(person.id) == acting
        let scope = (isPlain ? scopes[person.id] : nil) ?? Scope(of: .person(acting), in: self)
        return scope.reaching(dissolved(at: instant))
    }

    /// Tells whether an issue complains about a unit that a person works for at an instant.
    package func bars(_ person: Person, from issue: Issue, at instant: Instant) -> Bool {
        guard issue.attributes.isConfidential else { return false }
        return scope(of: .person(person), at: instant).isBarred(from: issue, in: self)
    }
}
