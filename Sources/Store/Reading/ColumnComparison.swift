import Casework
import Engine
import Postgres

/// Compares the columns that queues, alarms and rights go by with what the events come to.
struct ColumnComparison {
    let store: PostgresCaseStore
    let rebuilt: Issue

    /// Lists the columns of a row of `headsByID` that differ.
    func differences(in row: Row) throws -> [String] {
        let columns = HeadColumns(world: store.world.value, catalogue: store.catalogue.value)
        let attributes = rebuilt.attributes
        let supporting = "{" + (try row.int64s(5).map(String.init)).joined(separator: ",") + "}"
        let complained = attributes.isConfidential ? attributes.complainedUnit : nil
        let pairs: [(String, Bool)] = [
            ("is_open", try row.bool(3) == columns.state(of: rebuilt).isOpen),
            ("lead_unit", try row.int64OrNil(4) == columns.unit(attributes.leadUnit)),
            ("supporting_units", try supporting == columns.supportingUnits(of: rebuilt)),
            ("office", try row.int64OrNil(6) == columns.unit(attributes.office)),
            ("handler", try row.int64OrNil(7) == attributes.handler?.rawValue),
            ("class", try row.text(8) == attributes.issueClass ?? ""),
            ("category", try row.text(9) == attributes.category),
            ("division", try row.text(10) == attributes.division),
            ("level", try Int(row.int16(11)) == attributes.level),
            ("due_at", try row.timestamp(12) == columns.dueAt(of: rebuilt)),
            ("class_rank", try row.int16(13) == columns.classRank(of: rebuilt)),
            ("complained_unit", try row.int64OrNil(14) == columns.unit(complained)),
            ("project", try row.textOrNil(16) == attributes.project),
            ("chains", try row.texts(17) == attributes.chains),
            ("service_officer", try row.int64OrNil(18) == columns.serviceOfficer(of: rebuilt)),
            ("level_holders", try row.int64s(19) == attributes.levelHolders.map(\.rawValue)),
            (
                "search_bigrams",
                try row.texts(15).joined(separator: " ") == columns.bigrams(of: rebuilt.narrative)
            ),
        ]
        return pairs.filter { !$0.1 }.map { "column \($0.0) differs" }
    }
}
