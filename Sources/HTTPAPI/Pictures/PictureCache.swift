import Casework
import Diagrams
import Languages

/// Keeps pictures once they are drawn: a version never changes.
///
/// Invariant: at most one picture is drawn at a time, so that askers can't start many programs.
actor PictureCache {
    private struct Key: Hashable {
        let version: WorkflowVersionID
        let language: Language
    }

    private var pictures: [Key: String] = [:]
    private var drawing: Task<String, any Error>?

    func svg(
        of published: PublishedWorkflow, in language: Language
    ) async throws -> String {
        let key = Key(version: published.id, language: language)
        while let busy = drawing { _ = await busy.result }
        if let known = pictures[key] { return known }
        let diagram = StateDiagram(published.definition, in: language)
        let task = Task { try await Graphviz.svg(of: diagram) }
        drawing = task
        defer { drawing = nil }
        let svg = try await task.value
        pictures[key] = svg
        return svg
    }
}
