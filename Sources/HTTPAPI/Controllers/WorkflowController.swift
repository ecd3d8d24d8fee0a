import APIModel
import APIText
import Casework
import Diagrams
import Engine
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import UseCases
import Workflow

/// `GET /v1/workflows`, one of them, and its picture.
struct WorkflowController {
    let desk: Desk
    let definitions: ReadDefinitions
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
        let items = definitions.workflows().map { workflow, isCurrent in
            WorkflowSummary(
                id: workflow.definition.id, version: workflow.version,
                label: viewer.label(workflow.definition.label), isCurrent: isCurrent)
        }
        return try JSONAnswer.response(Page(items: items, next: nil))
    }

    @Sendable
    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let viewer = try viewer(context)
        return try JSONAnswer.response(viewer.workflow(try published(context)))
    }

    @Sendable
    private func drawing(_ request: Request, _ context: APIContext) async throws -> Response {
        let published = try published(context)
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
        let published = try published(context)
        let diagram = StateDiagram(published.definition, in: try language(request, context))
        return answer(diagram.mermaid, "text/plain; charset=utf-8")
    }

    private func published(_ context: APIContext) throws -> PublishedWorkflow {
        _ = try context.requirePerson()
        return try definitions.workflow(try context.parameters.require("id"))
    }

    private func language(
        _ request: Request, _ context: APIContext
    ) throws -> StateDiagram.Language {
        let parameters = request.uri.queryParameters
        guard let wanted = parameters.get("language") else {
            return context.language == .english ? .en : .zh
        }
        guard let language = StateDiagram.Language(rawValue: wanted) else {
            throw InputFault.badParameter("language", zh: "应为 zh 或 en。", en: "must be zh or en")
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
        Viewer(desk.asker(try context.requirePerson()), context.language)
    }
}
