import Definitions
import Diagrams
import Foundation
import FoundationXML
import Languages
import Testing
import Workflow

@Suite("Pictures of workflows")
struct DiagramTests {
    private static let files = ["enterprise-assistance", "three-deliveries"]

    @Test("show every state and every action", arguments: files, Language.allCases)
    func showEverything(name: String, language: Language) throws {
        let definition = try workflow(name)
        let diagram = StateDiagram(definition, in: language)
        for label in definition.states.map(\.label) + shownActions(of: definition).map(\.label) {
            let text = language == .zh ? label.zh : label.en
            #expect(diagram.dot.contains(escaped(text)), "\(text)")
            #expect(diagram.mermaid.contains(text), "\(text)")
        }
        for move in definition.moves where move.from != move.to {
            let action = try #require(definition.action(move.action))
            guard shownActions(of: definition).contains(action), !isGeneral(action, definition)
            else { continue }
            #expect(diagram.dot.contains("\"\(move.from)\" -> \"\(move.to)\""), "\(move)")
        }
    }

    @Test("say once what many states have in common", arguments: files)
    func sharedOnce(name: String) throws {
        let definition = try workflow(name)
        let diagram = StateDiagram(definition, in: .zh)
        for action in ["askOutcome", "acknowledgeEscalation"] {
            let label = try #require(definition.action(action)?.label.zh)
            #expect(diagram.dot.matches(of: try Regex(label)).count == 1, "\(action)")
        }
        let states = try #require(definition.action("giveOutcome")).transitions.map(\.from)
        let titles = definition.states.filter { states.contains($0.name) }.map(\.label.zh)
        #expect(diagram.dot.contains(titles.joined(separator: "、")))
        #expect(diagram.dot.contains("除草稿外的未结状态"))
    }

    @Test("fit on one A3 page", arguments: files, Language.allCases)
    func fitOnePage(name: String, language: Language) async throws {
        let svg = try await Self.drawn(StateDiagram(workflow(name), in: language))
        let size = try #require(svg.firstMatch(of: /<svg width="(\d+)pt" height="(\d+)pt"/))
        let (width, height) = (try #require(Int(size.1)), try #require(Int(size.2)))
        // 420 × 297 mm in points, less a margin for the printer.
        #expect(width <= 1190 && height <= 841)
        let scale = try #require(svg.firstMatch(of: #/scale\(([\d.]+) /#).flatMap { Double($0.1) })
        #expect(scale * 12 >= 7, "the smallest text has \(scale * 12) points on paper")
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }

    @Test(
        "that are committed are those of the definitions; ops/pictures draws them anew",
        arguments: files)
    func committed(name: String) throws {
        let definition = try workflow(name)
        for language in Language.allCases {
            let picture = try Self.text("pictures/\(name).\(language.rawValue).svg")
                .replacing("&#45;", with: "-")
            for label in definition.states.map(\.label) + shownActions(of: definition).map(\.label)
            {
                let text = language == .zh ? label.zh : label.en
                #expect(picture.contains(escaped(text)), "\(text)")
            }
            let ways = picture.matches(of: /class="edge">\n<title>(.+?)-&gt;(.+?)<\/title>/)
            let drawn = Set(ways.map { "\($0.output.1) \($0.output.2)" })
            let defined = Set(
                definition.moves.filter { move in
                    move.from != move.to
                        && shownActions(of: definition).contains { $0.name == move.action }
                        && definition.action(move.action).map { !isGeneral($0, definition) } == true
                }.map { "\($0.from) \($0.to)" })
            #expect(drawn == defined)
        }
    }

    @Test("say what people write, however it is written")
    func escapes() async throws {
        let text = try Self.text("three-deliveries.yaml")
            .replacing(
                "{zh: 已答复, en: Answered}", with: #"{zh: "<b>&\"答\\复", en: "A: #<1>; \"x\""}"#)
        let definition = try DefinitionReader.workflow(
            text, file: "f", including: .folder(Self.folder))
        for language in Language.allCases {
            let svg = try await Self.drawn(StateDiagram(definition, in: language))
            #expect(XMLParser(data: Data(svg.utf8)).parse())
        }
    }

    private func workflow(_ name: String) throws -> WorkflowDefinition {
        try DefinitionReader.workflow(
            Self.text("\(name).yaml"), file: name, including: .folder(Self.folder))
    }

    /// Walks that run beside it leave it no thread for a while.
    private static func drawn(_ diagram: StateDiagram) async throws -> String {
        try await Graphviz.svg(of: diagram, within: .seconds(1800))
    }

    /// Taking over ledgers is no part of the procedure.
    private func shownActions(of definition: WorkflowDefinition) -> [ActionDefinition] {
        definition.actions.filter { !$0.isAdoption }
    }

    /// What may be done in every open state stands in the heading, and what leads from five or more
    /// to one.
    private func isGeneral(_ action: ActionDefinition, _ definition: WorkflowDefinition) -> Bool {
        let from = Set(action.transitions.map(\.from))
        return from == Set(definition.states.filter(\.isOpen).map(\.name))
            || from.count >= 5 && Set(action.transitions.map(\.to)).count == 1
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Workflows")

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
}
