import Definitions
import Testing
import Workflow

@Suite("The moves of both campaigns")
struct RowsTests {
    @Test(
        "hold every row of the domain",
        arguments: [
            ("enterprise-assistance", EnterpriseAssistanceRows.moves),
            ("three-deliveries", ThreeDeliveriesRows.moves),
        ])
    func rowsAreThere(id: String, rows: [(String, String, String)]) throws {
        let moves = Set(try workflow(id).moves)
        for (from, action, to) in rows {
            #expect(
                moves.contains(Move(from: from, action: action, to: to)),
                "\(from) \(action) \(to)")
        }
    }

    @Test(
        "leave a terminal state only as the domain says",
        arguments: [
            ("enterprise-assistance", ["reopen", "restore"]), ("three-deliveries", ["reopen"]),
        ])
    func terminalStatesHold(id: String, actions: [String]) throws {
        let workflow = try workflow(id)
        let leaving = workflow.moves.filter { workflow.state($0.from)?.isOpen == false }
        #expect(leaving.map(\.action).sorted() == actions)
    }

    @Test("start the clock of resolution at dispatch and never again at a transfer")
    func transferKeepsTheClock() throws {
        let workflow = try workflow("enterprise-assistance")
        let starts: [Effect] = [.start(clock: "resolve"), .startUnlessRunning(clock: "resolve")]
        let dispatch = try #require(workflow.action("dispatch"))
        #expect(dispatch.effects.contains { starts.contains($0) })
        for name in ["transfer", "raise", "uphold", "assignFallback"] {
            let action = try #require(workflow.action(name))
            #expect(!action.effects.contains { starts.contains($0) }, "\(name)")
            #expect(action.effects.contains(.start(clock: "acknowledge")), "\(name)")
        }
    }

    private func workflow(_ id: String) throws -> WorkflowDefinition {
        try WorkflowFiles.workflow("\(id).yaml")
    }
}
