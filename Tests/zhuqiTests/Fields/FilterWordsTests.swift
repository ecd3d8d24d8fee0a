import APIModel
import ArgumentParser
import Foundation
import JSON
import Languages
import ScriptedServer
import Testing

@testable import zhuqi

@Suite struct FilterWordsTests {
    private static let workflow = WorkflowAnswer(
        id: "enterprise-assistance", version: 5, label: label("万人助万企", "Assistance"),
        defaultClass: "C", requiresDeliveryKind: false,
        states: [
            .init(name: "submitted", label: label("待受理", "Submitted"), kind: "initial"),
            .init(name: "dispatched", label: label("已交办", "Dispatched"), kind: "active"),
            .init(name: "inHandling", label: label("办理中", "In handling"), kind: "active"),
        ],
        classes: [.init(name: "U", label: label("紧急", "Urgent"), limits: [:])],
        categories: [
            .init(code: "FIN", label: label("融资、担保", "Finance"), needs: [], results: [])
        ], actions: [])

    private static func label(_ zh: String, _ en: String) -> LabelAnswer {
        LabelAnswer(zh: zh, en: en)
    }

    private static func words(of error: StaffError) -> String? {
        if case .usage(let text) = error { text.zh } else { nil }
    }

    private let words = FilterWords([Self.workflow])

    @Test(arguments: [
        ("submitted", "submitted"), ("待受理", "submitted"), ("In Handling", "inHandling"),
        (" 已交办 ", "dispatched"), ("INHANDLING", "inHandling"),
    ])
    func takesIdentifiersAndWordsOfBothLanguages(typed: String, name: String) throws {
        #expect(try words.name(of: typed, as: .state) == name)
    }

    @Test func takesClassesAndCategoriesLikewise() throws {
        #expect(try words.name(of: "紧急", as: .issueClass) == "U")
        #expect(try words.name(of: "ｕ", as: .issueClass) == "U")
        #expect(try words.name(of: "融资", as: .category) == "FIN")
        #expect(try words.name(of: "fin", as: .category) == "FIN")
    }

    @Test(arguments: [
        ("已派单", "没有状态“已派单”。现有：待受理、已交办、办理中"),
        (
            "办理",
            "没有状态“办理”。是否指：办理中？现有：待受理、已交办、办理中"
        ),
        (
            "dispached",
            "没有状态“dispached”。是否指：已交办？现有：待受理、已交办、办理中"
        ),
    ])
    func namesWhatIsKnownAndWhatIsNear(typed: String, text: String) {
        let error = #expect(throws: StaffError.self) { try words.name(of: typed, as: .state) }
        #expect(error.flatMap(Self.words) == text)
    }

    @Test func namesTheCodesThatPeopleSay() {
        let error = #expect(throws: StaffError.self) {
            try words.name(of: "XX", as: .category)
        }
        #expect(error.flatMap(Self.words) == "没有类别“XX”。现有：融资、担保（FIN）")
    }

    @Test func aQueueAsksTheServerForItsWordsAndSendsIdentifiers() async throws {
        let summary = WorkflowSummary(
            id: "enterprise-assistance", version: 5, label: Self.label("万", "A"),
            isCurrent: true)
        let answers = [
            try json(PrincipalAnswer(login: "li", name: "李四", grants: [])),
            try json(Page(items: [summary], next: nil)), try json(Self.workflow),
            try json(Page<DutyAnswer>(items: [], next: nil)),
        ]
        try await ScriptedServer.run(answers.map { .ok($0) }) { address, server in
            try await QueueCommand.parse(["all", "--state", "待受理", "--category", "融资"])
                .perform(at: Transcript().session(address))
            #expect(
                server.received.map(\.uri) == [
                    "/v1/whoami", "/v1/workflows", "/v1/workflows/enterprise-assistance",
                    "/v1/duties?queue=all&state=submitted&category=FIN",
                ])
        }
    }

    @Test(arguments: [
        "--state", "--class", "--category", "--unit", "--division", "--workflow", "--search",
    ])
    func whatIsGivenTwiceIsRefused(option: String) {
        #expect(throws: (any Error).self) {
            try QueueCommand.parse(["all", option, "U", option, "D"])
        }
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.encode(value), as: UTF8.self)
    }
}
