/// A page of what was found, and whether more follows.
package struct ResultPage<Item: Sendable>: Sendable {
    package let items: [Item]
    package let hasMore: Bool

    /// - Parameter items: in their order; one more than the page holds where more follows.
    package init(_ items: [Item], limit: Int) {
        self.init(items: Array(items.prefix(limit)), hasMore: items.count > limit)
    }

    private init(items: [Item], hasMore: Bool) {
        self.items = items
        self.hasMore = hasMore
    }

    package func map<Other>(_ change: (Item) throws -> Other) rethrows -> ResultPage<Other> {
        ResultPage<Other>(items: try items.map(change), hasMore: hasMore)
    }
}
