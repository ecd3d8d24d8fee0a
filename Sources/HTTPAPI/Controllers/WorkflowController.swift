import APIModel
import APIText
import Casework
import Diagrams
import Engine
import HTTPTypes
import Hummingbird
import Languages
import Logging
import NIOCore
import UseCases
import Workflow

/// `GET /v1/workflows`, one of them, and its picture.
struct WorkflowController {
    let gateway: CommandGateway
    let definitions: ReadDefinitions
    let pictures = PictureCache()

    private static let language = QueryParameter(
        "language", "图中文字的语言", "The language of the words in it",
        shape: .choice(["zh", "en"]))

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.workflows, "列出流程的已发布版本", "Lists published workflows", use: list),
            .get(.workflow, "一个流程", "Shows a workflow", use: show),
            .get(
                .workflowDrawing, "流程图（SVG）", "Draws a workflow", contentType: "image/svg+xml",
                use: drawing
            ).reading([Self.language]).refusing(.noPicture),
            .get(
                .workflowMermaid, "流程图（Mermaid 文本）", "Draws a workflow as text",
                contentType: "text/plain; charset=utf-8", use: mermaid
            ).reading([Self.language]),
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<WorkflowSummary>> {
        let viewer = try viewer(call)
        let items = definitions.workflows().map { workflow, isCurrent in
            WorkflowSummary(
                id: workflow.definition.id, version: workflow.version,
                label: viewer.label(workflow.definition.label), isCurrent: isCurrent)
        }
        return Reply(Page(items: items, next: nil))
    }

    @Sendable
    private func show(_ call: Call) async throws -> Reply<WorkflowAnswer> {
        let viewer = try viewer(call)
        return Reply(viewer.workflow(try published(call)))
    }

    @Sendable
    private func drawing(_ call: Call) async throws -> Response {
        let published = try published(call)
        let language = try language(call)
        do {
            let svg = try await pictures.svg(of: published, in: language)
            return answer(svg)
        } catch let fault as Graphviz.Fault {
            call.context.logger.error("no picture", metadata: ["fault": "\(fault)"])
            throw RequestFault.noPicture
        }
    }

    @Sendable
    private func mermaid(_ call: Call) async throws -> Response {
        let published = try published(call)
        let diagram = StateDiagram(published.definition, in: try language(call))
        return answer(diagram.mermaid)
    }

    private func published(_ call: Call) throws -> PublishedWorkflow {
        _ = try call.person()
        return try definitions.workflow(try call.step("id"))
    }

    private func language(_ call: Call) throws -> Language {
        let parameters = call.parameters
        guard let wanted = parameters.get("language") else {
            return call.language
        }
        guard let language = Language(rawValue: wanted) else {
            throw InputFault.badParameter("language", zh: "应为 zh 或 en。", en: "must be zh or en")
        }
        return language
    }

    private func answer(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.cacheControl: "private, max-age=60"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func viewer(_ call: Call) throws -> Viewer {
        Viewer(gateway.asker(try call.person()), call.language)
    }
}
