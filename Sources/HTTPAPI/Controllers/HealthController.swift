import Hummingbird
import UseCases

/// Tells supervisors whether the process lives and can work.
struct HealthController {
    let readiness: Readiness

    func addRoutes(to router: Routes) {
        router.get("/livez", reading: .any) { _, _ in try JSONAnswer.response(["status": "alive"]) }
        router.get("/readyz", reading: .any) { _, _ in
            try await readiness.require()
            return try JSONAnswer.response(["status": "ready"])
        }
    }
}
