import Casework

/// What is known before anything is filed, as somebody wrote it.
package struct ProposalQuestion: Sendable {
    private static let longestText = 8200

    /// What the enterprise says; title and description in one.
    package let text: String
    /// Nil: read from the text.
    package var category: String?
    /// Nil: the one that the text names, else that of the enterprise.
    package var division: String?
    /// A credit code.
    package var enterprise: String?
    package var issueClass: String?
    /// A code of a unit.
    package var complainedUnit: String?
    /// The number of the issue that is asked about, where there is one: it is not like itself.
    package var issue: String?

    package init(text: String) {
        self.text = text
    }

    /// What routing is asked.
    ///
    /// - Throws: `invalid`, with everything that is wrong.
    func routed(
        _ reading: TextReading, _ enterprise: Enterprise?, in world: World
    ) throws(InputFault) -> RoutingQuestion {
        let division = division ?? reading.division ?? enterprise?.division
        let faults = faults(division, world)
        guard faults.isEmpty else { throw .invalid(faults) }
        return RoutingQuestion(
            category: category ?? reading.category, division: division ?? "", text: text,
            tags: enterprise?.tags ?? [], issueClass: issueClass, complainedUnit: complainedUnit)
    }

    private func faults(_ division: String?, _ world: World) -> [InputFault.Field] {
        var faults: [InputFault.Field] = []
        func check(_ pointer: String, _ isSound: Bool, _ detail: String) {
            if !isSound { faults.append(InputFault.Field(pointer, detail)) }
        }
        let length = text.unicodeScalars.count
        check("/text", (1...Self.longestText).contains(length), "must have 1 to 8200 characters")
        check(
            "/division", division.flatMap(world.directory.division) != nil,
            "must be the six-digit code of a division, or be named by the text or the enterprise")
        check(
            "/category", category.map { world.knowsCategory($0) } ?? true,
            "must be a category of a workflow")
        check(
            "/class", issueClass.map(world.classes.contains) ?? true,
            "must be one of \(world.classes.joined(separator: ", "))")
        check(
            "/complainedUnit",
            complainedUnit.map { world.directory.unit(code: $0) != nil } ?? true,
            "must be the code of a unit")
        return faults
    }
}
