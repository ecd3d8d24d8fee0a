import Yams

/// Points at one character of a file; both numbers begin at 1.
struct Place: Hashable, Sendable, Comparable {
    let line: Int
    let column: Int

    static let start = Place(line: 1, column: 1)

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    static func < (one: Place, other: Place) -> Bool {
        (one.line, one.column) < (other.line, other.column)
    }
}

/// Keeps a value together with the place where the file says it.
struct Placed<Value> {
    let value: Value
    let place: Place
}

extension Placed: Sendable where Value: Sendable {}
