import APIModel
import HTTPTypes
import Languages

/// Describes a table of routes as OpenAPI 3.1, for programs that make clients and tests of it.
///
/// Source: https://spec.openapis.org/oas/v3.1.1.html
struct OpenAPIDocument {
    private let endpoints: [Endpoint]
    private let schemas: SchemaTable

    /// - Throws: `ShapeFault` where two types of one name differ, or one is both sent and answered.
    init(of endpoints: [Endpoint]) throws {
        self.endpoints = endpoints
        schemas = try SchemaTable(of: endpoints)
    }

    var value: JSONValue {
        .object([
            "openapi": .text("3.1.1"),
            "info": .object([
                "title": .text("zhuqi 助企"), "version": .text("1"),
                "description": .text(Self.words.both),
            ]),
            "paths": .object(paths),
            "components": .object([
                "schemas": .object(schemas.components),
                "securitySchemes": .object([
                    Self.token: .object(["type": .text("http"), "scheme": .text("bearer")])
                ]),
            ]),
        ])
    }

    /// How the document calls the way in which a token is sent.
    static let token = "token"

    private static let words = Label(
        zh: "JSON 用驼峰命名；时刻为带时区的 RFC 3339；凡 GET 皆可用 HEAD。"
            + "凭令牌调用时，未知的字段与参数一律拒绝。回答日后可能增加字段，客户端应忽略不认识的。"
            + "Accept-Language 决定文字用中文或英文，缺省中文。"
            + "问题以 application/problem+json 说明，code 不变；每个回答带 X-Request-Id，报障时请附上。",
        en: "Members are in camel case, instants RFC 3339 with an offset. Whatever answers GET "
            + "answers HEAD. To who calls with a token, fields and parameters that nobody knows are "
            + "refused. Answers may gain fields: pass over those that you don't know. "
            + "Accept-Language chooses Chinese or English words; Chinese where it is absent. Problems "
            + "are application/problem+json, with a stable code; every answer has an X-Request-Id: "
            + "tell it when you report a fault.")

    private var paths: [String: JSONValue] {
        Dictionary(grouping: endpoints, by: \.path.template).mapValues { endpoints in
            .object(
                Dictionary(
                    uniqueKeysWithValues: endpoints.map {
                        ($0.method.rawValue.lowercased(), operation($0))
                    }))
        }
    }

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .text(endpoint.operationID),
            "tags": .list([.text(endpoint.tag)]),
            "summary": .text(endpoint.summary.zh),
            "description": .text(endpoint.explanation),
            "security": .list(endpoint.security),
            "responses": .object(ResponseTable(endpoint, schemas).responses),
        ]
        let parameters = ParameterTable(endpoint, schemas).parameters
        if !parameters.isEmpty { members["parameters"] = .list(parameters) }
        if let body = endpoint.body {
            members["requestBody"] = .object([
                "required": .boolean(!endpoint.mayLeaveBodyOut),
                "content": .object([
                    "application/json": .object(["schema": schemas.schema(body)])
                ]),
            ])
        }
        return .object(members)
    }
}

extension Label {
    /// Both languages, for texts that are read by whoever asks.
    var both: String { "\(zh)\n\n\(en)" }
}

extension Endpoint {
    /// `GET /v1/issues/{id}/events` is `getIssuesByIdEvents`.
    fileprivate var operationID: String {
        let words = path.steps.filter { $0 != "v1" }.map { step in
            let bare = step.filter { $0.isLetter }
            return (step.hasPrefix("{") ? "By" : "") + bare.prefix(1).uppercased()
                + bare.dropFirst()
        }
        return method.rawValue.lowercased() + words.joined()
    }

    /// What its path is about: `issues`.
    var tag: String { path.steps.first { $0 != "v1" } ?? "" }

    fileprivate var explanation: String {
        let whom = caller.map { "\n\n限：\($0.zh)。\n\nFor: \($0.en)." } ?? ""
        return "\(summary.en).\(whom)"
    }

    fileprivate var security: [JSONValue] {
        switch access {
        case .anybody, .link: []
        case .token: [.object([OpenAPIDocument.token: .list([])])]
        }
    }
}
