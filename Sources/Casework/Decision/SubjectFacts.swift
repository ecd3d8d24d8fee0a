import Workflow

/// What is known of that which an issue is about when it is filed; the issue keeps it, so that its history
/// can be understood whatever becomes of the enterprise.
package struct SubjectFacts: Sendable, Hashable {
    package let tags: [String]
    /// Codes of industrial chains.
    package let chains: [String]
    /// A code of a unit: the township, street or park.
    package let locality: String?
    /// The code of the project that the issue is about.
    package let project: String?
    /// The code of the unit that the issue is about.
    package let unit: String?

    package init(
        tags: [String] = [], chains: [String] = [], locality: String? = nil,
        project: String? = nil, unit: String? = nil
    ) {
        self.tags = tags
        self.chains = chains
        self.locality = locality
        self.project = project
        self.unit = unit
    }

    var attributes: Attributes {
        var attributes = Attributes()
        if !tags.isEmpty { attributes[.tags] = .list(tags.map(FieldValue.text)) }
        if !chains.isEmpty { attributes[.chains] = .list(chains.map(FieldValue.text)) }
        attributes[.locality] = locality.map(FieldValue.text)
        attributes[.project] = project.map(FieldValue.text)
        attributes[.subjectUnit] = unit.map(FieldValue.text)
        return attributes
    }
}
