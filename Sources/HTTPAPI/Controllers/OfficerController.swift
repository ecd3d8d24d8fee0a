import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import UseCases

/// `GET /v1/issues/{id}/officers`, `/v1/units/{code}/officers`, `/v1/officers/{login}/superiors`: who
/// holds each level of the ladders now, from when, and why.
struct OfficerController {
    let gateway: CommandGateway
    let find: FindIssue
    let ladders: ShowLadders

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.issueOfficers, "各级由谁负责", "Says who holds each level for an issue", use: officers)
                .refusing(.unknownIssue),
            .get(.unitOfficers, "单位之上各级由谁负责", "Says who stands above a unit", use: aboveUnit),
            .get(
                .officerSuperiors, "服务员之上各级由谁负责", "Says who stands above an officer",
                use: aboveOfficer
            ),
        ]
    }

    @Sendable
    private func officers(_ call: Call) async throws -> Reply<OfficersAnswer> {
        let asker = gateway.asker(try call.person())
        let issue = try await find.issue(
            gateway.issueReference(path: call.step("id")), for: asker)
        let found = try await ladders.ladders(of: issue, for: asker)
        let viewer = Viewer(asker, call.language)
        let zone = viewer.zone(of: issue)
        return Reply(
            OfficersAnswer(
                issue: issue.number, level: issue.attributes.level,
                handling: found.handling.map { viewer.level($0, zone) },
                service: found.service.map { viewer.level($0, zone) },
                byHand: asker.world.ladders.byHand.map { viewer.label($0.label) }))
    }

    @Sendable
    private func aboveUnit(_ call: Call) async throws -> Reply<LineAnswer> {
        let asker = gateway.asker(try call.person())
        let code = try call.step("code")
        return answer(try ladders.levels(aboveUnit: code, for: asker), code, asker, call)
    }

    @Sendable
    private func aboveOfficer(_ call: Call) async throws -> Reply<LineAnswer> {
        let asker = gateway.asker(try call.person())
        let login = try call.step("login")
        return answer(try ladders.levels(aboveOfficer: login, for: asker), login, asker, call)
    }

    private func answer(
        _ levels: [ShowLadders.Level], _ subject: String, _ asker: Asker, _ call: Call
    ) -> Reply<LineAnswer> {
        let viewer = Viewer(asker, call.language)
        return Reply(
            LineAnswer(
                subject: subject,
                levels: levels.map { viewer.level($0, asker.world.calendars.zone) }))
    }
}
