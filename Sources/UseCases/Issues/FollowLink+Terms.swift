package import Casework
import WorkingTime

extension FollowLink {
    /// What makes an enterprise's action count once, and what it was decided on.
    package struct Terms: Sendable {
        let sentKey: String?
        let seen: String?
        let requestDigest: [UInt8]
        let expected: Command.ExpectedVersion

        /// - Parameters:
        ///   - sentKey: may be left out: the link, the words and the version that was seen are the key
        ///     then; where no version is sent, the words count once in ten minutes.
        ///   - seen: the version that was seen, as it was sent.
        package init(
            sentKey: String?, seen: String?, requestDigest: [UInt8],
            expected: Command.ExpectedVersion
        ) {
            self.sentKey = sentKey
            self.seen = seen
            self.requestDigest = requestDigest
            self.expected = expected
        }

        func key(at now: Instant) -> String {
            sentKey ?? "\(Hexadecimal.text(requestDigest)) \(seen ?? "\(now.seconds / 600)")"
        }
    }
}
