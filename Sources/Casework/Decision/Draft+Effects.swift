import Workflow
import WorkingTime

/// Carries out the effects of an action on its draft, in the order of the definition.
extension Draft {
    mutating func run(_ effects: [Effect]) throws(Refusal) {
        for effect in effects { try run(effect) }
    }

    private mutating func run(_ effect: Effect) throws(Refusal) {
        switch effect {
        case .start(let kind): try start(kind, since: situation.at)
        case .startUnlessRunning(let kind):
            if issue.liveClocks(kind).isEmpty { try start(kind, since: situation.at) }
        case .startForNew(let kind): try startForNew(kind)
        case .continueLast(let kind): try continueLast(kind)
        case .startDated(let kind, let since, let due): try start(kind, since: since, due: due)
        case .startSteps(let kind, let plan): try startSteps(kind, of: plan)
        case .stopStep(let kind, let field):
            let step = situation.fields[field]?.integer
            try endAll(kind) { $0.step.map(Int64.init) == step }
        case .stop(let kind): try endAll(kind) { _ in true }
        case .stopOwn(let kind):
            let unit = situation.actingUnit(on: issue)
            try endAll(kind) { $0.party == unit }
        case .cancel(let kind): try cancelAll(kind)
        case .hold(let kind): try holdAll(kind, since: situation.at)
        case .holdSince(let kind, let field):
            try holdAll(kind, since: try pastInstant(field) ?? situation.at)
        case .release(let kind): try releaseAll(kind)
        case .pause(let kind): try pauseAll(kind, since: situation.at)
        case .pauseSince(let kind, let field):
            try pauseAll(kind, since: try pastInstant(field) ?? situation.at)
        case .resume(let kind): try resumeAll(kind)
        case .extend(let kind, let field): try extend(kind, to: field)
        case .count(let counter, let perUnit):
            issue.attributes.increase(CounterName(counter))
            if perUnit, let unit = before.attributes.leadUnit {
                issue.attributes.increase(CounterName(counter, of: unit))
            }
        case .raiseLevel(let counter, let reaches, let pastOffice):
            if let counter, issue.attributes.count(counter) < reaches { return }
            try raiseLevel(pastOffice: pastOffice)
        // The new lead was taken before the units were completed.
        case .raiseLead: return
        case .noteRouting: noteRouting()
        case .chargeTime: chargeTime()
        case .putToArbitration(let counter, let reaches):
            if issue.attributes.count(counter) >= reaches { putToArbitration() }
        case .giveCard(let card): giveCard(card)
        case .set(let attribute, let source): issue.attributes[attribute] = value(from: source)
        case .clear(let attribute): issue.attributes[attribute] = nil
        case .askEvaluation, .giveLink: giveLink()
        case .renewLink:
            giveLink()
            issue.attributes[.linksFrom] = .integer(Int64(issue.attributes.count(.links)))
        case .raiseOffice: raiseOffice()
        case .joinCommon(let action): joinCommon(action)
        case .leaveCommon: leaveCommon()
        case .shareResult(let action, let otherwise): shareResult(action, otherwise)
        case .mergeInto: mergeInto()
        case .tell(let audiences): tell(audiences)
        }
    }

    private func value(from source: Effect.AttributeSource) -> FieldValue {
        switch source {
        case .value(let text): .text(text)
        case .field(let name): situation.fields[name] ?? .null
        case .actingPerson:
            situation.principal.personID.map { .integer($0.rawValue) } ?? .null
        case .actingUnit: situation.actingUnit(on: issue).map(FieldValue.text) ?? .null
        case .leadUnit: before.attributes.leadUnit.map(FieldValue.text) ?? .null
        case .instant: .text(situation.at.description)
        case .counter(let name): .integer(Int64(issue.attributes.count(name)))
        }
    }

    private mutating func giveCard(_ card: Effect.Card) {
        let isRed =
            switch card {
            case .yellow: false
            case .red: true
            case .field(let name): situation.fields[name]?.text == "red"
            }
        if issue.attributes.card != "red" {
            issue.attributes[.card] = .text(isRed ? "red" : "yellow")
        }
        issue.attributes.increase(isRed ? .redCards : .yellowCards)
    }

    private mutating func giveLink() {
        issue.attributes.increase(.links)
        link = LinkGrant(
            number: issue.attributes.count(.links),
            expiresAt: situation.at.adding(seconds: LinkGrant.lifetimeInSeconds))
    }

    private mutating func raiseOffice() {
        let world = situation.world
        guard let office = issue.attributes.office.flatMap(world.directory.unit(code:)),
            let above = world.directory.officeAbove(office, for: issue, at: situation.at)
        else { return }
        issue.attributes[.office] = .text(above.code)
    }

    /// Hands the issue to the office one level up, whose word ends the dispute; the city's office
    /// arbitrates itself.
    private mutating func putToArbitration() {
        guard issue.attributes[.arbitrationAskedAt] == nil else { return }
        raiseOffice()
        issue.attributes[.arbitrationAskedAt] = .text(situation.at.description)
    }

    mutating func tell(_ audiences: [Effect.Audience]) {
        let found = situation.audiences(of: issue, before: before, owing: owing)
            .notices(for: audiences)
        for notice in found where !told.contains(where: { $0.person == notice.person }) {
            told.append(notice)
        }
    }
}

extension LinkGrant {
    /// A link outlives the evaluation window and the 30 days in which a case can come back.
    static let lifetimeInSeconds: Int64 = 60 * 86400
}
