package import Workflow
package import WorkingTime

/// Holds everything beside the issue that a decision depends on, as immutable values. It is passed to
/// every search and decision, so it is one object: a value of so many parts costs more to copy.
package final class World: Sendable {
    package let directory: Directory
    package let routing: RoutingTable
    package let ladders: Ladders
    package let notices: NoticeRules
    /// What each person may see by grants of its own that hold for ever, resolved once.
    private let scopes: [PersonID: Scope]
    private let workflows: [WorkflowVersionID: PublishedWorkflow]
    /// Every revision of every calendar, by name and then by revision.
    private let calendars: [String: [Int: WorkingCalendar]]
    private let actionNeeds: [String: ActionNeeds]
    /// Whether an alarm that is settled before a command may let clocks run on that have ended.
    let alarmsContinue: Bool

    package init(
        directory: Directory, routing: RoutingTable, ladders: Ladders,
        notices: NoticeRules = .plain, workflows: [PublishedWorkflow], calendars: [WorkingCalendar]
    ) {
        let directory = directory.governed(by: ladders.substitution)
        self.directory = directory
        scopes = directory.persons.reduce(into: [:]) { scopes, person in
            scopes[person.id] = Scope(of: .person(person), in: directory)
        }
        self.routing = routing
        self.ladders = ladders
        self.notices = notices
        self.workflows = Dictionary(workflows.map { ($0.id, $0) }) { first, _ in first }
        let actions = workflows.flatMap(\.definition.actions)
        actionNeeds = actions.reduce(into: [:]) {
            $0[$1.name, default: ActionNeeds()].add($1)
        }
        alarmsContinue = actions.contains { $0.isAutomatic && $0.continuesClocks }
        self.calendars = calendars.reduce(into: [:]) { byName, calendar in
            byName[calendar.name, default: [:]][calendar.revision] = calendar
        }
    }

    /// What a principal may see at an instant: also what those may see for whom it stands in.
    package func scope(of principal: Principal, at instant: Instant) -> Scope {
        guard case .person(let person) = principal else {
            return Scope(of: principal, in: directory)
        }
        let acting = directory.acting(person, at: instant)
        let isPlain = !acting.isDated && directory.person(person.id) == acting
        let scope =
            (isPlain ? scopes[person.id] : nil) ?? Scope(of: .person(acting), in: directory)
        return scope.reaching(directory.dissolved(at: instant))
    }

    /// Tells whether an issue complains about a unit that a person works for at an instant.
    package func bars(_ person: Person, from issue: Issue, at instant: Instant) -> Bool {
        guard issue.attributes.isConfidential else { return false }
        return scope(of: .person(person), at: instant).isBarred(from: issue, in: directory)
    }

    package func workflow(_ id: WorkflowVersionID) -> PublishedWorkflow? { workflows[id] }

    /// The newest version of a workflow: what new cases run on.
    package func currentWorkflow(_ name: String) -> PublishedWorkflow? {
        workflows.values.filter { $0.definition.id == name }.max { $0.version < $1.version }
    }

    package func workflow(_ name: String, version: Int) -> PublishedWorkflow? {
        workflows.values.first { $0.definition.id == name && $0.version == version }
    }

    /// Lists the published versions of a workflow, the oldest first.
    package func versions(ofWorkflow name: String) -> [PublishedWorkflow] {
        workflows.values.filter { $0.definition.id == name }.sorted { $0.version < $1.version }
    }

    /// Lists the versions of the workflow that a version belongs to: itself first, then the others
    /// from the newest on. A history may speak of all of them.
    private func versions(of id: WorkflowVersionID) -> [WorkflowDefinition] {
        guard let own = workflows[id] else { return [] }
        let others = workflows.values.filter {
            $0.definition.id == own.definition.id && $0.version != own.version
        }
        return [own.definition] + others.sorted { $0.version > $1.version }.map(\.definition)
    }

    /// What people call an action in a history that may span versions.
    package func label(ofAction name: String, in id: WorkflowVersionID) -> Label {
        if let administrative = AdministrativeAction.named(name) { return administrative.label }
        return versions(of: id).lazy.compactMap { $0.action(name)?.label }.first
            ?? Label(zh: name, en: name)
    }

    /// The fields of an action in a history that may span versions.
    package func fields(ofAction name: String, in id: WorkflowVersionID) -> [FieldDefinition] {
        versions(of: id).lazy.compactMap { $0.action(name)?.fields }.first ?? []
    }

    /// What people call a state in a history that may span versions.
    package func label(ofState name: String, in id: WorkflowVersionID) -> Label? {
        versions(of: id).lazy.compactMap { $0.state(name)?.label }.first
    }

    package var categories: [String] {
        Set(workflows.values.flatMap { $0.definition.categories.map(\.code) }).sorted()
    }

    /// The states of all versions, as histories may stand in any.
    package var states: [String] {
        Set(workflows.values.flatMap { $0.definition.states.map(\.name) }).sorted()
    }

    package var classes: [String] {
        Set(workflows.values.flatMap { $0.definition.classes.map(\.name) }).sorted()
    }

    package func knowsCategory(_ code: String) -> Bool {
        workflows.values.contains { $0.definition.category(code) != nil }
    }

    /// Tells whether any workflow has the action, or the engine itself.
    package func knowsAction(_ name: String) -> Bool {
        AdministrativeAction.named(name) != nil
            || workflows.values.contains { $0.definition.action(name) != nil }
    }

    /// What people call a category, in the newest version that has it.
    package func label(ofCategory code: String) -> Label {
        workflows.values.sorted { $0.version > $1.version }.lazy
            .compactMap { $0.definition.category(code)?.label }.first ?? Label(zh: code, en: code)
    }

    func needs(ofAction name: String) -> ActionNeeds { actionNeeds[name] ?? ActionNeeds() }

    package func isOpen(_ issue: Issue) -> Bool {
        workflow(issue.workflow)?.definition.state(issue.state)?.isOpen ?? false
    }

    package var workflowNames: [String] { Set(workflows.values.map(\.definition.id)).sorted() }

    /// The calendar as it is now: what new clocks are pinned to.
    package func currentCalendar(_ name: String) -> WorkingCalendar? {
        calendars[name].flatMap { revisions in revisions.keys.max().flatMap { revisions[$0] } }
    }

    package func calendar(_ name: String, revision: Int) -> WorkingCalendar? {
        calendars[name]?[revision]
    }

    /// Finds `name`, the newest revision, or `name@revision`, which has one way to be written.
    package func calendar(_ text: String) -> WorkingCalendar? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: return currentCalendar(text)
        case 2:
            return Int(parts[1]).flatMap {
                String($0) == parts[1] ? calendar(parts[0], revision: $0) : nil
            }
        default: return nil
        }
    }

    /// The city's zone: that of its calendar.
    package var zone: ZoneTable {
        calendarNames.first.flatMap { currentCalendar($0)?.zone } ?? .utc
    }

    package var calendarNames: [String] { calendars.keys.sorted() }

    /// Lists the revisions of a calendar, the newest first.
    package func calendars(named name: String) -> [WorkingCalendar] {
        (calendars[name] ?? [:]).values.sorted { $0.revision > $1.revision }
    }

    /// The calendar with the hours of a unit: its own or those of the nearest unit above that has
    /// some.
    package func calendar(_ calendar: WorkingCalendar, for unit: String?) -> WorkingCalendar {
        guard calendar.hasUnitHours else { return calendar }
        let units = directory.unitAndAbove(unit)
        return calendar.hours(of: units.first { calendar.hasHours(of: $0) })
    }

    /// The revision and the hours that a clock is pinned to.
    package func calendar(of clock: Clock) -> WorkingCalendar? {
        calendar(clock.calendar, revision: clock.calendarRevision)?.hours(of: clock.hoursOf)
    }
}
