import Casework
import UseCases

/// Filters, and which issues they let through.
extension DutySample {
    struct Filter: Sendable {
        let name: String
        let change: @Sendable (inout ListFilter) -> Void
        let isMeant: @Sendable (Casework.Issue) -> Bool

        init(
            _ name: String, _ change: @escaping @Sendable (inout ListFilter) -> Void,
            fits isMeant: @escaping @Sendable (Casework.Issue) -> Bool
        ) {
            self.name = name
            self.change = change
            self.isMeant = isMeant
        }
    }

    static let filters = [
        Filter("a state", { $0.state = "dispatched" }, fits: { $0.state == "dispatched" }),
        Filter("a state that nobody is in", { $0.state = "coordinating" }, fits: { _ in false }),
        Filter("a class", { $0.issueClass = "B" }, fits: { $0.attributes.issueClass == "B" }),
        Filter("a category", { $0.category = "FIN" }, fits: { $0.attributes.category == "FIN" }),
        Filter(
            "a district", { $0.division = "410105" },
            fits: { $0.attributes.division == "410105" }),
        Filter("the city", { $0.division = "410100" }, fits: { _ in true }),
        Filter("a unit", { $0.unit = "industry" }, fits: { $0.attributes.leadUnit == "industry" }),
        Filter(
            "two at once", { ($0.unit, $0.division) = ("industry", "410105") },
            fits: {
                $0.attributes.leadUnit == "industry" && $0.attributes.division == "410105"
            }),
        Filter("another workflow", { $0.workflow = "three-deliveries" }, fits: { _ in false }),
        Filter("two characters", { $0.words = "招工" }, fits: { _ in true }),
        Filter("one character", { $0.words = "招" }, fits: { _ in true }),
        Filter("what no text holds", { $0.words = "罕见" }, fits: { _ in false }),
        Filter("the beginning of numbers", { $0.words = "zq2026-" }, fits: { _ in true }),
        Filter(
            "a number", { $0.words = "ZQ2026-000001" },
            fits: { $0.number.hasPrefix("ZQ2026-000001") }),
    ]
}
