import APIModel
import APIText
import Hummingbird
import UseCases

/// Tells supervisors whether the process lives and can work.
struct HealthController {
    let readiness: Readiness
    let version: String

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.alive, "进程在运行", "The process lives") { _ in Reply(["status": "alive"]) }
                .open(to: .anybody).readingWhateverComes(),
            .get(.ready, "可以受理请求", "The server can work") { _ in
                try await readiness.require()
                return Reply(["status": "ready", "version": version])
            }.open(to: .anybody).readingWhateverComes()
                .refusing(.overloaded, .unavailable, .locked, .strained),
        ]
    }
}
