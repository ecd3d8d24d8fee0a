/// A page of what was found, and whether more follows.
package struct Found<Item: Sendable>: Sendable {
    package let items: [Item]
    package let goesOn: Bool

    /// - Parameter items: in their order; one more than the page holds where more follows.
    package init(_ items: [Item], limit: Int) {
        self.init(items: Array(items.prefix(limit)), goesOn: items.count > limit)
    }

    private init(items: [Item], goesOn: Bool) {
        self.items = items
        self.goesOn = goesOn
    }

    package func map<Other>(_ change: (Item) throws -> Other) rethrows -> Found<Other> {
        Found<Other>(items: try items.map(change), goesOn: goesOn)
    }
}
