import APIModel
import Languages

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
            "description": .text(Self.steps["\(endpoint.tag)/\(name)"]?.both ?? ""),
            "schema": schemas.schema(.text),
        ])
    }

    /// What the steps of paths stand for, by what the paths are about.
    private static let steps = [
        "cases/id": Label(zh: "诉求单的标识或编号。", en: "The id or the number of a case."),
        "issues/id": Label(zh: "问题的标识或编号。", en: "The id or the number of an issue."),
        "issues/number": Label(
            zh: "时限在该问题中的序号。", en: "The number of a clock of the issue."),
        "workflows/id": Label(
            zh: "流程名称，或 名称@版本。", en: "The name of a workflow, or NAME@VERSION."),
        "calendars/id": Label(
            zh: "工作日历名称，或 名称@版本。", en: "The name of a calendar, or NAME@REVISION."),
        "subscriptions/id": Label(zh: "订阅的标识。", en: "The id of a subscription."),
        "deliveries/id": Label(zh: "发送的标识。", en: "The id of a delivery."),
        "units/code": Label(zh: "单位代码。", en: "The code of a unit."),
        "officers/login": Label(zh: "登录名。", en: "A login."),
        "links/token": Label(zh: "企业链接中的密文。", en: "The secret of an enterprise's link."),
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
