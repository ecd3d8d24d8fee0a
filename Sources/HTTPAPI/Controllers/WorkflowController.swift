import APIModel
import Casework
import Diagrams
import Engine
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Workflow

/// `GET /v1/workflows`, one of them, and its picture.
struct WorkflowController {
    let desk: Desk
    let pictures = PictureCache()

    func addRoutes(to router: Routes) {
        router.get("/workflows", use: list)
        router.get("/workflows/:id", use: show)
        router.get(
            "/workflows/:id/diagram.svg", reading: .only(["language"]), use: drawing)
        router.get(
            "/workflows/:id/diagram.mmd", reading: .only(["language"]), use: mermaid)
    }

    @Sendable
    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let viewer = try viewer(context)
        let world = viewer.world
        let items = world.workflowNames.flatMap { name in
            world.versions(ofWorkflow: name).reversed().enumerated().map { index, version in
                WorkflowSummary(
                    id: name, version: version.version,
                    label: viewer.label(version.definition.label), isCurrent: index == 0)
            }
        }
        return try JSONAnswer.response(Page(items: items, next: nil))
    }

    @Sendable
    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let viewer = try viewer(context)
        return try JSONAnswer.response(viewer.workflow(try published(context, viewer.world)))
    }

    @Sendable
    private func drawing(_ request: Request, _ context: APIContext) async throws -> Response {
        let world = try viewer(context).world
        let published = try published(context, world)
        let language = try language(request, context)
        do {
            let svg = try await pictures.svg(of: published, in: language)
            return answer(svg, "image/svg+xml")
        } catch let fault as Graphviz.Fault {
            context.logger.error("no picture", metadata: ["fault": "\(fault)"])
            throw RequestFault.noPicture
        }
    }

    @Sendable
    private func mermaid(_ request: Request, _ context: APIContext) async throws -> Response {
        let world = try viewer(context).world
        let published = try published(context, world)
        let diagram = StateDiagram(published.definition, in: try language(request, context))
        return answer(diagram.mermaid, "text/plain; charset=utf-8")
    }

    /// Finds `name` or `name@version`.
    private func published(
        _ context: APIContext, _ world: World
    ) throws -> PublishedWorkflow {
        let parts = try context.parameters.require("id").split(
            separator: "@", omittingEmptySubsequences: false
        ).map(String.init)
        let found =
            parts.count == 2
            ? PathNumber.read(parts[1]).flatMap { world.workflow(parts[0], version: Int($0)) }
            : world.currentWorkflow(parts[0])
        guard let found, parts.count <= 2 else { throw RequestFault.notFound }
        return found
    }

    private func language(
        _ request: Request, _ context: APIContext
    ) throws -> StateDiagram.Language {
        let parameters = request.uri.queryParameters
        guard let wanted = parameters.get("language") else {
            return context.language == .english ? .en : .zh
        }
        guard let language = StateDiagram.Language(rawValue: wanted) else {
            throw RequestFault.badParameter(
                name: "language", zh: "应为 zh 或 en。", en: "must be zh or en")
        }
        return language
    }

    private func answer(_ text: String, _ contentType: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: contentType, .cacheControl: "private, max-age=60"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func viewer(_ context: APIContext) throws -> Viewer {
        Viewer(
            .person(try context.requirePerson()), world: desk.world.value,
            language: context.language, now: desk.time.now)
    }
}

/// Keeps pictures once they are drawn: a version never changes.
///
/// Invariant: at most one picture is drawn at a time, so that askers can't start many programs.
actor PictureCache {
    private struct Key: Hashable {
        let version: WorkflowVersionID
        let language: StateDiagram.Language
    }

    private var pictures: [Key: String] = [:]
    private var drawing: Task<String, any Error>?

    func svg(
        of published: PublishedWorkflow, in language: StateDiagram.Language
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
