/// Holds the enterprise's own words: what is needed, and whom to call.
package struct Narrative: Hashable, Sendable, Codable {
    package struct Contact: Hashable, Sendable, Codable {
        package var name: String
        package var phone: String?

        package init(name: String, phone: String?) {
            self.name = name
            self.phone = phone
        }
    }

    package var title: String
    package var description: String
    package var contact: Contact?
    /// Typed needs, e.g. persons or kilowatt hours.
    package var needs: [String: FieldValue]?

    package init(
        title: String, description: String, contact: Contact?, needs: [String: FieldValue]?
    ) {
        self.title = title
        self.description = description
        self.contact = contact
        self.needs = needs
    }
}
