import Engine
import Hummingbird

/// Tells supervisors whether the process lives and can work.
struct HealthController {
    let reader: any CaseReader

    func addRoutes(to router: Router<APIContext>) {
        router.get("/livez") { _, _ in try JSONAnswer.response(["status": "alive"]) }
        router.get("/readyz") { _, _ in
            try await reader.ping()
            return try JSONAnswer.response(["status": "ready"])
        }
    }
}
