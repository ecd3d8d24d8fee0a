import UseCases

extension ResultPage {
    /// Where the next page begins; nil where none follows.
    ///
    /// - Parameter cursor: writes the place of an item in the list.
    func next(_ cursor: (Item) -> String) -> String? { hasMore ? items.last.map(cursor) : nil }
}
