package struct EmptyBody: Codable, Hashable, Sendable {}

extension EmptyBody: ShapeSample {
    package static func shape() -> Shape { .record(.init(name: "EmptyBody", members: [:])) }
    package static var sample: EmptyBody { EmptyBody() }
}
