import Casework
import Languages

/// Says what is so where an action is refused, by the labels that people know.
enum RefusalWords {
    static func forbidden(_ action: NamedAction, _ holders: [Label]) -> Label {
        let label = action.label
        guard !holders.isEmpty else {
            return Label(
                zh: "您对该问题无权“\(label.zh)”。", en: "You have no right to “\(label.en)” here.")
        }
        return Label(
            zh: "您对该问题无权“\(label.zh)”，须由\(holders.map(\.zh).joined(separator: "、"))办理。",
            en: "You have no right to “\(label.en)” here: it is for "
                + holders.map(\.en).joined(separator: ", ") + ".")
    }

    /// - Parameter earlier: when the action was taken before, where that is known.
    static func notNow(
        _ action: NamedAction, _ state: Label, _ earlier: TakenEarlier?
    ) -> Label {
        let label = action.label
        guard let earlier else {
            return Label(
                zh: "问题现为“\(state.zh)”，不能“\(label.zh)”。",
                en: "The issue is “\(state.en)” now: “\(label.en)” is not possible.")
        }
        return Label(
            zh: "\(earlier.by.zh)已于\(earlier.at)“\(label.zh)”；问题现为“\(state.zh)”。",
            en: "“\(label.en)” was taken at \(earlier.at) by \(earlier.by.en); "
                + "the issue is “\(state.en)” now.")
    }

    static func refused(_ action: NamedAction, _ reason: Label) -> Label {
        Label(
            zh: "不能“\(action.label.zh)”：\(reason.zh)。",
            en: "“\(action.label.en)” is not possible: \(reason.en).")
    }

    static func allowed(_ actions: [NamedAction]) -> Label {
        guard !actions.isEmpty else {
            return Label(zh: "您现在没有可办的动作。", en: "There is nothing for you to do here now.")
        }
        let labels = actions.map(\.label)
        return Label(
            zh: "您现在可办：\(labels.map(\.zh).joined(separator: "、"))。",
            en: "What you may do now: \(labels.map(\.en).joined(separator: ", ")).")
    }
}
