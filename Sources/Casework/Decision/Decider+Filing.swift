import Workflow
import WorkingTime

extension Decider {
    /// Decides a filing, in the order of checks that the API promises: key, right, values.
    ///
    /// - Parameter loaded: what `needs(of:)` asks for.
    package func decide(_ filing: Filing, on loaded: LoadedFiling) -> FilingVerdict {
        do {
            guard case .person(let filer) = filing.principal else {
                throw FilingCheck.forbidden(FilingCheck.filing, nil)
            }
            guard let earlier = loaded.earlier else {
                return .decided(try decision(filing, by: filer, loaded))
            }
            guard earlier.requestDigest == filing.requestDigest else { throw Refusal.keyReused }
            return .replay(earlier.filed)
        } catch let refusal as Refusal {
            return .refused(refusal)
        } catch let invalid as InvalidFiling {
            return .invalid(invalid)
        } catch let fault as WorldFault {
            return .failed(fault)
        } catch {
            return .failed(WorldFault("\(error)"))
        }
    }

    private func decision(
        _ filing: Filing, by filer: Person, _ loaded: LoadedFiling
    ) throws -> FilingDecision {
        let checked = try FilingCheck(
            filing, by: filer, world.definitions, in: world.directory
        ).check()
        let named = try named(checked.subject, filing, loaded)
        guard loaded.issueIDs.count == filing.issues.count else {
            throw WorldFault(
                "\(loaded.issueIDs.count) ids were drawn for \(filing.issues.count) issues")
        }
        let identities = zip(loaded.issueIDs, filing.ordinals).map { issue, ordinal in
            IssueIdentity(
                issue: issue, caseID: loaded.caseID, enterprise: named.subject.enterprise,
                ordinal: ordinal, facts: named.facts)
        }
        let newIssues = try newIssues(of: filing, checked, as: identities)
        if let reference = filing.externalReference, loaded.isReferenceTaken {
            throw Refusal.externalReferenceTaken(reference)
        }
        return FilingDecision(
            filed: FiledCase(
                id: loaded.caseID, number: "", subject: named.subject,
                workflow: checked.workflow.id, source: filing.source,
                externalReference: filing.externalReference, note: filing.note, filer: filer.id,
                filedAt: filing.receivedAt, creditCodeOverride: named.override),
            newEnterprise: named.newEnterprise, newIssues: newIssues,
            duties: newIssues.map(world.definitions.duties), key: filing.key,
            requestDigest: filing.requestDigest,
            year: try currentCalendar(checked.workflow.definition).zone
                .date(at: filing.receivedAt).year)
    }

    /// What a filing names, with what is known of it.
    private struct Named {
        let subject: Subject
        var facts = SubjectFacts()
        /// The reason for taking a credit code with a wrong check digit.
        var override: String?
        var newEnterprise: Enterprise?
    }

    private func named(
        _ checked: CheckedSubject, _ filing: Filing, _ loaded: LoadedFiling
    ) throws -> Named {
        switch checked {
        case .enterprise(let code, let override):
            let enterprise = try loaded.enterprise ?? newEnterprise(filing, code, loaded)
            return Named(
                subject: .enterprise(enterprise.id),
                facts: SubjectFacts(
                    tags: enterprise.tags, chains: enterprise.chains,
                    locality: enterprise.locality),
                override: override,
                newEnterprise: loaded.enterprise == nil ? enterprise : nil)
        case .project(let code):
            return Named(subject: .project(code), facts: SubjectFacts(project: code))
        case .unit(let code):
            return Named(subject: .unit(code), facts: SubjectFacts(unit: code))
        case .nothing: return Named(subject: .nothing)
        }
    }

    /// An enterprise that the directory does not know is added with the case, if the filing names it.
    private func newEnterprise(
        _ filing: Filing, _ creditCode: String, _ loaded: LoadedFiling
    ) throws -> Enterprise {
        guard let name = filing.enterpriseName else {
            throw InvalidFiling(faults: [
                FieldFault(
                    field: "enterprise",
                    zh: "不在名录中；请给出 enterpriseName 以便登记",
                    en: "is not in the directory; give enterpriseName to add it")
            ])
        }
        guard let division = filing.issues.first?.fields[Attribute.division.name]?.text,
            world.directory.division(division) != nil
        else {
            throw Refusal.invalidFields([
                FieldFault(
                    field: "issues/0/division", .noDivision, label: Attribute.division.label)
            ])
        }
        return Enterprise(
            id: loaded.newEnterpriseID, creditCode: creditCode, name: name,
            division: division, tags: [])
    }
}
