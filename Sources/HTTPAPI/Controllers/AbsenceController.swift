import APIModel
import APIText
import Casework
import Engine
import Hummingbird
import Languages
import UseCases

/// `/v1/absences`: the officer's own, and those that its head answers for.
struct AbsenceController {
    let gateway: CommandGateway
    let absences: NoteAbsences

    private static let whom = Label(
        zh: "本人、代理人或单位负责人",
        en: "The officer, the deputy, or the head of the unit")

    func endpoints() throws -> [Endpoint] {
        try [
            .get(.absences, "与本人有关的外出", "Lists absences that concern the caller", use: list),
            .post(.absences, "登记或更改外出", "Notes an absence, or changes it", use: put)
                .answering(.created).once(.optional).calledBy(Self.whom)
                .refusing(.notPermitted, .invalidValues),
            .post(.absencesEnd, "提前结束外出", "Says that an absence is over", use: end)
                .answering(.created).once(.optional).calledBy(Self.whom)
                .refusing(.notPermitted, .invalidValues),
        ]
    }

    @Sendable
    private func list(_ call: Call) async throws -> Reply<Page<AbsenceAnswer>> {
        let person = try call.person()
        let found = try await absences.list(concerning: person)
        let viewer = Viewer(gateway.asker(person), call.language)
        return Reply(
            Page(
                items: found.noted.map(viewer.absence) + found.vacant.compactMap(viewer.vacancy),
                next: nil))
    }

    @Sendable
    private func put(
        _ call: Call, _ body: SentBody<AbsenceBody>
    ) async throws -> Reply<AbsenceNoted> {
        let author = try call.person()
        let sent = try await body.read()
        let key = try call.requestKey(sent.bytes)
        let isReplay = try await absences.put(AbsenceRequest(sent.value), by: author, under: key)
        return Reply(AbsenceNoted(sent.value), isReplay: isReplay)
    }

    @Sendable
    private func end(
        _ call: Call, _ body: SentBody<AbsenceEndBody>
    ) async throws -> Reply<AbsenceEnded> {
        let author = try call.person()
        let sent = try await body.read()
        let wanted = sent.value
        let key = try call.requestKey(sent.bytes)
        let isReplay = try await absences.end(
            of: wanted.officer, from: wanted.from, by: author, under: key)
        return Reply(AbsenceEnded(wanted), isReplay: isReplay)
    }
}

extension AbsenceRequest {
    fileprivate init(_ body: AbsenceBody) {
        self.init(
            officer: body.officer, from: body.from, until: body.until, deputy: body.deputy,
            reason: body.reason)
    }
}
