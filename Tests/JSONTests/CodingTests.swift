import Casework
import Foundation
import Testing
import Workflow

@testable import JSON

/// Compared with Foundation, which wrote the record before.
@Suite("Types that read and write themselves as JSON")
struct CodingTests {
    private struct Everything: Codable, Hashable {
        struct Inner: Codable, Hashable {
            var zulu: Int?
            var alpha: [String]
            var empty: [Int]
        }

        var whole: Int
        var small: Int8
        var large: UInt64
        var least: Int64
        var fraction: Double
        var round: Double
        var float: Float
        var text: String
        var missing: String?
        var isThere: Bool
        var inner: Inner
        var inners: [Inner]
        var byName: [String: Inner]
        var numbers: [String: Int64]
        var nested: [[Int]]
        var nils: [Int?]
        var choice: Choice

        enum Choice: String, Codable { case one, other }
    }

    private static let everything = Everything(
        whole: -5, small: 127, large: .max, least: .min, fraction: 0.1, round: 12, float: 2.5,
        text: "郑州 \"/\\ \u{8}\u{c}\n\r\t\u{1}\u{1f}\u{7f} 🏭\u{2028}", missing: nil, isThere: true,
        inner: .init(zulu: nil, alpha: ["b", "a"], empty: []),
        inners: [.init(zulu: 1, alpha: [], empty: [1]), .init(zulu: nil, alpha: ["x"], empty: [])],
        byName: [
            "b": .init(zulu: 2, alpha: [], empty: []), "": .init(zulu: 3, alpha: [], empty: []),
        ],
        numbers: [
            "count.cycle.10": 1, "count.cycle.2": 2, "Z": 3, "a": 4, "é": 5, "e\u{301}x": 6, "中": 7,
            "_": 8, "a/b": 9, "A": 10, "aa": 11,
        ],
        nested: [[], [1, 2], [3]], nils: [nil, 1], choice: .other)

    private func byFoundation(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func byUs(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }

    @Test("are written in the bytes that Foundation writes")
    func sameBytes() throws {
        #expect(try byUs(Self.everything) == byFoundation(Self.everything))
        #expect(
            try byUs([Self.everything, Self.everything])
                == byFoundation([Self.everything, Self.everything]))
        #expect(try byUs("") == byFoundation(""))
        #expect(try byUs([Int]()) == byFoundation([Int]()))
        #expect(try byUs([String: Int]()) == byFoundation([String: Int]()))
    }

    @Test("sort any names as Foundation does")
    func sameOrder() throws {
        var random = SystemRandomNumberGenerator()
        let letters = Array("aAbBzZ019._-/ é中🏭\"\\\n").map(String.init) + ["e\u{301}"]
        for _ in 0..<500 {
            let names = (0..<12).map { _ in
                (0..<Int.random(in: 0...6, using: &random))
                    .map { _ in letters.randomElement(using: &random) ?? "a" }.joined()
            }
            let value = Dictionary(names.map { ($0, $0) }) { first, _ in first }
            #expect(try byUs(value) == byFoundation(value))
        }
    }

    @Test("read what they wrote, as Foundation does")
    func roundTrip() throws {
        let bytes = try JSONText.encode(Self.everything)
        #expect(try JSONText.decode(Everything.self, from: bytes) == Self.everything)
        let other = try JSONDecoder().decode(Everything.self, from: Data(bytes))
        #expect(other == Self.everything)
    }

    @Test("say what is wrong, and where")
    func faults() throws {
        func path(_ text: String) -> (String, [String])? {
            do {
                _ = try JSONText.decode([Everything.Inner].self, from: Array(text.utf8))
                return nil
            } catch DecodingError.keyNotFound(let key, let context) {
                return ("missing", context.codingPath.map(\.stringValue) + [key.stringValue])
            } catch DecodingError.typeMismatch(_, let context) {
                return ("mismatch", context.codingPath.map(\.stringValue))
            } catch DecodingError.valueNotFound(_, let context) {
                return ("null", context.codingPath.map(\.stringValue))
            } catch DecodingError.dataCorrupted(let context) {
                return ("unfit", context.codingPath.map(\.stringValue))
            } catch {
                return ("\(error)", [])
            }
        }
        func expect(_ text: String, _ kind: String, _ steps: [String]) {
            let found = path(text)
            #expect(found?.0 == kind && found?.1 == steps, "\(text): \(String(describing: found))")
        }
        expect(#"[{"alpha":[]}]"#, "missing", ["0", "empty"])
        expect(
            #"[{"alpha":[],"empty":[]},{"alpha":["a",1],"empty":[]}]"#, "mismatch",
            ["1", "alpha", "1"])
        expect(#"[{"alpha":[null],"empty":[]}]"#, "null", ["0", "alpha", "0"])
        expect(#"[{"alpha":[],"empty":[1.5]}]"#, "unfit", ["0", "empty", "0"])
        expect(#"[{"alpha":[],"empty":[],"zulu":9223372036854775808}]"#, "unfit", ["0", "zulu"])
        expect(#"{}"#, "mismatch", [])
    }

    /// The bodies were written by Foundation, in walks through both campaigns.
    @Test("write the bodies of old events in the bytes that their digests cover")
    func oldBodies() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/event-bodies.ndjson")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 100)
        for line in lines {
            let body = try JSONText.decode(EventBody.self, from: Array(line.utf8))
            #expect(String(decoding: try body.encoded(), as: UTF8.self) == line)
        }
    }

    @Test("hold in old events what is declared of each attribute")
    func kindsOfOldBodies() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/event-bodies.ndjson")
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let set = try JSONText.decode(EventBody.self, from: Array(line.utf8)).set
            #expect(set.others.isEmpty, "\(set.others)")
            for (attribute, value) in set.attributes where value != .null {
                #expect(attribute.kind.recordedForm.holds(value), "\(attribute): \(value)")
            }
        }
    }

    @Test("write attributes grouped by form, each group sorted")
    func attributes() throws {
        let attributes = Attributes([
            "leadUnit": .text("industry"), "count.links": .integer(2), "class": .text("A"),
            "supportingUnits": .list([.text("commerce")]), "confidential": .boolean(true),
        ])
        let text = try byUs(attributes)
        #expect(
            text
                == #"{"numbers":{"count.links":2},"others":{"confidential":true,"supportingUnits":["commerce"]},"texts":{"class":"A","leadUnit":"industry"}}"#
        )
        #expect(try JSONText.decode(Attributes.self, from: Array(text.utf8)) == attributes)
        #expect(try byUs(Attributes()) == #"{"numbers":{},"texts":{}}"#)
    }

    @Test(
        "refuse attributes that are not grouped by form",
        arguments: [
            "[]", "{}", #"{"numbers":{}}"#, #"{"numbers":[],"texts":{}}"#,
            #"{"numbers":{"a":"b"},"texts":{}}"#, #"{"numbers":{},"texts":{"a":1}}"#,
            #"{"numbers":{},"others":{"a":1.5},"texts":{}}"#, "{",
        ])
    func wrongAttributes(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONText.decode(Attributes.self, from: Array(text.utf8))
        }
    }

    @Test("refuse numbers that JSON has none for")
    func infinite() {
        #expect(throws: EncodingError.self) { try JSONText.encode(Double.infinity) }
        #expect(throws: EncodingError.self) { try JSONText.encode(["a": Double.nan]) }
    }
}

extension AttributeKind.RecordedForm {
    fileprivate func holds(_ value: FieldValue) -> Bool {
        switch self {
        case .text: value.text != nil
        case .number: value.integer != nil
        case .boolean: value.boolean != nil
        case .texts: value.list?.allSatisfy { $0.text != nil } ?? false
        case .numbers: value.list?.allSatisfy { $0.integer != nil } ?? false
        case .objects: value.list?.allSatisfy { $0.object != nil } ?? false
        case .object: value.object != nil
        }
    }
}
