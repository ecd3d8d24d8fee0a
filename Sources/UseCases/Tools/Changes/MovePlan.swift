import Casework
package import Languages
import Workflow

/// Narrows which issues move; empty lists are any.
package struct MoveFilter: Sendable {
    package var states: [String] = []
    package var classes: [String] = []
    package var categories: [String] = []
    package var divisions: [String] = []
    package var units: [String] = []
    package var numbers: [String] = []

    package init() {}
}

/// Which issues are to move between which versions, by names.
package struct MovePlan: Sendable {
    /// Nil where only one workflow has both versions.
    package let workflow: String?
    package let from: Int
    package let to: Int
    /// What has another name in the new version.
    package let states: [String: String]
    package let classes: [String: String]
    package let categories: [String: String]
    package let filter: MoveFilter

    package init(
        workflow: String?, from: Int, to: Int, states: [String: String],
        classes: [String: String], categories: [String: String], filter: MoveFilter
    ) {
        self.workflow = workflow
        self.from = from
        self.to = to
        self.states = states
        self.classes = classes
        self.categories = categories
        self.filter = filter
    }

    /// Finds the versions, and requires that everything that is named is there.
    func move(in world: World) throws(MoveFault) -> VersionMove {
        let (old, new) = try versions(in: world.definitions)
        try checkTargets(old.definition, new.definition)
        try checkFilter(old.definition, world.directory)
        return VersionMove(
            from: old.id, to: new.id, states: states, classes: classes, categories: categories)
    }

    private func versions(
        in definitions: PublishedDefinitions
    ) throws(MoveFault) -> (old: PublishedWorkflow, new: PublishedWorkflow) {
        let names = workflow.map { [$0] } ?? definitions.names
        let found = names.compactMap { name in
            definitions.workflow(name, version: from).flatMap { old in
                definitions.workflow(name, version: to).map { (old, $0) }
            }
        }
        guard found.count <= 1 else { throw .severalWorkflows(found.map(\.0.definition.id)) }
        guard let versions = found.first else { throw .noWorkflow }
        return versions
    }

    private func checkTargets(
        _ old: WorkflowDefinition, _ new: WorkflowDefinition
    ) throws(MoveFault) {
        let mapped: [(MoveFault.Named, [String: String], (String) -> Bool, (String) -> Bool)] = [
            (.state, states, { old.state($0) != nil }, { new.state($0)?.isOpen == true }),
            (.issueClass, classes, { old.issueClass($0) != nil }, { new.issueClass($0) != nil }),
            (.category, categories, { old.category($0) != nil }, { new.category($0) != nil }),
        ]
        for (what, names, isOld, isNew) in mapped {
            for (one, other) in names.sorted(by: { $0.key < $1.key }) {
                guard isOld(one) else { throw .notInOld(what, one) }
                guard isNew(other) else { throw .notOpenInNew(what, other) }
            }
        }
    }

    /// A filter that names nothing would pass for one that finds nothing.
    private func checkFilter(
        _ old: WorkflowDefinition, _ directory: Directory
    ) throws(MoveFault) {
        let named: [(MoveFault.Named, [String], (String) -> Bool)] = [
            (.state, filter.states, { old.state($0) != nil }),
            (.issueClass, filter.classes, { old.issueClass($0) != nil }),
            (.category, filter.categories, { old.category($0) != nil }),
            (.division, filter.divisions, { directory.division($0) != nil }),
            (.unit, filter.units, { directory.unit(code: $0) != nil }),
        ]
        for (what, names, isKnown) in named {
            for name in names where !isKnown(name) { throw .nothingNamed(what, name) }
        }
    }
}

/// Says what of a plan to move issues can't be.
package enum MoveFault: Error, Hashable, Sendable {
    /// Both versions are those of several workflows.
    case severalWorkflows([String])
    case noWorkflow
    /// The old version has no such state, class or category.
    case notInOld(Named, String)
    case notOpenInNew(Named, String)
    /// The filter names something that is not there: what, and its name.
    case nothingNamed(Named, String)

    /// What has the name.
    package enum Named: Sendable {
        case state, issueClass, category, division, unit, issue

        package var label: Label {
            switch self {
            case .state: Label(zh: "状态", en: "state")
            case .issueClass: Label(zh: "分类", en: "class")
            case .category: Label(zh: "类别", en: "category")
            case .division: Label(zh: "属地", en: "division")
            case .unit: Label(zh: "单位", en: "unit")
            case .issue: Label(zh: "问题", en: "issue")
            }
        }
    }
}
