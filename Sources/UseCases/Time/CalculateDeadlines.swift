import Casework
package import Engine
import WorkingTime

/// Answers questions about working time on the published calendars.
package struct CalculateDeadlines: Sendable {
    private let world: CurrentWorld

    package init(world: CurrentWorld) {
        self.world = world
    }

    /// - Parameters:
    ///   - name: of the calendar, for its newest revision; or `name@revision`.
    ///   - unit: the code of the unit whose hours count; nil: those that hold for the others.
    /// - Throws: `InputFault`; `LocalRefusal` for what can't be computed.
    package func answer(
        _ question: WorkingTimeQuestion, on name: String, hoursOf unit: String?
    ) throws -> WorkingTimeAnswer {
        let world = world.value
        guard let calendar = world.calendars.calendar(name) else {
            throw InputFault.unknownCalendar(name, known: world.calendars.names)
        }
        if let unit, world.directory.unit(code: unit) == nil {
            throw InputFault.invalid("/hoursOf", zh: "名录中没有此单位", en: "is no unit of the directory")
        }
        return try DeadlineCalculation(question, on: world.directory.calendar(calendar, for: unit))
            .answer()
    }
}
