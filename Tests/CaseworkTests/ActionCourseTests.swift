import Casework
import Testing
import Walking
import Workflow

@Suite("Where an action leads an issue")
struct ActionCourseTests {
    private static let courses: [(action: String, state: String, ActionCourse)] = [
        ("accept", "submitted", .onward), ("dispatch", "accepted", .onward),
        ("proposeResolution", "inHandling", .onward), ("closeOut", "serviceConfirmed", .onward),
        ("evaluate", "awaitingEvaluation", .onward), ("followUp", "awaitingEvaluation", .onward),
        ("note", "inHandling", .aside), ("reportProgress", "tracking", .aside),
        ("overruleOpinions", "inHandling", .aside), ("overruleOpinions", "jointHandling", .onward),
        ("sendBack", "dispatched", .right), ("decline", "submitted", .away),
        ("refer", "accepted", .away), ("merge", "inHandling", .away),
        ("withdraw", "inHandling", .away),
    ]

    @Test("is on, aside, by a right, or to an end without having been handled", arguments: courses)
    func course(action name: String, state: String, course: ActionCourse) throws {
        let definition = DemoWorld.assistance.definition
        let action = try #require(definition.action(name))
        #expect(definition.course(of: action, from: state) == course)
    }
}
