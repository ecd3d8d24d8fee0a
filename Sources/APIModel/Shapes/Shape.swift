/// Says what form of JSON a type is read from and written as.
package indirect enum Shape: Hashable, Sendable {
    /// The workflow decides.
    case anything
    case text
    case boolean
    case integer
    case number
    case choice([String])
    /// The value, or null.
    case nullable(Shape)
    case list(Shape)
    /// An object whose names are data.
    case map(Shape)
    case record(Record)

    /// An object of one type, which has a name.
    package struct Record: Hashable, Sendable {
        /// Of the type, without its module: `IssueAnswer`, `EventAnswerClimb`, `IssueAnswerPage`.
        package let name: String
        package let members: [String: Member]
    }

    package struct Member: Hashable, Sendable {
        package let shape: Shape
        package let isRequired: Bool
    }

    /// Finds out what a type reads: so that nothing written beside the type can differ from it.
    ///
    /// - Throws: `ShapeFault` for a type that reads itself in a way of its own and does not say which.
    package init<Value: Decodable>(of type: Value.Type) throws {
        self = try ShapeRecording.record(type).shape
    }
}

/// Says that nobody can tell the shape of a type.
package struct ShapeFault: Error, Hashable {
    package let type: String
    package let reason: String

    package init(type: String, reason: String) {
        self.type = type
        self.reason = reason
    }
}
