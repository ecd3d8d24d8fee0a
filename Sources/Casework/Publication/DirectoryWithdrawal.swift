/// What a directory's text granted and the next one does not.
package struct DirectoryWithdrawal: Hashable, Sendable {
    /// What one person is granted no more.
    package struct Loss: Hashable, Sendable {
        package let login: String
        package let grants: [DirectoryDocument.PersonEntry.Grant]
        /// Credit codes.
        package let pairedEnterprises: [String]
    }

    /// In the order of the earlier text.
    package let losses: [Loss]
    /// The logins that the text no longer names, sorted.
    package let dropped: [String]

    /// - Parameter earlier: what was published before; nil where nothing was.
    package init(of document: DirectoryDocument, after earlier: DirectoryDocument?) {
        let before = earlier?.persons ?? []
        let kept = Dictionary(
            document.persons.map { ($0.login, $0) }, uniquingKeysWith: { first, _ in first })
        losses = before.map { old in
            let now = kept[old.login]
            return Loss(
                login: old.login,
                grants: old.grants.filter { now?.grants.contains($0) != true },
                pairedEnterprises: old.pairedEnterprises.filter {
                    now?.pairedEnterprises.contains($0) != true
                })
        }
        dropped = Set(before.map(\.login)).subtracting(document.persons.map(\.login)).sorted()
    }
}
