/// A message about one event of an issue.
///
/// Source: CloudEvents 1.0, JSON event format.
package struct CloudEvent: Codable, Hashable, Sendable {
    package struct Content: Codable, Hashable, Sendable {
        package struct Recipient: Codable, Hashable, Sendable {
            package let login: String
            package let name: String
            package let audience: String

            package init(login: String, name: String, audience: String) {
                self.login = login
                self.name = name
                self.audience = audience
            }
        }

        /// The event in words, for a person.
        package struct Message: Codable, Hashable, Sendable {
            package let subject: String
            package let text: String

            package init(subject: String, text: String) {
                self.subject = subject
                self.text = text
            }
        }

        /// Whom to send the enterprise's link to.
        package struct Contact: Codable, Hashable, Sendable {
            package let name: String
            package let phone: String?

            package init(name: String, phone: String?) {
                self.name = name
                self.phone = phone
            }
        }

        package let issue: String
        package let number: String
        package var title: String
        package let sequence: Int
        package let action: String
        package let from: String
        package let to: String
        package let level: Int64?
        package let card: String?
        /// The effective deadline of the clock that the event is about.
        package let dueAt: String?
        package let told: [Recipient]
        /// The path of the enterprise's personal link, where the event made one.
        package let link: String?
        package var message: Message?
        package var contact: Contact?

        package init(
            issue: String, number: String, title: String, sequence: Int, action: String,
            from: String, to: String, level: Int64?, card: String?, dueAt: String?,
            told: [Recipient], link: String?
        ) {
            self.issue = issue
            self.number = number
            self.title = title
            self.sequence = sequence
            self.action = action
            self.from = from
            self.to = to
            self.level = level
            self.card = card
            self.dueAt = dueAt
            self.told = told
            self.link = link
        }
    }

    package let specversion: String
    /// Issue and sequence: unique beside the source. A receiver that sees it twice drops it.
    package let id: String
    package let source: String
    package let type: String
    package let subject: String
    package let time: String
    package let datacontenttype: String
    package var data: Content

    package init(
        id: String, source: String, type: String, subject: String, time: String, data: Content
    ) {
        specversion = "1.0"
        self.id = id
        self.source = source
        self.type = type
        self.subject = subject
        self.time = time
        datacontenttype = "application/json"
        self.data = data
    }
}
