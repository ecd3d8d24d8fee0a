import Casework
import Testing

@Suite("Administrative acts")
struct AdministrativeActTests {
    @Test("have a name each")
    func names() {
        let names = AdministrativeAction.all.map(\.name)
        #expect(Set(names).count == names.count && !names.isEmpty)
        for action in AdministrativeAction.all {
            #expect(AdministrativeAction.named(action.name) == action)
        }
    }

    @Test("are known to subscriptions, and called the same in every history")
    func labels() throws {
        let story = try Story.inHandling()
        for action in AdministrativeAction.all {
            #expect(story.world.definitions.knowsAction(action.name))
            let label = story.world.definitions.label(
                ofAction: action.name, in: story.issue.workflow)
            #expect(label == action.label)
        }
    }

    /// A change begun before an update of the program goes on after it, and does nothing twice.
    @Test("are sent under the keys that earlier versions sent them under")
    func keys() throws {
        let issue = try Story.inHandling().issue
        let move = VersionMove(from: WorkflowVersionID(3), to: WorkflowVersionID(4))
        let adoption = CalendarAdoption(calendar: "cn", revision: 2)
        let handover = Handover(from: PersonID(5), to: PersonID(6), reason: "岗位调整")
        let (id, sequence) = ("\(issue.id)", "\(issue.sequence)")
        let expected: [(any AdministrativeAct, [String])] = [
            (move, ["moveVersion", id, "3", "4", sequence]),
            (adoption, ["adoptCalendar", id, "cn", "2", sequence]),
            (handover, ["handOver", id, "5", "6", sequence]),
        ]
        #expect(expected.count == AdministrativeAction.all.count)
        for (act, parts) in expected {
            let command = act.command(on: issue, by: PersonID(7), at: issue.updatedAt)
            #expect(command.key == CommandKey(deriving: parts), "\(parts[0])")
        }
    }
}
