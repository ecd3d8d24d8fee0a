import Casework
import Logging

/// Notes who was shown which enterprise's telephone number in full.
enum PhoneReading {
    static func log(
        _ issues: [Issue], by principal: Principal, _ viewer: Viewer, _ logger: Logger
    ) {
        let shown = issues.filter {
            $0.narrative.contact?.phone != nil
                && viewer.scope.handles($0, in: viewer.world.directory)
        }
        guard !shown.isEmpty else { return }
        logger.notice(
            "telephone numbers read",
            metadata: [
                "issues": "\(shown.map(\.number).joined(separator: " "))",
                "by": "\(principal.keySpace)",
            ])
    }
}
