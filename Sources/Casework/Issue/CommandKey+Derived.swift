import Crypto

extension CommandKey {
    /// Derives a key from what makes the command one and the same.
    ///
    /// For requests: the principal's key space, the scope, and the key that came with the request.
    package init(deriving parts: [String]) {
        var hash = SHA256()
        for part in parts {
            hash.update(data: Array("\(part.utf8.count):".utf8))
            hash.update(data: Array(part.utf8))
        }
        self.init(bytes: Array(hash.finalize().prefix(16)))
    }

    /// The key of an alarm: one per issue, clock and mark, whoever notices that it passed.
    package static func alarm(_ issue: IssueID, clock: Int, mark: String) -> CommandKey {
        CommandKey(deriving: ["alarm", issue.description, String(clock), mark])
    }
}
