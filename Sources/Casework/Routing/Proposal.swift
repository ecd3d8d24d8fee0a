package import Workflow

/// What routing proposes for an issue; the office confirms or overrides it.
package struct Proposal: Hashable, Sendable {
    package let lead: Unit?
    /// In the printed order, the jurisdiction last.
    package let supporting: [Unit]
    package let explanation: Label
}

extension Decider {
    /// Proposes a lead and supporting units from category, words and division.
    ///
    /// The lowest competent unit comes first: one of the division before one of the city.
    package func proposal(for issue: Issue) -> Proposal {
        let attributes = issue.attributes
        let text = issue.narrative.title + issue.narrative.description
        let jurisdiction = world.directory.jurisdiction(of: attributes.division)
        guard let rule = world.routing.rule(for: attributes.category, text: text) else {
            return fallback(attributes, jurisdiction)
        }
        let lead = rule.leadFunction.flatMap { unit($0, attributes) } ?? jurisdiction
        var seen = Set([lead?.code].compactMap { $0 })
        let supporting =
            (rule.supportingFunctions.compactMap { unit($0, attributes) }
            + [jurisdiction].compactMap { $0 })
            .filter { seen.insert($0.code).inserted && !isComplainedOf($0, attributes) }
        let isBarred = lead.map { isComplainedOf($0, attributes) } ?? false
        return Proposal(
            lead: isBarred ? nil : lead, supporting: supporting,
            explanation: isBarred ? Self.barred : explanation(rule, lead))
    }

    private func unit(_ function: String, _ attributes: Attributes) -> Unit? {
        let competent = world.directory.units.filter { $0.functions.contains(function) }
        var division: String? = attributes.division
        while let code = division {
            if let unit = competent.first(where: { $0.division == code }) { return unit }
            division = world.directory.division(code)?.parent
        }
        return nil
    }

    private func isComplainedOf(_ unit: Unit, _ attributes: Attributes) -> Bool {
        guard let code = attributes.complainedUnit,
            let complained = world.directory.unit(code: code)
        else { return false }
        return world.directory.unit(unit.id, isWithin: complained.id)
    }

    private func fallback(_ attributes: Attributes, _ jurisdiction: Unit?) -> Proposal {
        Proposal(
            lead: jurisdiction.flatMap { isComplainedOf($0, attributes) ? nil : $0 },
            supporting: [],
            explanation: Label(
                zh: "没有适用于\(attributes.category)的规则，由属地兜底",
                en: "no rule covers \(attributes.category): the jurisdiction is the fallback"))
    }

    private static let barred = Label(
        zh: "按规则应主办的单位正是被反映单位，请另行指定",
        en: "the unit that the rule names is the one complained of: name another")

    private func explanation(_ rule: RoutingTable.Rule, _ lead: Unit?) -> Label {
        let words = rule.words.isEmpty ? "" : "（\(rule.words.joined(separator: "、"))）"
        return Label(
            zh: "类别\(rule.category)\(words)由\(lead?.name.zh ?? "属地")主办",
            en: "category \(rule.category)\(rule.words.isEmpty ? "" : " (by words)") is led by "
                + "\(rule.leadFunction ?? "the jurisdiction"), source \(rule.source)")
    }
}
