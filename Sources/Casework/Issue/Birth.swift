package import JSON

/// What an issue is from its first event on, and stays: the chain of digests holds it.
package struct Birth: Hashable, Sendable, Decodable {
    package let caseID: CaseID
    /// Nil where the issue is about something else.
    package let enterprise: EnterpriseID?
    /// Nil where a program filed it.
    package let filer: PersonID?
    /// Its place in its case, `-1`; of a part of another issue its whole number. The number of the case
    /// is drawn after the event is made.
    package let number: String

    private enum CodingKeys: String, CodingKey {
        case caseID = "case"
        case enterprise, filer, number
    }

    init(of unborn: Issue) {
        caseID = unborn.caseID
        enterprise = unborn.enterprise
        filer = unborn.filer
        number = unborn.number
    }
}

extension Birth: JSONWritable {
    package func write(to writer: inout JSONWriter) throws {
        writer.object { writer in
            writer.member("case", caseID.rawValue)
            writer.member("enterprise", enterprise?.rawValue)
            writer.member("filer", filer?.rawValue)
            writer.member("number", number)
        }
    }
}
