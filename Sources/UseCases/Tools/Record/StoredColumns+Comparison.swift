import Store

extension StoredColumns {
    /// Lists the columns that differ from what they must be.
    func differences(from expected: StoredColumns) -> [String] {
        let pairs: [(String, Bool)] = [
            ("is_open", isOpen == expected.isOpen),
            ("lead_unit", leadUnit == expected.leadUnit),
            ("supporting_units", supportingUnits == expected.supportingUnits),
            ("office", office == expected.office), ("handler", handler == expected.handler),
            ("class", issueClass == expected.issueClass),
            ("category", category == expected.category),
            ("division", division == expected.division), ("level", level == expected.level),
            ("due_at", dueAt == expected.dueAt), ("class_rank", classRank == expected.classRank),
            ("complained_unit", complainedUnit == expected.complainedUnit),
            ("project", project == expected.project), ("chains", chains == expected.chains),
            ("service_officer", serviceOfficer == expected.serviceOfficer),
            ("level_holders", levelHolders == expected.levelHolders),
            ("search_bigrams", searchBigrams == expected.searchBigrams),
        ]
        return pairs.filter { !$0.1 }.map { "column \($0.0) differs" }
    }
}
