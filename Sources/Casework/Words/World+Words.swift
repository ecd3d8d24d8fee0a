import Languages
import Workflow
package import WorkingTime

/// Where words become identifiers, before a command is made of them.
extension World {
    /// The name of an action that is called so in every version that knows it; what is one, or has two
    /// meanings, stays as it is.
    package func action(called word: String) -> String {
        definitions.knows(action: word) ? word : definitions.actionWords.name(of: word) ?? word
    }

    /// The name of an action by what the version of an issue calls it.
    package func action(called word: String, on issue: Issue) -> String {
        definitions.workflow(issue.workflow)?.definition.actionWords.name(of: word) ?? word
    }

    /// The name of an action that is called so in some version, or else in that of an issue.
    package func action(meantBy word: String, on issue: Issue) -> String {
        let name = action(called: word)
        return knows(action: name) ? name : action(called: name, on: issue)
    }

    package func knows(action name: String) -> Bool { definitions.knows(action: name) }

    /// Tells by looks alone whether some version could take the values as they stand: nothing of them has
    /// to be understood then.
    package func areIdentifiers(
        _ values: [String: FieldValue], ofAction name: String
    ) -> Bool {
        values.isEmpty
            || definitions.versions(knowing: name).contains { definition in
                guard let action = definition.action(name) else { return false }
                let identity = FieldIdentity(
                    definition: definition, directory: directory, category: nil)
                return values.allSatisfy { name, value in
                    action.field(name).map { identity.holds(value, $0) } ?? false
                }
            }
    }

    /// Takes the words in the values of an action on an issue as the identifiers that they stand for.
    package func understood(
        _ values: [String: FieldValue], ofAction name: String, on issue: Issue, at instant: Instant
    ) -> WordReading.Understood {
        guard let definition = definitions.workflow(issue.workflow)?.definition,
            let action = definition.action(name)
        else { return WordReading.Understood(values: values) }
        return WordReading(
            definition, directory, calendar: calendars.current(definition.calendar),
            category: issue.attributes.category, at: instant
        ).read(values, for: action)
    }

    /// Takes the words of a filing as the identifiers that they stand for.
    package func understood(_ filing: Filing) -> Filing {
        let name = workflow(called: filing.workflow)
        guard let workflow = definitions.current(name)?.definition else { return filing }
        let reading = WordReading(
            workflow, directory, calendar: calendars.current(workflow.calendar),
            at: filing.receivedAt)
        let action = workflow.action(filing.actionName(in: workflow))
        return Filing(
            workflow: name, action: filing.action, enterprise: filing.enterprise,
            enterpriseName: filing.enterpriseName,
            project: filing.project.map { word in
                Self.name(directory.meaning(ofProject: word)) ?? word
            },
            unit: filing.unit.map { word in
                Self.name(directory.meaning(ofUnit: word, at: filing.receivedAt)) ?? word
            },
            source: filing.source, externalReference: filing.externalReference, note: filing.note,
            creditCodeOverride: filing.creditCodeOverride,
            issues: filing.issues.map { issue in
                let understood = action.map { reading.read(issue.fields, for: $0) }
                let places = (understood?.sentAt ?? [:]).mapValues {
                    FieldFault.place($0, sentAt: issue.sentAt)
                }
                return Filing.IssueToFile(
                    fields: understood?.values ?? issue.fields, contact: issue.contact,
                    isAdopted: issue.isAdopted, sentAt: issue.sentAt.merging(places) { $1 })
            },
            isDraft: filing.isDraft, principal: filing.principal, key: filing.key,
            requestDigest: filing.requestDigest, receivedAt: filing.receivedAt)
    }

    private func workflow(called word: String) -> String {
        definitions.current(word) == nil ? definitions.workflowWords.name(of: word) ?? word : word
    }

    private static func name(_ meaning: Vocabulary.Meaning) -> String? {
        if case .name(let name) = meaning { name } else { nil }
    }
}
