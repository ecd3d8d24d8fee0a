import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `/v1/common` and `/v1/issues/{id}/common`: the same need of several enterprises.
struct CommonController {
    let gateway: CommandGateway
    let find: FindIssue
    let common: CommonNeeds

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.common, "多家企业的共性诉求", "Lists needs that enough enterprises have", use: needs)
                .reading([.category]),
            .get(
                .issueCommon, "与此件合办的各件", "Shows what is handled as one with an issue", use: members
            )
            .refusing(.unknownIssue),
        ]
    }

    @Sendable
    private func needs(_ call: Call) async throws -> Reply<CommonNeedsAnswer> {
        let asker = gateway.asker(try call.person())
        let findings = try await common.needs(
            in: call.parameters.get("category"), for: asker)
        return Reply(Viewer(asker, call.language).needs(findings))
    }

    @Sendable
    private func members(_ call: Call) async throws -> Reply<CommonIssueAnswer> {
        let asker = gateway.asker(try call.person())
        let issue = try await find.issue(
            gateway.issueReference(path: call.step("id")), for: asker)
        let members = try await common.members(of: issue, for: asker)
        let viewer = Viewer(asker, call.language)
        return Reply(
            CommonIssueAnswer(
                lead: issue.attributes.commonIssue, count: members.count,
                members: members.map {
                    .init(
                        number: $0.number, title: $0.narrative.title,
                        stateLabel: viewer.stateLabel(of: $0),
                        isOpen: viewer.world.definitions.isOpen($0))
                }))
    }
}
