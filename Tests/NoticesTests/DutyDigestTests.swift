import Casework
import Engine
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@testable import Notices

@Suite("What a digest lists")
struct DutyDigestTests {
    @Test("is what its receiver owes, in the signs and words of queues, and how much others owe")
    func several() throws {
        let digest = try Self.digest(in: .zh)
        #expect(digest.subject.hasPrefix("【助企】2026-10-20 要您办 2 项，超期 1"), "\(digest.subject)")
        #expect(
            digest.body.contains(
                "要您办 2 · 等别人 3+ · 今天到期 1 · 明天到期 0 · 超期 1\n"
                    + "! 1-1  断钢  示例企业  办结  昨17:30  超 1小时30分\n    zhuqi do "),
            "\(digest.body)")
        #expect(
            digest.body.contains(
                "\n  1-1  断电  示例企业  签收、首次联系  今15:30  剩 3小时30分\n"
                    + "    zhuqi do 签收 1-1 --server https://zhuqi.example\n"), "\(digest.body)")
        #expect(digest.body.contains("查看：zhuqi queue --server https://zhuqi.example\n"))
        #expect(!digest.body.contains("新情况"))
    }

    @Test("is said in English to who reads that")
    func english() throws {
        let digest = try Self.digest(in: .en)
        #expect(digest.subject == "[zhuqi] 2026-10-20: 2 yours to do, 1 overdue")
        #expect(
            digest.body.contains(
                "! 1-1  断钢  示例企业  Resolution  yesterday 17:30  1h 30min over\n"),
            "\(digest.body)")
    }

    @Test("is one sentence where its receiver owes nothing")
    func nothing() throws {
        let story = try NoticeStory.dispatched()
        let person = try NoticeStory.person("officer1", in: story.world)
        let date = try CalendarDate("2026-10-09")
        let writer = NoticeStory.writer(try story.facts(at: "10-09 10:30", to: person))
            .writer(NoticeStory.delivery(to: person, .zh, [], on: date).subscription)
        let lines = [DigestLine(issue: story.issue, items: [])]
        let body = writer.digest(lines, .nothing, on: date, to: person).body
        #expect(body.contains("\n目前没有要您办的事；等别人办 0 项。\n查看："), "\(body)")
        #expect(body.contains("新情况：\n"))
    }

    @Test("and is not written where there is neither anything owed nor anything told")
    func empty() throws {
        let story = try NoticeStory.dispatched()
        let person = try NoticeStory.person("officer1", in: story.world)
        let writer = NoticeStory.writer(
            try story.facts(at: "10-09 10:30", to: person, owed: .nothing))
        let delivery = NoticeStory.delivery(
            to: person, .zh, [], on: try CalendarDate("2026-10-09"))
        #expect(throws: SendingFault.self) { _ = try writer.letter(for: delivery) }
    }

    /// At 10:30 the handler is an hour and a half late with one issue, and has just got another.
    private static func digest(in language: Language) throws -> MessageWords {
        var steel = try NoticeStory.dispatched(title: "断钢")
        try steel.take("acknowledge", by: "industry.handler", at: "10-09 11:00")
        try steel.wait(until: "10-20 10:30")
        let power = try NoticeStory.dispatched("10-20", title: "断电")
        let person = try NoticeStory.person("industry.handler", in: power.world)
        let concern = DutyConcern(
            of: person, in: power.world, at: try NoticeStory.instant("10-20 10:30"))
        let items = try [(steel.issue, "resolve"), (power.issue, "acknowledge")].map {
            issue, kind in
            let owed = try #require(
                concern.duties(on: issue).first { item in
                    item.isOwn
                        && issue.clock(askingFor: item.duty.slot, dueAt: item.duty.dueAt)?.kind
                            == kind
                })
            return OwedList.Item(issue: issue, owed: owed)
        }
        let owed = OwedList(
            items: items, hasMore: false, waiting: DutyCount(count: 3, hasMore: true))
        let facts = try power.facts(at: "10-20 10:30", to: person, owed: owed)
        let delivery = NoticeStory.delivery(
            to: person, language, [], on: try CalendarDate("2026-10-20"))
        return try NoticeStory.writer(facts).letter(for: delivery).words
    }
}
