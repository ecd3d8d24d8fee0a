import Definitions
import Foundation
import Testing

/// Makes single-fault changes of the good files: each must be refused at its line.
///
/// `ZHUQI_MUTATIONS=all` tries every one, as `ops/mutate` does; else every ninth of each kind.
@Suite("Every single fault", .serialized)
struct MutationTests {
    private static let isWhole =
        ProcessInfo.processInfo.environment["ZHUQI_MUTATIONS"] == "all"

    /// One core is left to the tests that measure waits.
    private static let workers = isWhole ? 2 : 1

    private static let campaigns = ["enterprise-assistance.yaml", "three-deliveries.yaml"]
    private static let shared = ["shared/categories.yaml", "shared/campaign.yaml"]

    @Test("is refused at its line", arguments: campaigns)
    func isRefused(file: String) async throws {
        let made = try Mutations.all(of: WorkflowFiles.text(file))
        try await refuse(made, of: file, readBy: [file])
    }

    /// What one workflow refuses, the other must refuse as well: each has its turn.
    @Test("in a file that both campaigns include is refused at its line there", arguments: shared)
    func sharedIsRefused(file: String) async throws {
        let made = try Mutations.all(of: WorkflowFiles.text(file), addingTo: ["people", "fields"])
        try await refuse(made, of: file, readBy: Self.campaigns)
    }

    private func refuse(
        _ made: [Mutation], of file: String, readBy workflows: [String]
    ) async throws {
        let files = Dictionary(
            uniqueKeysWithValues: try (workflows + Self.shared).map {
                ($0, try WorkflowFiles.text($0))
            })
        let byKind = Dictionary(grouping: made, by: \.kind)
        let tried = byKind.keys.sorted().flatMap { kind in
            byKind[kind, default: []].enumerated()
                .filter { Self.isWhole || $0.offset % 9 == 0 }.map(\.element)
        }
        let outcomes = await withTaskGroup(of: [Outcome].self) { group in
            for worker in 0..<Self.workers {
                group.addTask {
                    var outcomes: [Outcome] = []
                    for index in stride(from: worker, to: tried.count, by: Self.workers) {
                        let workflow = workflows[index % workflows.count]
                        outcomes.append(
                            Outcome(of: tried[index], file, readBy: workflow, among: files))
                        // Others wait for these two cores as well.
                        await Task.yield()
                    }
                    return outcomes
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        let refused = outcomes.count { $0.isRefused }
        let placed = outcomes.count { $0.isAtItsLine }
        print(
            "\(file): \(byKind.count) kinds of faults, \(made.count) changes, \(tried.count) tried, "
                + "\(refused) refused, \(placed) at their line")
        for outcome in outcomes where !outcome.isAtItsLine { Issue.record("\(outcome.text)") }
        #expect(placed == tried.count)
    }
}

/// What the reader said of one change.
private struct Outcome: Sendable {
    let isRefused: Bool
    let isAtItsLine: Bool
    let text: String

    init(
        of mutation: Mutation, _ file: String, readBy workflow: String,
        among files: [String: String]
    ) {
        var files = files
        files[file] = mutation.text
        var faults: [DefinitionFault] = []
        do {
            _ = try DefinitionReader.workflow(
                files[workflow] ?? "", file: workflow, including: .texts(files))
        } catch {
            faults = error.faults
        }
        isRefused = !faults.isEmpty
        isAtItsLine = faults.contains { $0.file == file && mutation.lines.contains($0.line) }
        text =
            "\(workflow): \(mutation.kind) at \(mutation.path), expected at \(mutation.lines.sorted()): "
            + (faults.first.map(\.description) ?? "not refused")
    }
}
