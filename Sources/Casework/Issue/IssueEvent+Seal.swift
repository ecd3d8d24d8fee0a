import Crypto
import JSON
import Workflow
import WorkingTime

extension EventBody {
    /// Writes the body as canonical JSON: sorted keys, no white space.
    ///
    /// - Throws: `WorldFault` for what JSON can't hold.
    package func encoded() throws(WorldFault) -> [UInt8] {
        do {
            return try JSONText.encode(self)
        } catch {
            throw WorldFault("the body of an event can't be written: \(error)")
        }
    }
}

extension IssueEvent {
    /// Computes the event's digest over itself and the digest before it.
    ///
    /// The digest is SHA-256 over a line for each key column, then the body's exact bytes.
    ///
    /// - Throws: `WorldFault` where the body can't be written.
    package func sealed() throws(WorldFault) -> IssueEvent {
        var event = self
        event.encodedBody = try body.encoded()
        event.digest = event.computedDigest()
        return event
    }

    /// The digest that the event must have, from `encodedBody` as it stands.
    package func computedDigest() -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array(header.utf8))
        hash.update(data: [0x0A])
        hash.update(data: encodedBody)
        return Array(hash.finalize())
    }

    /// What the digest covers before the body: a line for each, the last without its end.
    package var header: String {
        [
            "zhuqi.event.1", "\(issue)", "\(sequence)", from, action, to, "\(at.microseconds)",
            by.person.map(\.description) ?? "-", by.role.rawValue, Hexadecimal.text(key.bytes),
            Hexadecimal.text(requestDigest), Hexadecimal.text(previousDigest),
        ].joined(separator: "\n")
    }
}
