package import Casework
package import Engine
import Languages
package import Store
package import Workflow
import WorkingTime

/// Lets an enterprise follow its issue, and act on it, through its personal link.
package struct FollowLink: Sendable {
    private let gateway: CommandGateway
    private let access: AccessRecords
    private let issues: IssueRecords
    private let cases: CaseRecords

    package init(gateway: CommandGateway, records: Records) {
        self.gateway = gateway
        access = records.access
        issues = records.issues
        cases = records.cases
    }

    /// - Returns: nil where the token is none.
    package func link(of token: LinkToken) async throws -> LinkRecord? {
        guard token.isWellFormed else { return nil }
        return try await access.link(digest: token.digest)
    }

    /// - Throws: `linkSpent` for one that has expired.
    package func requireLasting(_ link: LinkRecord) throws(Refusal) {
        guard gateway.time.now < link.expiresAt else { throw .linkSpent }
    }

    /// Gathers what the enterprise is shown.
    ///
    /// - Throws: `notFound`; `linkSpent` for a link that shows its issue no more.
    package func view(through link: LinkRecord) async throws -> LinkView {
        guard let issue = try await issues.issues([link.issue]).first else {
            throw InputFault.notFound
        }
        let first = issue.attributes.number(.linksFrom) ?? 0
        guard link.number >= first else { throw Refusal.linkSpent }
        let asker = asker(link)
        let definitions = asker.world.definitions
        let roles = definitions.roles(of: issue)
        let offers = try Decider(world: asker.world).options(
            on: issue, by: asker.principal, at: asker.now
        ).filter { $0.obstacle == nil }.compactMap { option in
            roles.deed(ofAction: option.action.name).map {
                LinkView.Offer(deed: $0, option: option)
            }
        }
        let events = try await issues.events(
            of: issue.id, after: 0, upTo: issue.sequence, limit: 10_000)
        let successor = try await successor(of: issue, by: definitions)
        return LinkView(
            asker: asker, issue: issue, offers: offers, steps: events.compactMap(LinkStep.init),
            successor: successor, parts: try await parts(of: successor ?? issue, by: definitions))
    }

    /// Whoever holds a link, as it is now.
    package func asker(_ link: LinkRecord) -> Asker {
        Asker(
            .enterprise(link.issue, link: link.number), world: gateway.world.value,
            now: gateway.time.now)
    }

    /// Follows an issue that was merged to the one that is handled for both, as far as whoever reads
    /// the one may read the other.
    private func successor(
        of issue: Issue, by definitions: PublishedDefinitions
    ) async throws -> Issue? {
        var (last, passed) = (issue, [issue.id])
        while !definitions.isOpen(last), let number = last.attributes.mergedInto,
            let id = try await issues.issueID(number: number), !passed.contains(id),
            let next = try await issues.issues([id]).first, definitions.goesOn(last, in: next)
        {
            passed.append(id)
            last = next
        }
        return last.id == issue.id ? nil : last
    }

    /// Lists what was split off an issue, as far as whoever reads the one may read the other.
    private func parts(
        of issue: Issue, by definitions: PublishedDefinitions
    ) async throws -> [Issue] {
        guard issue.wasSplit else { return [] }
        return try await issues.issues(try await cases.issueIDs(of: issue.caseID))
            .filter { $0.isPart(of: issue) && definitions.goesOn(issue, in: $0) }
    }

    /// Carries out what the enterprise wants.
    ///
    /// - Throws: `unknownAction` where the workflow has nothing of the kind; else what the gateway
    ///   refuses, what is allowed in the words of the link.
    package func act(
        _ deed: LinkRole, _ fields: [String: FieldValue], through link: LinkRecord, _ terms: Terms
    ) async throws -> ActionOutcome {
        let principal = Principal.enterprise(link.issue, link: link.number)
        let now = gateway.time.now
        guard let issue = try await issues.issues([link.issue]).first else {
            throw InputFault.notFound
        }
        let world = gateway.world.value
        let roles = world.definitions.roles(of: issue)
        guard let name = roles.link[deed]?.first else {
            throw Refusal.unknownAction(
                deed.rawValue, meaning: .unknown(near: []), known: roles.deeds.map(\.rawValue))
        }
        let understood = world.understood(fields, ofAction: name, on: issue, at: now)
        do {
            return try await gateway.act(
                Command(
                    issue: .id(link.issue),
                    intent: .act(action: name, comment: nil, fields: understood.values),
                    principal: principal, expected: terms.expected,
                    key: CommandKey(deriving: [principal.keySpace, "link", terms.key(at: now)]),
                    requestDigest: terms.requestDigest, receivedAt: now))
        } catch let refusal as Refusal {
            throw refusal.sent(at: understood.sentAt).allowingDeeds(of: roles)
        }
    }
}
