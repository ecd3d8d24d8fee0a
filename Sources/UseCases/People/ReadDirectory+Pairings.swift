package import Casework
import Store
import Workflow

/// Pairings of one enterprise, of one officer, or of both with each other. Term: 包联.
extension ReadDirectory {
    /// Says whose pairings are looked for, and with what.
    package struct PairingQuery: Sendable {
        let persons: [Person]
        /// Nil: with anything.
        let subject: Pairing.Subject?
    }

    /// A pairing, and where it stands in the list.
    package struct FoundPairing: Sendable {
        package let place: PairingPlace
        package let person: Person
        package let pairing: Pairing
    }

    /// Finds what a list of pairings is narrowed to.
    ///
    /// - Parameters:
    ///   - code: of the enterprise, a credit code; `word`: the officer's login or name. One at least.
    package func pairingQuery(
        enterprise code: String?, officer word: String?, _ asker: Asker
    ) async throws -> PairingQuery {
        guard code != nil || word != nil else { throw InputFault.nobodysPairings }
        let subject = try await enterprises.named(code).map { Pairing.Subject.enterprise($0.id) }
        let directory = asker.world.directory
        guard let login = try FilterName(asker).person(word) else {
            return PairingQuery(persons: directory.persons, subject: subject)
        }
        guard let person = directory.person(login: login) else {
            throw InputFault.unknownOfficer(login)
        }
        return PairingQuery(persons: [person], subject: subject)
    }

    /// Lists those that come after a place, in their order, with the enterprises that they name.
    package func pairings(
        _ query: PairingQuery, after place: PairingPlace?, limit: Int
    ) async throws -> (found: ResultPage<FoundPairing>, enterprises: [EnterpriseID: Enterprise]) {
        let all = query.persons.flatMap { person in
            person.pairings.filter { query.subject == nil || $0.subject == query.subject }.map {
                FoundPairing(place: PairingPlace(person.id, $0), person: person, pairing: $0)
            }
        }
        .filter { found in place.map { $0 < found.place } ?? true }
        .sorted { $0.place < $1.place }
        let found = ResultPage(all, limit: limit)
        let named = found.items.compactMap { item -> EnterpriseID? in
            if case .enterprise(let id) = item.pairing.subject { id } else { nil }
        }
        return (found, try await enterprises.enterprises(named))
    }
}

extension InputFault {
    fileprivate static let nobodysPairings = InputFault.badParameter(
        "enterprise", zh: "请给出企业的统一社会信用代码，或以 officer 给出人员账号。",
        en: "give a credit code; or officer=, a login")
}
