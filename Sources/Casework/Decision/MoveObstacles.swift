import Languages
import Workflow

/// Finds why an issue can't go on under another version of its workflow.
struct MoveObstacles {
    let issue: Issue
    let move: VersionMove
    let old: WorkflowDefinition
    let new: WorkflowDefinition

    /// Every reason; empty where the issue can go on.
    func reasons() -> [Label] {
        guard issue.workflow == move.from else {
            return [Label(zh: "该问题不在这一版本上运行", en: "it runs on another version")]
        }
        guard old.state(issue.state)?.isOpen == true else {
            return [Label(zh: "该问题已经结束", en: "it has ended")]
        }
        let unmapped = [ofState(), ofClass(), ofCategory()].compactMap { $0 }
        return unmapped.isEmpty ? stranded() + rebound() : unmapped
    }

    private var state: String { move.state(issue.state) }

    private func ofState() -> Label? {
        let name = label(ofState: state)
        guard let found = new.state(state) else {
            return Label(
                zh: "新版本没有状态“\(name)”：请指定对应状态",
                en: "the new version has no state `\(state)`: map it")
        }
        guard !found.isOpen else { return nil }
        return Label(
            zh: "状态“\(name)”在新版本中是终结状态：请指定对应状态",
            en: "the state `\(state)` is terminal in the new version: map it")
    }

    private func ofClass() -> Label? {
        let now = issue.attributes.issueClass ?? old.defaultClass
        let name = move.classes[now] ?? now
        guard new.issueClass(name) == nil else { return nil }
        return Label(
            zh: "新版本没有级别“\(old.issueClass(name)?.label.zh ?? name)”：请指定对应级别",
            en: "the new version has no class `\(name)`: map it")
    }

    private func ofCategory() -> Label? {
        let now = issue.attributes.category
        let name = move.categories[now] ?? now
        guard new.category(name) == nil else { return nil }
        return Label(
            zh: "新版本没有类别“\(old.category(name)?.label.zh ?? name)”：请指定对应类别",
            en: "the new version has no category `\(name)`: map it")
    }

    /// Says which running clocks nothing could ring, resume or release in the new state.
    private func stranded() -> [Label] {
        let reach = Reach(of: new, from: state)
        return issue.liveClocks.compactMap { clock in
            guard new.clock(clock.kind) != nil else { return nil }
            return stuck(clock, within: reach) ?? mute(clock)
        }
    }

    private func stuck(_ clock: Clock, within reach: Reach) -> Label? {
        let (kind, name) = (label(of: clock), label(ofState: state))
        switch clock.status {
        case .paused where !reach.does({ $0 == .resume(clock: clock.kind) }):
            return Label(
                zh: "时限“\(kind)”已暂停，在状态“\(name)”下无从恢复",
                en: "nothing resumes the paused clock `\(clock.kind)` in `\(state)`")
        case .held where !reach.settles(clock.kind):
            return Label(
                zh: "时限“\(kind)”已暂记完成，在状态“\(name)”下无从撤回或了结",
                en: "nothing releases or stops the held clock `\(clock.kind)` in `\(state)`")
        case .paused, .held, .running, .met, .late, .cancelled: return nil
        }
    }

    private func mute(_ clock: Clock) -> Label? {
        let named = clock.issueClass.map { move.classes[$0] ?? $0 }
        let issueClass = new.issueClass(named ?? new.defaultClass)
        let marks = issueClass?.marks[clock.kind] ?? new.clock(clock.kind)?.marks ?? []
        let mark = marks.first { new.action($0.action)?.transitions(from: state).first == nil }
        return mark.map { mark in
            let action = new.action(mark.action)?.label.zh ?? mark.action
            return Label(
                zh: "时限“\(label(of: clock))”到点须自动办理“\(action)”，"
                    + "而状态“\(label(ofState: state))”下不能办理",
                en: "the mark `\(mark.name)` of the running clock `\(clock.kind)` rings "
                    + "`\(mark.action)`, which is not possible in `\(state)`")
        }
    }

    /// What people call a clock in the version that the issue leaves.
    func label(of clock: Clock) -> String { old.clock(clock.kind)?.label.zh ?? clock.kind }

    private func label(ofState name: String) -> String {
        (new.state(name) ?? old.state(name))?.label.zh ?? name
    }
}

/// What can still be done to clocks from a state on, without ending the issue first.
private struct Reach {
    private let effects: [Effect]

    init(of definition: WorkflowDefinition, from state: String) {
        var reached: Set = [state]
        var waiting = [state]
        var effects: [Effect] = []
        while let next = waiting.popLast() {
            for action in definition.actions {
                for transition in action.transitions(from: next) {
                    effects += action.effects + transition.effects
                    guard definition.state(transition.to)?.isOpen == true,
                        reached.insert(transition.to).inserted
                    else { continue }
                    waiting.append(transition.to)
                }
            }
        }
        self.effects = effects
    }

    func does(_ isMeant: (Effect) -> Bool) -> Bool { effects.contains(where: isMeant) }

    func settles(_ clock: String) -> Bool {
        does {
            [.release(clock: clock), .stop(clock: clock), .start(clock: clock)].contains($0)
                || $0 == .continueLast(clock: clock)
        }
    }
}
