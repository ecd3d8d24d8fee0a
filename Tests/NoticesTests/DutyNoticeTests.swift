import Casework
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@testable import Notices

@Suite("What a notice asks for")
struct DutyNoticeTests {
    private static let office = "office.410102"
    private static let nothing = "供知悉，您目前没有要办的事。\n"

    @Test(
        "is the office's acceptance, with its deadline and the line to type; the filer waits for it"
    )
    func acceptance() throws {
        let story = try NoticeStory("10-09 09:00")
        let asked = "受理（受理与交办），10月10日 周六 17:30 前\n"
        let office = try story.notice(of: "file", to: Self.office, at: "10-09 09:00")
        #expect(
            office.contains("请您办理：\(asked)  zhuqi do 受理 1-1 --server https://zhuqi.example\n"),
            "\(office)")
        let filer = try story.notice(of: "file", to: "officer1", at: "10-09 09:00")
        #expect(filer.contains("\(Self.nothing)等中原区活动办（示例）办理：\(asked)"), "\(filer)")
        #expect(!filer.contains("zhuqi do"))
    }

    @Test("is the service officer's, where what it filed comes back")
    func completion() throws {
        var story = try NoticeStory("10-09 09:00")
        try story.take(
            "requestCompletion", by: Self.office, at: "10-09 09:10", ["missing": .text("金额")])
        let notice = try story.notice(of: "requestCompletion", to: "officer1", at: "10-09 09:10")
        #expect(notice.contains("请您办理：提交\n  zhuqi do 提交 1-1 "), "\(notice)")
    }

    @Test("is the lead unit's receipt, and never the right to object")
    func receipt() throws {
        let notice = try NoticeStory.dispatched()
            .notice(of: "dispatch", to: "industry.handler", at: "10-09 10:00")
        #expect(
            notice.contains(
                "请您办理：签收（签收、首次联系），10月9日 周五 15:30 前\n  zhuqi do 签收 1-1 --server"),
            "\(notice)")
        #expect(!notice.contains("退单"))
    }

    @Test("is a supporting unit's own opinion, by its own deadline")
    func opinion() throws {
        let notice = try NoticeStory.dispatched()
            .notice(of: "dispatch", to: "commerce.handler", at: "10-09 10:00")
        #expect(notice.contains("请您办理：反馈协办意见（协办意见），10月13日 周二 17:30 前\n"), "\(notice)")
        #expect(notice.contains("办结期限：10月19日 周一 17:30\n"))
        #expect(!notice.contains("签收"))
    }

    @Test("is the claimer's own: the head is told who does it")
    func claimed() throws {
        var story = try NoticeStory.dispatched()
        try story.take("acknowledge", by: "industry.handler", at: "10-09 11:00")
        try story.take("claim", by: "industry.handler", at: "10-09 11:10")
        let head = try story.notice(of: "claim", to: "industry.head", at: "10-09 11:10")
        #expect(head.contains(Self.nothing) && head.contains("等示例·工信局经办办理："), "\(head)")
    }

    @Test("is the level holder's, once an issue climbed")
    func level() throws {
        var story = try NoticeStory.dispatched()
        try story.wait(until: "10-22 17:30")
        let notice = try story.notice(
            of: "escalate", to: "township.410102", at: "10-22 17:30")
        #expect(
            notice.contains("请您办理：知悉提级（提级后处置），10月26日 周一 17:30 前\n  zhuqi do 知悉提级 1-1"),
            "\(notice)")
    }

    @Test("is the leader's approval, where tracking is proposed")
    func approval() throws {
        var story = try Self.reported()
        try story.take(
            "proposeTracking", by: Self.office, at: "10-12 11:00",
            [
                "plan": .list([.object(["on": .text("2026-11-10"), "what": .text("示例")])]),
                "nextReportOn": .text("2026-11-10"),
            ])
        let leader = try story.notice(of: "proposeTracking", to: "viceMayor", at: "10-12 11:00")
        #expect(leader.contains("请您办理：批准长期跟踪"), "\(leader)")
        let office = try story.notice(of: "proposeTracking", to: Self.office, at: "10-12 11:00")
        #expect(!office.contains("请您办理：批准长期跟踪"))
    }

    @Test("is the caller's, once the enterprise has let its time pass")
    func callBack() throws {
        var story = try Self.reported()
        try story.take(
            "approveResolution", by: Self.office, at: "10-12 11:00", ["grade": .text("good")])
        let early = try story.notice(of: "approveResolution", to: "caller", at: "10-12 11:00")
        #expect(early.contains("\(Self.nothing)等企业办理：满意度评价"), "\(early)")
        try story.wait(until: "10-20 09:00")
        let late = try story.notice(of: "approveResolution", to: "caller", at: "10-20 09:00")
        #expect(late.contains("请您办理：回访") && late.contains("zhuqi do 回访 1-1"), "\(late)")
    }

    @Test("is help, where the enterprise owes something: its officer has no line to type")
    func help() throws {
        var story = try NoticeStory.dispatched()
        try story.take("acknowledge", by: "industry.handler", at: "10-09 11:00")
        try story.take(
            "suspend", by: "industry.handler", at: "10-12 09:00", ["reason": .text("待补材料")])
        let notice = try story.notice(of: "suspend", to: "officer1", at: "10-12 09:00")
        #expect(notice.contains("请协助企业办理：恢复办理"), "\(notice)")
        #expect(!notice.contains("zhuqi do"))
    }

    @Test("is a deputy's, in place of whom it stands in for")
    func deputy() throws {
        let known = DemoWorld.directory
        let away = try #require(known.person(login: "industry.handler"))
        let other = try #require(known.person(login: "science.handler"))
        let beside = away.grants.map { Person.Grant(role: .serviceOfficer, unit: $0.unit) }
        let deputy = Person(
            id: other.id, login: other.login, name: other.name, phone: other.phone,
            grants: other.grants + beside, pairings: other.pairings)
        let directory = Directory(
            units: known.units, persons: known.persons.map { $0.id == deputy.id ? deputy : $0 },
            divisions: known.divisions,
            absences: [away.id: [Absence(validity: .always, deputy: deputy.id)]])
        let notice = try NoticeStory.dispatched(in: NoticeStory.world(directory))
            .notice(of: "dispatch", to: "science.handler", at: "10-09 10:00")
        #expect(notice.contains("（代 示例·工信局经办）\n"), "\(notice)")
        #expect(notice.contains("请您办理：签收"), "\(notice)")
    }

    @Test("is nothing that was done before it is written, while it tells of its event")
    func late() throws {
        var story = try NoticeStory.dispatched()
        try story.take("acknowledge", by: "industry.handler", at: "10-09 11:00")
        let notice = try story.notice(of: "dispatch", to: "industry.handler", at: "10-09 11:30")
        #expect(notice.contains("状态：已交办"), "\(notice)")
        #expect(!notice.contains("请您办理：签收") && notice.contains("请您办理："))
    }

    @Test("says so once a deadline has passed")
    func overdue() throws {
        let notice = try NoticeStory("10-09 09:00")
            .notice(of: "file", to: Self.office, at: "10-12 09:00")
        #expect(notice.contains("10月10日 周六 17:30 前，已超期\n"), "\(notice)")
    }

    @Test("is nothing of anybody, once an issue has ended")
    func ended() throws {
        var story = try NoticeStory("10-09 09:00")
        try story.take(
            "decline", by: Self.office, at: "10-09 09:30", ["reason": .text("不属受理范围")])
        let notice = try story.notice(of: "decline", to: "officer1", at: "10-09 09:30")
        #expect(notice.contains("\(Self.nothing)查看："), "\(notice)")
    }

    @Test("is said in English to who reads that, with actions by their identifiers")
    func english() throws {
        let story = try NoticeStory.dispatched()
        let own = try story.notice(
            of: "dispatch", to: "industry.handler", at: "10-09 10:00", in: .en)
        #expect(
            own.contains(
                "Yours to do: Acknowledge (Acknowledgement, first contact), by Fri 10-09 15:30\n"
                    + "  zhuqi do acknowledge 1-1 --server https://zhuqi.example\n"), "\(own)")
        let filer = try story.notice(of: "dispatch", to: "officer1", at: "10-09 10:00", in: .en)
        #expect(
            filer.contains("For your information: nothing is yours to do now.\nWaits for "),
            "\(filer)")
    }

    @Test(
        "names issues shortly only while that means no other one, also when it is read later",
        arguments: [
            ("2026-10-09", "ZQ2026-000047-1", "47-1"), ("2026-12-15", "ZQ2026-000047-1", "47-1"),
            ("2026-12-16", "ZQ2026-000047-1", "ZQ2026-000047-1"),
            ("2027-01-05", "ZQ2026-000047-1", "ZQ2026-000047-1"),
            ("2027-01-05", "ZQ2027-000047-1", "47-1"),
        ])
    func number(on date: String, _ number: String, said: String) throws {
        #expect(SpokenNumber(on: try CalendarDate(date)).text(number) == said)
    }

    /// The head of the lead unit has reported a result; the office is to review it.
    private static func reported() throws -> NoticeStory {
        var story = try NoticeStory.dispatched()
        try story.take("acknowledge", by: "industry.handler", at: "10-09 11:00")
        for unit in story.issue.attributes.supportingUnits {
            let login = unit == "commerce" ? "commerce.handler" : unit
            try story.take(
                "giveOpinion", by: login, at: "10-12 09:30", ["opinion": .text("无异议")])
        }
        try story.take(
            "proposeResolution", by: "industry.handler", at: "10-12 10:00",
            [
                "reply": .text("已解决"), "result": .text("solved"),
                "outcome": .object(["hired": .integer(30)]), "evidence": NoticeStory.evidence,
            ])
        try story.take(
            "reportResolved", by: "industry.head", at: "10-12 10:30",
            ["evidence": NoticeStory.evidence])
        return story
    }
}
