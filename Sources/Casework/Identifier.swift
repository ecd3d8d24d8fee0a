/// Names one row of one kind; ids of different kinds never mix.
package struct Identifier<Named>: Hashable, Comparable, Sendable, Codable {
    package let rawValue: Int64

    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { String(rawValue) }
}

package typealias IssueID = Identifier<Issue>
package typealias CaseID = Identifier<FiledCase>
package typealias UnitID = Identifier<Unit>
package typealias PersonID = Identifier<Person>
package typealias EnterpriseID = Identifier<Enterprise>
