import DatabaseSupport

/// One attempt at a wrong history, as somebody at psql would make it.
///
/// Shape: `script` may name the psql variables of `Victim`.
struct Attack: Sendable {
    /// How the database says no.
    struct Refusal: Sendable {
        let sqlState: String
        /// The constraint, or words of the trigger that refuses.
        let words: String

        static func key(_ constraint: String) -> Refusal {
            Refusal(sqlState: "23503", words: "\"\(constraint)\"")
        }

        static func unique(_ constraint: String) -> Refusal {
            Refusal(sqlState: "23505", words: "\"\(constraint)\"")
        }

        static func check(_ words: String) -> Refusal {
            Refusal(sqlState: "23514", words: words)
        }

        static let denied = Refusal(sqlState: "42501", words: "permission denied")
        static let stepsBack = check("the head of an issue moves forward only")
        static let rewritten = check("the record is added to, never changed")
        static let published = check("what was published is never changed")
        static let breach = check("a breach is a fact that nothing erases")
        static let words = check("the words of an enterprise change with an event")
        static let revision = check("a clock goes over to a later revision of its calendar with")
        static let clock = check("a clock begins, moves and ends with an event that says so")
        static let bornSaved = check("a clock that begins has missed nothing yet")
        static let addedMove = check("moves are published with their version")
        static let administrative = check("an action of administrators comes with a migration")
        static let mark = check("whether time is simulated is decided")
    }

    let title: String
    let script: String
    let asOwner: Refusal
    let asServer: Refusal

    /// An attempt that keys or triggers refuse, whoever makes it.
    init(_ title: String, _ refusal: Refusal, _ script: String) {
        self.title = title
        self.script = script
        asOwner = refusal
        asServer = refusal
    }

    /// An attempt that the server has no right to, and that a trigger refuses the owner.
    init(_ title: String, owner: Refusal, _ script: String) {
        self.title = title
        self.script = script
        asOwner = owner
        asServer = .denied
    }

    func refusal(for role: String) -> Refusal {
        role == TestCluster.owner ? asOwner : asServer
    }

    /// Adds an event to the victim, in the words of psql's variables.
    static func event(
        _ sequence: String, _ from: String, _ action: String, _ to: String,
        issue: String = ":issue", key: String = "decode(md5('attack'), 'hex')",
        before: String = "decode(repeat('22', 32), 'hex')", body: String = "{}"
    ) -> String {
        """
        INSERT INTO issue_event (issue_id, sequence, from_state, action, to_state, person_id, role,
                                 at, command_key, request_digest, body, previous_digest, digest)
        VALUES (\(issue), \(sequence), \(from), :\(action), \(to), NULL, 'system', now(), \(key),
                '', '\(body)', \(before), decode(repeat('11', 32), 'hex'));
        """
    }

    /// Moves the victim's head.
    static func head(_ sequence: String, _ state: String, isOpen: String = "true") -> String {
        """
        UPDATE issue
        SET sequence = \(sequence), state = \(state), is_open = \(isOpen),
            head_digest = decode(repeat('11', 32), 'hex')
        WHERE id = :issue;
        """
    }

    static func transaction(_ statements: String...) -> String {
        (["BEGIN;"] + statements + ["COMMIT;"]).joined(separator: "\n")
    }
}
