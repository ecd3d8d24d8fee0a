package import Languages
package import Workflow
package import WorkingTime

/// What is known of an issue when its units are sought.
package struct RoutingQuestion: Hashable, Sendable {
    package var category: String
    package var division: String
    /// Title and description.
    package var text: String
    /// Tags of the enterprise, e.g. 专精特新.
    package var tags: [String]
    package var issueClass: String?
    /// The code of the unit that the issue complains about.
    package var complainedUnit: String?
    /// Codes of units that sent the issue back: their objection stands until somebody rules on it.
    package var sentBackBy: [String] = []

    package init(
        category: String, division: String, text: String, tags: [String] = [],
        issueClass: String? = nil, complainedUnit: String? = nil
    ) {
        self.category = category
        self.division = division
        self.text = text
        self.tags = tags
        self.issueClass = issueClass
        self.complainedUnit = complainedUnit
    }

    /// - Parameter roles: what names mean in the workflow of the issue.
    package init(_ issue: Issue, roles: WorkflowRoles) {
        let attributes = issue.attributes
        self.init(
            category: attributes.category, division: attributes.division,
            text: issue.narrative.title + "\n" + issue.narrative.description,
            tags: attributes.tags, issueClass: attributes.issueClass,
            complainedUnit: attributes.complainedUnit)
        sentBackBy = attributes.sentBackBy(in: roles)
    }
}

/// What routing proposes for an issue; the office confirms or overrides it.
package struct Proposal: Hashable, Sendable {
    /// Nil only where the directory has neither a district nor a campaign office to fall back on.
    package let lead: Unit?
    /// In the printed order, the jurisdiction last.
    package let supporting: [Unit]
    /// How it came about, step by step.
    package let steps: [Label]

    package var explanation: Label {
        Label(
            zh: steps.map(\.zh).joined(separator: "；"),
            en: steps.map(\.en).joined(separator: "; "))
    }
}

/// Proposes units by category, words, tags, class and division.
package struct Router: Sendable {
    let directory: Directory
    let definitions: PublishedDefinitions
    let routing: RoutingTable
    let at: Instant

    /// - Parameter definitions: what people call categories and classes.
    package init(
        directory: Directory, definitions: PublishedDefinitions, routing: RoutingTable, at: Instant
    ) {
        self.directory = directory
        self.definitions = definitions
        self.routing = routing
        self.at = at
    }

    /// Proposes a lead and supporting units: the lowest competent unit first, one of the division
    /// before one of the city; the jurisdiction is always among them; nothing complained of is.
    package func proposal(for question: RoutingQuestion) -> Proposal {
        var trail = Trail(router: self, question: question)
        let rule = routing.rule(
            for: question.category, text: question.text, tags: question.tags,
            issueClass: question.issueClass)
        trail.note(rule)
        let lead = trail.lead(rule)
        var seen = Set([lead?.code].compactMap { $0 })
        let jurisdiction = directory.jurisdiction(of: question.division, at: at)
        let supporting =
            ((rule?.supportingFunctions ?? []).compactMap { trail.unit($0) }
            + [jurisdiction].compactMap { $0 })
            .filter { !trail.isComplainedOf($0) && seen.insert($0.code).inserted }
        if let jurisdiction, supporting.contains(jurisdiction) {
            trail.note(
                Label(
                    zh: "属地\(name(jurisdiction).zh)列为协办",
                    en: "the jurisdiction \(name(jurisdiction).en) supports"))
        }
        return Proposal(lead: lead, supporting: supporting, steps: trail.steps)
    }

    /// The division that a text names; nil where it names none, or several of which none lies in
    /// the other.
    package func division(in text: String) -> String? {
        let named = routing.signals.divisions(in: text)
        let lowest = named.filter { division in
            !named.contains {
                $0 != division && directory.divisionAndAbove($0).contains(division)
            }
        }
        return lowest.count == 1 ? lowest.first : nil
    }

    /// Finds the counterpart of a unit one level up: the nearest competent unit of a division above,
    /// by the function that leads the category where the unit has it.
    package func counterpart(above code: String, for question: RoutingQuestion) -> Unit? {
        guard let unit = directory.unit(code: code) else { return nil }
        let rule = routing.rule(
            for: question.category, text: question.text, tags: question.tags,
            issueClass: question.issueClass)
        let leading = rule?.leadFunction.map { [$0] } ?? []
        let functions = leading.filter(unit.functions.contains)
        let wanted = functions.isEmpty ? unit.functions : functions
        for division in directory.divisionAndAbove(unit.division).dropFirst() {
            let found = directory.units.first { other in
                other.division == division && other.exists(at: at)
                    && other.functions.contains(where: wanted.contains)
            }
            if let found { return found }
        }
        return nil
    }

    func name(_ unit: Unit) -> Label { unit.name(at: at) }
}

/// Searches for the units of one question, and keeps how each step came about.
private struct Trail {
    let router: Router
    let question: RoutingQuestion
    private(set) var steps: [Label] = []

    private var directory: Directory { router.directory }

    init(router: Router, question: RoutingQuestion) {
        self.router = router
        self.question = question
    }

    mutating func note(_ step: Label) { steps.append(step) }

    mutating func note(_ rule: RoutingTable.Rule?) {
        let category = router.definitions.label(ofCategory: question.category)
        guard let rule else {
            return note(
                Label(
                    zh: "没有适用于“\(category.zh)”的规则，由属地兜底",
                    en: "no rule covers “\(category.en)”: the jurisdiction is the fallback"))
        }
        let words = rule.words.filter(question.text.contains)
        let tags = rule.tags.filter(question.tags.contains)
        let classes = rule.classes.filter { $0 == question.issueClass }
            .map(router.definitions.label(ofClass:))
        let reasons = (words + tags).map { Label(zh: $0, en: $0) } + classes
        let zh = reasons.isEmpty ? "" : "（因“\(reasons.map(\.zh).joined(separator: "、"))”）"
        let en = reasons.isEmpty ? "" : ", because of " + reasons.map(\.en).joined(separator: ", ")
        let lead = rule.leadFunction.map(router.routing.label(ofFunction:))
        note(
            Label(
                zh: "类别“\(category.zh)”\(zh)由\(lead?.zh ?? "属地")主办，依据\(rule.source)",
                en: "category “\(category.en)” is led by \(lead?.en ?? "the jurisdiction")\(en), "
                    + "source \(rule.source)"))
    }

    /// The first that is not complained of: who is competent, its counterparts above, the
    /// jurisdiction, the campaign offices from the division upwards.
    mutating func lead(_ rule: RoutingTable.Rule?) -> Unit? {
        let jurisdictions = directory.divisionAndAbove(question.division)
            .compactMap { directory.jurisdiction(of: $0, at: router.at) }
            .filter { $0.kind != .city }
        let offices = directory.divisionAndAbove(question.division)
            .compactMap { directory.campaignOffice(of: $0, at: router.at) }
        let competent = rule?.leadFunction.map(competent) ?? []
        if let function = rule?.leadFunction, competent.isEmpty {
            let label = router.routing.label(ofFunction: function)
            note(
                Label(
                    zh: "没有负责\(label.zh)的单位，由属地兜底",
                    en: "no unit is competent for \(label.en): the jurisdiction is the fallback"))
        }
        for unit in competent + jurisdictions + offices {
            guard !question.sentBackBy.contains(unit.code) else {
                note(
                    Label(
                        zh: "\(router.name(unit).zh)已退过此单",
                        en: "\(router.name(unit).en) has sent the issue back"))
                continue
            }
            guard isComplainedOf(unit) else {
                let division = directory.division(unit.division)?.name
                note(
                    Label(
                        zh: "主办单位\(router.name(unit).zh)，管辖\(division?.zh ?? unit.division)",
                        en: "\(router.name(unit).en) leads, competent for "
                            + "\(division?.en ?? unit.division)"))
                return unit
            }
            note(
                Label(
                    zh: "\(router.name(unit).zh)是被反映单位，不得经办",
                    en: "\(router.name(unit).en) is complained of and is passed over"))
        }
        note(Label(zh: "没有可以兜底的单位", en: "there is no unit to fall back on"))
        return nil
    }

    func unit(_ function: String) -> Unit? { competent(function).first }

    /// The units competent for a function: of the division first, then of those above.
    private func competent(_ function: String) -> [Unit] {
        directory.divisionAndAbove(question.division).compactMap { division in
            directory.units.first {
                $0.division == division && $0.functions.contains(function)
                    && $0.exists(at: router.at)
            }
        }
    }

    func isComplainedOf(_ unit: Unit) -> Bool {
        guard let code = question.complainedUnit, let complained = directory.unit(code: code)
        else { return false }
        // Heads of a unit above would read about their own people.
        return directory.unit(unit.id, isSubordinateTo: complained.id)
            || directory.unit(complained.id, isWithin: unit.id)
    }
}

/// What a text tells by its own words.
package struct TextReading: Hashable, Sendable {
    /// The likeliest; the category that the jurisdiction leads where no word tells any.
    package let category: String
    /// Every category that words speak for, the likeliest first.
    package let guesses: [TextSignals.Guess]
    /// The division that it names.
    package let division: String?
}

extension Router {
    /// Reads category and division out of a text.
    package func reading(of text: String) -> TextReading {
        let guesses = routing.signals.guesses(in: text)
        let unclear = routing.rules.first { $0.isPlain && $0.leadFunction == nil }?.category
        return TextReading(
            category: guesses.first?.category ?? unclear ?? "", guesses: guesses,
            division: division(in: text))
    }
}
