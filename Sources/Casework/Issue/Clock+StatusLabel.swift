package import Languages

extension Clock.Status {
    /// What people call it.
    package var label: Label {
        switch self {
        case .running: Label(zh: "计时中", en: "running")
        case .paused: Label(zh: "暂停", en: "paused")
        case .held: Label(zh: "暂记完成", en: "held")
        case .met: Label(zh: "按时", en: "met")
        case .late: Label(zh: "超期完成", en: "late")
        case .cancelled: Label(zh: "取消", en: "cancelled")
        }
    }
}
