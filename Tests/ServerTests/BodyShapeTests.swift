import APIModel
import APIText
import Testing
import UseCases

@Suite("The fields that a body may have")
struct BodyShapeTests {
    private struct Body: Decodable {
        struct Contact: Decodable { let name: JSONValue? }

        struct Issue: Decodable {
            let title: JSONValue?
            let contact: Contact?
        }

        let note: JSONValue?
        let issues: [Issue]?
    }

    private static func faults(of text: String) -> InputFault? {
        do {
            _ = try SentJSON(bytes: Array(text.utf8)).decode(
                JSONValue.self, shape: try Shape(of: Body.self))
            return nil
        } catch {
            return error as? InputFault
        }
    }

    @Test("are taken with whatever lies below what is open")
    func sound() {
        #expect(
            Self.faults(
                of: #"{"note":{"any":[{"thing":1}]},"issues":[{"contact":{"name":"甲"}}]}"#) == nil)
        // Of another form than asked for, they are the reader's to refuse.
        #expect(Self.faults(of: #"{"issues":{"title":1}}"#) == nil)
    }

    @Test("are told of with every other one, by where it stands")
    func unknown() {
        let text = """
            {"z":1,"issues":[{"title":""},{"contact":{"name":"","a/b~c":1},"b":0}],"a":{"name":1}}
            """
        #expect(
            Self.faults(of: text)
                == .unknownField(
                    ["/a", "/issues/1/b", "/issues/1/contact/a~1b~0c", "/z"].map {
                        .init($0, zh: "没有此字段", en: "unknown field")
                    }))
    }

    @Test("belong to an object")
    func noObject() {
        #expect(Self.faults(of: "[]") == .wrongType("", zh: "须为对象", en: "must be an object"))
    }
}
