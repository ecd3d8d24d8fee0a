import APIModel
import Workflow

/// Describes what a route reads beside the body: steps of its path, parameters, headers.
struct ParameterTable {
    private let endpoint: Endpoint
    private let schemas: SchemaTable

    init(_ endpoint: Endpoint, _ schemas: SchemaTable) {
        self.endpoint = endpoint
        self.schemas = schemas
    }

    var parameters: [JSONValue] {
        endpoint.path.names.map(step) + query + endpoint.headers.map(header)
    }

    private func step(_ name: String) -> JSONValue {
        .object([
            "name": .text(name), "in": .text("path"), "required": .boolean(true),
            "description": .text(Self.steps[name]?.both ?? ""),
            "schema": schemas.schema(.text),
        ])
    }

    /// What the steps of paths stand for.
    private static let steps = [
        "id": Label(
            zh: "标识；问题与诉求也可用编号，流程与日历用名称。",
            en: "An id; of issues and cases also the number, of workflows and calendars the name."),
        "number": Label(zh: "时限在该问题中的序号。", en: "The number of a clock of the issue."),
        "code": Label(zh: "单位代码。", en: "The code of a unit."),
        "login": Label(zh: "登录名。", en: "A login."),
        "token": Label(zh: "企业链接中的密文。", en: "The secret of an enterprise's link."),
    ]

    private var query: [JSONValue] {
        switch endpoint.parameters {
        case .any: []
        case .only(let parameters):
            parameters.map { parameter in
                .object([
                    "name": .text(parameter.name), "in": .text("query"),
                    "description": .text(parameter.label.both), "schema": schema(parameter),
                ])
            }
        }
    }

    private func schema(_ parameter: QueryParameter) -> JSONValue {
        guard case .object(var members) = schemas.schema(parameter.shape) else { return .null }
        if let range = parameter.range {
            members["minimum"] = .integer(Int64(range.lowerBound))
            members["maximum"] = .integer(Int64(range.upperBound))
        }
        if let usual = parameter.usual { members["default"] = .integer(Int64(usual)) }
        return .object(members)
    }

    private func header(_ header: RequestHeader) -> JSONValue {
        .object([
            "name": .text(header.name), "in": .text("header"),
            "required": .boolean(header.isRequired), "description": .text(header.label.both),
            "schema": schemas.schema(.text),
        ])
    }
}
