import Casework
import Walking
import Workflow

/// Walks both campaigns as often as it is told; what `ops/walk` runs.
@main
enum WalkTool {
    static func main() async {
        let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
        var missed = 0
        for workflow in [DemoWorld.assistance, DemoWorld.deliveries] {
            do {
                let result = try await WalkResult.walking(workflow, count: count)
                let rows = result.missed(of: workflow.definition)
                missed += rows.count
                print(
                    "\(workflow.definition.id): \(result.walkCount) walks, all ended; "
                        + "\(result.eventCount) events, none outside the definition; "
                        + "\(result.moves.count) kinds of moves, \(result.refused.count) guards refused; "
                        + "rows never taken: \(rows.count)")
                for row in rows { print("  \(row.from) \(row.action) \(row.to)") }
                for refusal in result.neverRefused(by: workflow.definition) {
                    print("  never refused: \(refusal.action) \(refusal.guardName)")
                }
            } catch {
                print("\(workflow.definition.id): \(error)")
                missed += 1
            }
        }
        guard missed == 0 else { fatalError("the walks left the definition, or rows untaken") }
    }
}
