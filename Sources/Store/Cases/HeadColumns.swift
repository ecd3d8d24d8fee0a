import Casework
import JSON
import Workflow
import WorkingTime

/// Computes the columns of a head from the issue that its events come to.
struct HeadColumns {
    let definitions: PublishedDefinitions
    let directory: Directory
    let catalogue: StateCatalogue

    init(of world: World, catalogue: StateCatalogue) {
        definitions = world.definitions
        directory = world.directory
        self.catalogue = catalogue
    }

    func state(of issue: Issue) throws(WorldFault) -> StateCatalogue.State {
        try catalogue.state(issue.state, of: issue.workflow)
    }

    func unit(_ code: String?) throws(WorldFault) -> Int64? {
        guard let code else { return nil }
        guard let unit = directory.unit(code: code) else {
            throw WorldFault("the unit \(code) is not in the directory")
        }
        return unit.id.rawValue
    }

    /// An array literal of ids, for a column that is an array itself.
    func supportingUnits(of issue: Issue) throws -> String {
        let ids = try issue.attributes.supportingUnits.compactMap { try unit($0) }
        return "{" + ids.map(String.init).joined(separator: ",") + "}"
    }

    /// An array literal of codes, which need no quotes.
    func chains(of issue: Issue) -> String {
        "{" + issue.attributes.chains.joined(separator: ",") + "}"
    }

    /// An array literal of ids.
    func levelHolders(of issue: Issue) -> String {
        "{" + issue.attributes.levelHolders.map(\.description).joined(separator: ",") + "}"
    }

    /// Who took the issue over; nil while it is whoever filed it.
    func serviceOfficer(of issue: Issue) -> Int64? {
        issue.serviceOfficer == issue.filer ? nil : issue.serviceOfficer?.rawValue
    }

    func classRank(of issue: Issue) -> Int16 {
        let definition = definitions.workflow(issue.workflow)?.definition
        return Int16(
            issue.attributes.issueClass.flatMap { definition?.issueClass($0) }?.rank ?? 99)
    }

    /// The effective resolve deadline; without one the earliest deadline that somebody owes, e.g. of
    /// the acceptance; `infinity` where nothing runs.
    func dueAt(of issue: Issue) -> Int64 {
        let owed = issue.liveClocks.filter { $0.status == .running }.map(\.dueAt).min()
        return (definitions.resolution(of: issue)?.dueAt ?? owed)?.microseconds ?? .max
    }

    func attributes(of issue: Issue) throws -> [UInt8] {
        try JSONText.encode(issue.attributes)
    }

    func needs(of narrative: Narrative) throws -> [UInt8]? {
        try narrative.needs.map { try JSONText.encode($0) }
    }

    func bigrams(of narrative: Narrative) -> String {
        Bigrams.all(of: narrative.title + " " + narrative.description).joined(separator: " ")
    }
}
