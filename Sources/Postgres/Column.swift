/// Names a column of an answer.
package enum Column: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case named(StaticString)
    /// Counted from 0: for answers whose columns are known by their order alone.
    case at(Int)

    package init(stringLiteral name: StaticString) {
        self = .named(name)
    }

    package init(integerLiteral position: Int) {
        self = .at(position)
    }
}
