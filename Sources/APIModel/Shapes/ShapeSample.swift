/// A type whose shape is known without trying, as every type that is no record must be.
package protocol ShapeSample: Decodable {
    static func shape() throws -> Shape
    /// Any value: what a record is tried out with.
    static var sample: Self { get }
}

/// A text that is one of some.
package protocol ShapeChoice: ShapeSample, CaseIterable, RawRepresentable
where RawValue == String {}

extension ShapeChoice {
    package static func shape() -> Shape { .choice(allCases.map(\.rawValue)) }
    package static var sample: Self { allCases[allCases.startIndex] }
}

extension JSONValue: ShapeSample {
    package static func shape() -> Shape { .anything }
    package static var sample: JSONValue { .null }
}

extension String: ShapeSample {
    package static func shape() -> Shape { .text }
    package static var sample: String { "" }
}

extension Bool: ShapeSample {
    package static func shape() -> Shape { .boolean }
    package static var sample: Bool { false }
}

extension Int: ShapeSample {
    package static func shape() -> Shape { .integer }
    package static var sample: Int { 0 }
}

extension Int64: ShapeSample {
    package static func shape() -> Shape { .integer }
    package static var sample: Int64 { 0 }
}

extension Double: ShapeSample {
    package static func shape() -> Shape { .number }
    package static var sample: Double { 0 }
}

extension Optional: ShapeSample where Wrapped: Decodable {
    package static func shape() throws -> Shape { .nullable(try Shape(of: Wrapped.self)) }
    package static var sample: Wrapped? { nil }
}

extension Array: ShapeSample where Element: Decodable {
    package static func shape() throws -> Shape { .list(try Shape(of: Element.self)) }
    package static var sample: [Element] { [] }
}

extension Dictionary: ShapeSample where Key == String, Value: Decodable {
    package static func shape() throws -> Shape { .map(try Shape(of: Value.self)) }
    package static var sample: [String: Value] { [:] }
}
