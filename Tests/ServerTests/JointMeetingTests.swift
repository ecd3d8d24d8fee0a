import APIModel
import Foundation
import Testing

extension ServerTests {
    /// A meeting is an issue of a workflow that is about no enterprise: from its call to its closing.
    @Suite struct JointMeetingTests {
        @Test func isCalledHeldMinutedAndClosedLikeAnyIssue() async throws {
            try await TestServer.run { server in
                let meeting = try await call(at: server)
                try await holdLate(meeting, at: server)
                try await minute(meeting, at: server)
                try await carryOut(meeting, at: server)
                try await close(meeting, at: server)
                #expect(try await server.doctor().hasSuffix(" events, 0 findings"))
                #expect(
                    try await server.psql(
                        "SELECT count(*), count(enterprise_id), min(subject) FROM filed_case")
                        == "1|0|none")
                #expect(
                    try await server.psql(
                        "SELECT count(*), count(enterprise_id), count(subject_unit) FROM issue")
                        == "1|0|0")
                #expect(try await server.psql("SELECT count(*) FROM enterprise_link") == "0")
                try await expectMonth(of: meeting, at: server)
            }
        }

        /// A second sending is the same meeting; who takes part sees it, others don't.
        private func call(at server: TestServer) async throws -> IssueAnswer {
            let body = try Meetings.body()
            let filed: CaseAnswer = try await server.file(body, as: People.office, key: "\"m\"")
                .requiring(201).decoded()
            let again = try await server.file(body, as: People.office, key: "\"m\"")
            #expect(try again.requiring(201).decoded(as: CaseAnswer.self) == filed)
            #expect(
                filed.enterprise == nil && filed.subject == nil && filed.workflow == Meetings.name)
            let meeting = try #require(filed.issues.first)
            #expect(meeting.state == "called" && meeting.leadUnit?.code == "industry")
            #expect(meeting.supportingUnits.map(\.code).contains("commerce"))
            for login in [People.handler, People.supporter, People.office, People.cityOffice] {
                let list: Page<IssueAnswer> = try await server.read(
                    "/v1/issues?q=%E8%81%94%E5%B8%AD", as: login)
                #expect(list.items.map(\.number) == [meeting.number], "\(login)")
                #expect(list.items.first?.enterprise == nil)
            }
            let queue: Page<IssueAnswer> = try await server.read(
                "/v1/issues?queue=unit", as: People.handler)
            #expect(queue.items.first?.dueAt == nil && queue.items.count == 1)
            #expect(
                try await server.get("/v1/issues/\(meeting.id)", as: People.officer).status == 404)
            return meeting
        }

        /// The day of the meeting passes: who owes it is told, and then whoever stands above.
        private func holdLate(_ meeting: IssueAnswer, at server: TestServer) async throws {
            try await server.advance(to: "2026-10-16T10:00:00+08:00")
            let passed = try await server.history(meeting.id, as: People.office).dropFirst()
            #expect(passed.map(\.action) == ["urge", "climb"])
            #expect(
                passed.map(\.at) == ["2026-10-14T17:30:00+08:00", "2026-10-15T17:30:00+08:00"])
            #expect(passed.first?.told?.contains { $0.person.login == People.head } == true)
            let head = try await server.head(meeting.id, as: People.office)
            #expect(head.level > 0 && head.clocks.contains { $0.kind == "ladder" })
            let named = try #require(passed.last?.climb?.holders.first).person.login
            try await server.did("takeNotice", on: meeting.id, as: named)
            try await server.did(
                "holdMeeting", on: meeting.id, as: People.head,
                ["attendance": .text("四家单位到会")])
            let held = try await server.head(meeting.id, as: People.office)
            #expect(held.state == "held")
            #expect(held.clocks.first { $0.kind == "meeting" }?.status == "late")
            #expect(held.dueAt == "2026-11-16T17:30:00+08:00")
        }

        private func minute(_ meeting: IssueAnswer, at server: TestServer) async throws {
            for (unit, pointer) in [
                ("nobody", "/fields/decisions/0/leadUnit"),
                ("finance", "/fields/decisions/0/leadUnit"),
            ] {
                let refused = try await server.act(
                    "minute", on: meeting.id, as: People.handler, Meetings.minutes(first: unit))
                #expect(refused.status == 422)
                #expect(try refused.problem.errors?.map(\.pointer) == [pointer], "\(unit)")
            }
            let done = try await server.did(
                "minute", on: meeting.id, as: People.handler,
                Meetings.minutes(first: "developmentReform"))
            #expect(done.event.names?["developmentReform"] != nil)
            let head = try await server.head(meeting.id, as: People.supporter)
            #expect(head.attributes["decisions"] == Meetings.decisions(first: "developmentReform"))
            let runs = head.clocks.filter { $0.kind == "decision" }
            #expect(runs.map { $0.party?.code } == ["developmentReform", "industry"])
            #expect(runs.map(\.step) == [1, 2])
            #expect(
                runs.map(\.dueAt) == ["2026-11-06T17:30:00+08:00", "2026-10-30T17:30:00+08:00"])
        }

        /// One decision is carried out in time; the unit that lets the other pass is told.
        private func carryOut(_ meeting: IssueAnswer, at server: TestServer) async throws {
            try await server.advance(to: "2026-10-29T10:00:00+08:00")
            try await server.did(
                "fulfil", on: meeting.id, as: People.handler,
                ["step": .integer(2), "text": .text("供货协议已签订")])
            try await server.advance(to: "2026-11-09T09:00:00+08:00")
            let last = try #require(try await server.history(meeting.id, as: People.office).last)
            #expect(last.action == "press" && last.at == "2026-11-06T17:30:00+08:00")
            #expect(last.told?.contains { $0.person.login == "developmentReform.head" } == true)
        }

        private func close(_ meeting: IssueAnswer, at server: TestServer) async throws {
            try await server.did(
                "closeMeeting", on: meeting.id, as: People.office, ["carriedOut": .text("all")])
            let closed = try await server.head(meeting.id, as: People.office)
            #expect(closed.state == "closed" && !closed.isOpen)
            #expect(
                closed.clocks.filter { $0.kind == "decision" }.map(\.status) == ["late", "met"])
            #expect(closed.clocks.first { $0.kind == "closing" }?.status == "met")
            #expect(
                try await server.history(meeting.id, as: People.auditor).count == closed.version)
        }

        /// The files of the month hold the meeting; it has no enterprise, and is in no rate.
        private func expectMonth(of meeting: IssueAnswer, at server: TestServer) async throws {
            try await server.advance(to: "2026-12-01T09:00:00+08:00")
            let folder = server.folder.appending(path: "month")
            try await server.tool("audit", "export", "2026-11", "--output", folder.path)
            let lines = try Self.lines("issues", in: folder)
            let headings = lines[0].components(separatedBy: ",")
            let cells = try #require(lines.dropFirst().first).components(separatedBy: ",")
            #expect(lines.count == 2 && cells.count == headings.count)
            for (heading, cell) in [
                ("编号 number", meeting.number), ("企业 enterprise", ""),
                ("统一社会信用代码 creditCode", ""), ("类别 categoryName", "联席会议"),
                ("当前进展 stateName", "已办结"), ("按原时限办结 onTime", "是 yes"),
            ] {
                let index = try #require(headings.firstIndex { $0.hasSuffix(heading) })
                #expect(cells[index] == cell, "\(heading)")
            }
            let (clocks, events) = (
                try Self.lines("clocks", in: folder), try Self.lines("events", in: folder)
            )
            #expect(clocks.contains { $0.hasPrefix(meeting.number) && $0.contains("decision") })
            #expect(events.contains { $0.hasPrefix(meeting.number) && $0.contains("closeMeeting") })
            #expect(try Self.lines("metrics", in: folder).allSatisfy { !$0.contains("industry") })
        }

        private static func lines(_ name: String, in folder: URL) throws -> [String] {
            try String(
                contentsOf: folder.appending(path: "\(name).SIMULATED.csv"), encoding: .utf8
            ).components(separatedBy: "\r\n").filter { !$0.isEmpty }
        }
    }
}

/// Meetings to call, and what they decide.
enum Meetings {
    static let name = "joint-meeting"

    /// - Parameters:
    ///   - replaced: fields of the case.
    ///   - workflow: another one of the same form.
    static func body(
        _ replaced: [String: JSONValue] = [:], workflow: String = name
    ) throws -> [UInt8] {
        let issue: [String: JSONValue] = [
            "category": .text("MTG"), "title": .text("铝锭保供联席会议"),
            "description": .text("研究铝锭缺口和电力保障"), "division": .text("410105"),
            "fields": .object([
                "leadUnit": .text("industry"), "meetsOn": .text("2026-10-14"),
                "supportingUnits": .list([.text("developmentReform"), .text("commerce")]),
            ]),
        ]
        let fields: [String: JSONValue] = [
            "workflow": .text(workflow), "source": .text("meeting"),
            "issues": .list([.object(issue)]),
        ]
        return try Filings.bytes(JSONValue.object(fields.merging(replaced) { $1 }))
    }

    static func minutes(first unit: String) -> [String: JSONValue] {
        ["minutes": .text("会议议定两项"), "decisions": decisions(first: unit)]
    }

    static func decisions(first unit: String) -> JSONValue {
        .list([
            .object([
                "what": .text("保障用电"), "leadUnit": .text(unit), "on": .text("2026-11-06"),
            ]),
            .object([
                "what": .text("签订供货协议"), "leadUnit": .text("industry"),
                "on": .text("2026-10-30"),
            ]),
        ])
    }
}
