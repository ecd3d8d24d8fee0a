import APIModel
import APIText
import Foundation
import Languages
import Testing

@testable import HTTPAPI

@Suite("What a client may write")
struct DefinedNonsenseTests {
    @Test("is read in the language that weighs most")
    func language() {
        let english = ["en", "en-GB, zh;q=0.5", "zh;q=0.1,en;q=0.9", "EN-us;q=0.2", "fr, en;q=0.3"]
        for text in english { #expect(Language(acceptLanguage: text) == .en, "\(text)") }
        let chinese = [
            nil, "", "en;q=0", "en; q=0.0", "zh, en", "en;q=0.5,zh", "fr", "*", "en;q=much",
            "en;q=0.8, zh-CN;q=0.9",
        ]
        for text in chinese {
            #expect(Language(acceptLanguage: text) == .zh, "\(text ?? "nothing")")
        }
    }

    @Test("is a number in a path only as it is written")
    func pathNumbers() {
        #expect(PathNumber.read("17") == 17)
        for text in ["+1", "01", "-1", "0", "1 ", "", "١", "99999999999999999999"] {
            #expect(PathNumber.read(text) == nil, "\(text)")
        }
    }
}

extension ServerTests {
    @Suite struct UnseenTextTests {
        @Test func whatShowsNothingIsNoTitleAndNoName() async throws {
            try await TestServer.run { server in
                for text in [
                    "\u{200B}\u{FEFF}", "\u{3164}", "\u{202E}", "\u{1B}", "\u{2028} ", "\u{2800}",
                ] {
                    let untitled = try await server.file(
                        Filings.body(issue: ["title": .text(text)]))
                    #expect(untitled.status == 422)
                    let unnamed = try await server.file(
                        Filings.body([
                            "enterprise": BadFilings.strange, "enterpriseName": .text(text),
                        ]))
                    #expect(
                        try unnamed.status == 422
                            && unnamed.problem.errors?.map(\.pointer) == ["/enterpriseName"])
                }
                for phone in ["a", "=1+1", "---123---", "138--00001234", "12345"] {
                    let contact = JSONValue.object(["name": .text("王工"), "phone": .text(phone)])
                    let answer = try await server.file(Filings.body(issue: ["contact": contact]))
                    #expect(
                        try answer.problem.errors?.map(\.pointer) == ["/issues/0/contact/phone"])
                }
                let unread = try await server.file(Filings.body(["note": .text("\u{200B}")]))
                #expect(try unread.problem.errors?.map(\.pointer) == ["/note"])
                for year in ["0001", "1989", "2101", "9999"] {
                    let absence = JSONValue.object([
                        "from": .text("\(year)-10-12"), "until": .text("\(year)-10-13"),
                        "deputy": .text(People.head),
                    ])
                    let answer = try await server.wire.send(
                        .post("/v1/absences", try Filings.bytes(absence))
                            .token(try await server.token(People.handler)))
                    #expect(try answer.problem.errors?.map(\.pointer) == ["/from"], "\(year)")
                }
                for path in ["/v1/issues/+1", "/v1/issues/01", "/v1/cases/+1", "/v1/cases/01"] {
                    _ = try await server.issue()
                    #expect(try await server.get(path, as: People.officer).status == 404)
                }
            }
        }

        @Test func digitsOfFullWidthAreThoseOfATelephoneNumber() async throws {
            try await TestServer.run { server in
                var shown: [String?] = []
                for phone in ["13900000001", "１３９００００００01"] {
                    let contact = JSONValue.object(["name": .text("王工"), "phone": .text(phone)])
                    let filed = try await server.filed(Filings.body(issue: ["contact": contact]))
                    shown.append(
                        try await server.head(filed.issues[0].id, as: People.officer).contact?.phone
                    )
                }
                #expect(shown[0] != nil && shown[0] == shown[1])
            }
        }
    }
}
