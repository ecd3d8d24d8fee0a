package import Languages
package import Workflow
import WorkingTime

/// Says when people are told of events, and in which words.
///
/// Source: `Workflows/notices.yaml`.
package struct NoticeRules: Hashable, Sendable {
    /// Waking hours on working days; outside them notices wait.
    package struct Quiet: Hashable, Sendable {
        /// Units: seconds after local midnight.
        package let wakesAt: Int64
        /// Units: likewise.
        package let sleepsAt: Int64
        /// Classes of which nothing waits.
        package let exceptClasses: Set<String>

        package init(wakesAt: Int64, sleepsAt: Int64, exceptClasses: Set<String>) {
            self.wakesAt = wakesAt
            self.sleepsAt = sleepsAt
            self.exceptClasses = exceptClasses
        }
    }

    /// When the one message of a day goes out, and who gets that in place of many.
    package struct Digest: Hashable, Sendable {
        /// Units: seconds after local midnight of a working day.
        package let at: Int64
        package let roles: Set<Right.Role>

        package init(at: Int64, roles: Set<Right.Role>) {
            self.at = at
            self.roles = roles
        }
    }

    /// The words of one message: templates in the language Mustache.
    package struct Template: Hashable, Sendable {
        package let subject: Label
        package let body: Label

        package init(subject: Label, body: Label) {
            self.subject = subject
            self.body = body
        }
    }

    /// The kinds of messages.
    package enum Kind: String, CaseIterable, Sendable {
        /// Somebody is told of an event.
        case notice
        /// The day's events, for whom one letter is enough.
        case digest
        /// An enterprise gets its link.
        case enterprise
    }

    /// The name of the calendar whose days count.
    package let calendar: String
    package let quiet: Quiet
    package let digest: Digest
    package let templates: [Kind: Template]

    package init(
        calendar: String, quiet: Quiet, digest: Digest, templates: [Kind: Template]
    ) {
        self.calendar = calendar
        self.quiet = quiet
        self.digest = digest
        self.templates = templates
    }
}

extension NoticeRules {
    /// Holds where nothing was published: every day counts, and messages are bare.
    package static let plain: NoticeRules = {
        let bare = Template(
            subject: Label(zh: "{{number}} {{title}}", en: "{{number}} {{title}}"),
            body: Label(zh: "{{state}} {{due}} {{link}}", en: "{{state}} {{due}} {{link}}"))
        return NoticeRules(
            calendar: "", quiet: Quiet(wakesAt: 0, sleepsAt: 86400, exceptClasses: []),
            digest: Digest(at: 0, roles: []),
            templates: Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0, bare) }))
    }()
}
