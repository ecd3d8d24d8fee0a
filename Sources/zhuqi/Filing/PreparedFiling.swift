import APIModel
import JSON
import Languages

/// A case as it is to be sent, with what was proposed for each of its issues.
struct PreparedFiling: Encodable {
    let filing: JSONValue
    /// One for each issue; none where the case was given whole.
    let proposals: [ProposalAnswer]
    /// For people.
    let parts: CaseFiling
    let enterprise: EnterpriseAnswer?
    /// What categories and classes are called; nil where the case was given whole.
    let workflow: WorkflowAnswer?

    private enum CodingKeys: String, CodingKey { case filing, proposals }

    init(
        _ parts: CaseFiling, _ proposals: [ProposalAnswer], about enterprise: EnterpriseAnswer?,
        in workflow: WorkflowAnswer
    ) throws(StaffError) {
        (self.parts, self.proposals) = (parts, proposals)
        (self.enterprise, self.workflow) = (enterprise, workflow)
        filing = try Self.read(JSONValue.self, from: Self.written(parts))
    }

    /// Throws: `usage` for what is no JSON of a case.
    init(json: String) throws(StaffError) {
        filing = try Self.read(JSONValue.self, from: Array(json.utf8))
        parts = try Self.read(CaseFiling.self, from: Array(json.utf8))
        (proposals, enterprise, workflow) = ([], nil, nil)
    }

    /// As it goes to the server, on one line.
    var text: String {
        get throws(StaffError) { String(decoding: try Self.written(filing), as: UTF8.self) }
    }

    private static func written(_ value: some Encodable) throws(StaffError) -> [UInt8] {
        do {
            return try JSONText.encode(value)
        } catch {
            throw notWritten
        }
    }

    private static func read<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8]
    ) throws(StaffError) -> Value {
        do {
            return try JSONText.decode(type, from: bytes)
        } catch {
            throw notWritten
        }
    }

    private static let notWritten = StaffError.usage(
        zh: "不是一件诉求的 JSON；写法见 /openapi.json 的 CaseFiling",
        en: "not the JSON of a case; /openapi.json describes it under CaseFiling")
}
