import JSON
import Testing

@testable import APIModel

@Suite("The shape of a type")
struct ShapeTests {
    private struct Sample: Decodable {
        struct Part: Decodable { let on: Bool }

        let name: String
        let count: Int?
        let share: Double
        let parts: [Part]
        let pairs: [[String?]]?
        let open: [String: JSONValue]
        let any: JSONValue?
        let unit: Remainder.Unit
        let page: Page<LabelAnswer>
    }

    private static func record(_ shape: Shape) throws -> Shape.Record {
        guard case .record(let record) = shape else { throw ShapeFault(type: "", reason: "none") }
        return record
    }

    @Test("is what it reads")
    func members() throws {
        let record = try Self.record(Shape(of: Sample.self))
        let label = Shape.record(
            .init(
                name: "LabelAnswer",
                members: [
                    "zh": .init(shape: .text, isRequired: true),
                    "en": .init(shape: .text, isRequired: true),
                ]))
        #expect(record.members["name"] == .init(shape: .text, isRequired: true))
        #expect(record.members["count"] == .init(shape: .integer, isRequired: false))
        #expect(record.members["share"] == .init(shape: .number, isRequired: true))
        #expect(
            record.members["pairs"]
                == .init(shape: .list(.list(.nullable(.text))), isRequired: false))
        #expect(record.members["open"] == .init(shape: .map(.anything), isRequired: true))
        #expect(record.members["any"] == .init(shape: .anything, isRequired: false))
        #expect(
            record.members["unit"]?.shape
                == .choice(["workingDays", "calendarDays", "workingSeconds", "clockSeconds"]))
        guard case .list(let part) = record.members["parts"]?.shape else {
            Issue.record("parts is no list")
            return
        }
        #expect(try Self.record(part).members == ["on": .init(shape: .boolean, isRequired: true)])
        let page = try Self.record(try #require(record.members["page"]?.shape))
        #expect(page.name == "LabelAnswerPage")
        #expect(page.members["items"]?.shape == .list(label))
        #expect(record.members.count == 9)
    }

    @Test("has the name of the type, wherever it is declared")
    func names() throws {
        #expect(
            try Self.record(Shape(of: EventAnswer.Climb.Holder.self)).name
                == "EventAnswerClimbHolder")
    }

    @Test("is not guessed where a type reads itself in a way of its own")
    func strange() {
        struct Strange: Decodable {
            let text: String

            init(from decoder: any Decoder) throws {
                text = try decoder.singleValueContainer().decode(String.self)
            }
        }
        struct Holder: Decodable { let strange: Strange }
        for type in [Strange.self, Holder.self] as [any Decodable.Type] {
            let fault = #expect(throws: ShapeFault.self) { try Self.shape(of: type) }
            #expect(fault?.type.hasSuffix("Strange") == true)
        }
    }

    @Test("is not taken for an empty one where the names of a dictionary are no texts")
    func keys() {
        enum Side: String, Decodable { case left, right }
        struct Holder: Decodable { let byNumber: [Int: String] }
        #expect(throws: ShapeFault.self) { try Shape(of: [Int: String].self) }
        #expect(throws: ShapeFault.self) { try Shape(of: [Side: String].self) }
        let fault = #expect(throws: ShapeFault.self) { try Shape(of: Holder.self) }
        #expect(fault?.type.contains("Dictionary") == true)
    }

    @Test("is empty where the type says so")
    func empty() throws {
        struct Nothing: Decodable {}
        #expect(throws: ShapeFault.self) { try Shape(of: Nothing.self) }
        #expect(try Self.record(Shape(of: EmptyBody.self)).members.isEmpty)
    }

    @Test("has a name that is fit for an address, where the type is private or made of others")
    func fitNames() throws {
        struct Pair<One: Decodable, Other: Decodable>: Decodable {
            let one: One
            let other: Other
        }
        let pair = try Self.record(Shape(of: Pair<LabelAnswer, Page<LabelAnswer>>.self))
        #expect(pair.name.wholeMatch(of: /[A-Za-z]+Pair/) != nil, "\(pair.name)")
        #expect(try Self.record(Shape(of: Sample.self)).name.hasSuffix("Sample"))
    }

    private static func shape(of type: any Decodable.Type) throws -> Shape {
        func shape<Value: Decodable>(_ type: Value.Type) throws -> Shape { try Shape(of: type) }
        return try shape(type)
    }
}
