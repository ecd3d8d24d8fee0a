import APIModel
import APIText
import HTTPTypes
import Languages

/// Describes what a route answers: its success, and each problem under its status.
struct ResponseTable {
    private let endpoint: Endpoint
    private let schemas: SchemaTable

    init(_ endpoint: Endpoint, _ schemas: SchemaTable) {
        self.endpoint = endpoint
        self.schemas = schemas
    }

    var responses: [String: JSONValue] {
        var statuses = Dictionary(grouping: endpoint.problems, by: \.status)
        if endpoint.computesTime, statuses[422] == nil { statuses[422] = [] }
        var responses = Dictionary(
            uniqueKeysWithValues: statuses.map { ("\($0.key)", problems($0.value, $0.key)) })
        responses["\(endpoint.status.code)"] = success
        if endpoint.isTagged {
            responses["304"] = .object(["description": .text("无变化 Not modified")])
        }
        return responses
    }

    private var success: JSONValue {
        var members: [String: JSONValue] = ["description": .text("成功 Success")]
        switch endpoint.answer {
        case .nothing: break
        case .json(let shape):
            members["content"] = .object([
                "application/json": .object(["schema": schemas.schema(shape)])
            ])
        case .other(let type, let shape):
            members["content"] = .object([
                type: .object(["schema": schemas.schema(shape)])
            ])
        }
        let headers = endpoint.answerHeaders.map { ($0.name, header($0.label)) }
        if !headers.isEmpty {
            members["headers"] = .object(Dictionary(uniqueKeysWithValues: headers))
        }
        return .object(members)
    }

    private func header(_ label: Label, _ shape: Shape = .text) -> JSONValue {
        .object(["description": .text(label.both), "schema": schemas.schema(shape)])
    }

    private func problems(_ codes: [ProblemCode], _ status: Int) -> JSONValue {
        let alsoTimes = endpoint.computesTime && status == 422
        var lines = codes.map { "\($0.rawValue) \($0.title.zh) · \($0.title.en)" }
        if alsoTimes { lines.append("\(Self.times)… 无法计算时限 · The time can't be computed") }
        var members: [String: JSONValue] = [
            "description": .text(lines.joined(separator: "\n\n")),
            "content": .object([
                "application/problem+json": .object([
                    "schema": .object([
                        "allOf": .list([SchemaTable.reference("Problem")]),
                        "properties": .object(["code": code(codes, alsoTimes)]),
                    ])
                ])
            ]),
        ]
        if status == 429 || status == 503 {
            let label = Label(zh: "几秒后再试。", en: "Seconds after which to try again.")
            members["headers"] = .object(["Retry-After": header(label, .integer)])
        }
        return .object(members)
    }

    /// How the codes of computations begin.
    private static let times = "WT6"

    private func code(_ codes: [ProblemCode], _ alsoTimes: Bool) -> JSONValue {
        let named = schemas.schema(.choice(codes.map(\.rawValue)))
        guard alsoTimes else { return named }
        let computed = JSONValue.object(["pattern": .text("^\(Self.times)")])
        return codes.isEmpty ? computed : .object(["anyOf": .list([named, computed])])
    }
}

extension Endpoint {
    /// Whether whoever has the answer is told so.
    var isTagged: Bool {
        headers.contains { header in
            switch header {
            case .known: true
            case .key, .version: false
            }
        }
    }
}
