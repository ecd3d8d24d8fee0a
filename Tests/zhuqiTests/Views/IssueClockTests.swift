import APIModel
import Languages
import Testing

@testable import zhuqi

@Suite("Clocks and dates ahead of an issue") struct IssueClockTests {
    private let layout = TextLayout(canvas: Canvas(width: nil, hasColour: false))

    private func lines(_ clocks: [ClockAnswer], _ language: Language = .zh) -> [String] {
        RunningClocks(
            issue: Samples.issue(clocks: clocks), number: "123-1", now: Samples.now,
            language: language, layout: layout
        ).lines
    }

    @Test("are those that count, when they are due in words; what has ended is counted")
    func running() {
        #expect(
            lines(Samples.sheetClocks) == [
                "时限", "  !  协办意见  市财政局  昨17:30    超 1工作日",
                "  ·  办结      市金融局  周二17:30  剩 3工作日",
                "     退单申请  市金融局  10月10日   可提出，剩 1工作日",
                "  另有 1 个已结束的时限  zhuqi history 123-1",
            ])
    }

    @Test("have no window that has closed")
    func window() {
        var closed = Samples.objection
        closed.isOverdue = true
        #expect(lines([closed]).isEmpty)
    }

    @Test("say where a deadline moved, and where it may still move")
    func moved() {
        #expect(
            lines([Samples.explanation.clock], .en)[1].contains(
                "Mon 17:30 (originally tomorrow 17:30, provisional)"))
    }

    private func planned(
        _ attributes: [String: JSONValue], _ clocks: [ClockAnswer]
    ) -> [String] {
        var plan: [String: JSONValue] = [
            "plan": .list([
                .object(["on": .text("2026-10-12"), "what": .text("签约")]),
                .object(["on": .text("2026-11-20"), "what": .text("全部到货")]),
            ])
        ]
        plan.merge(attributes) { $1 }
        return PlanLines(
            issue: Samples.issue(attributes: plan, clocks: clocks), now: Samples.now,
            language: .zh, layout: layout
        ).lines
    }

    private func milestone(_ step: Int, _ status: String) -> ClockAnswer {
        let clock = ClockAnswer(
            number: step, kind: "milestone", label: LabelAnswer(zh: "计划节点", en: "Milestone"),
            cycle: 1, party: nil, step: step, limit: "0wd", status: status,
            statusLabel: Samples.statusLabel(status), startedAt: Samples.now,
            originalDueAt: Samples.now, dueAt: Samples.now, isProvisional: false, endedAt: nil,
            breachedAt: nil, signal: nil, remainingWorkingSeconds: nil)
        return clock
    }

    @Test("show the steps of a plan that runs, and the next report")
    func tracking() {
        #expect(
            planned(
                ["nextReportOn": .text("2026-10-30")],
                [milestone(1, "met"), milestone(2, "running")]) == [
                    "后续安排", "  1  10月12日  签约      按时", "  2  11月20日  全部到货  running",
                    "     10月30日  下次反馈",
                ])
    }

    @Test("show a plan that is asked for, and none that was refused")
    func refused() {
        #expect(planned([:], []).isEmpty)
        #expect(planned(["extensionUntil": .text("2026-11-20")], []).count == 3)
    }
}
