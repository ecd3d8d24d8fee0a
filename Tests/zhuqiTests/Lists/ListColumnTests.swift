import APIModel
import Languages
import Testing

@testable import zhuqi

@Suite struct ListColumnTests {
    private func duty(
        _ number: String, level: Int = 0, due: String? = nil, title: String = "断供"
    ) -> DutyAnswer {
        DutyAnswer(
            issue: number, version: 1, title: title, about: nil, class: "C",
            stateLabel: LabelAnswer(zh: "办理中", en: "In handling"), level: level, card: nil,
            actions: [], clock: LabelAnswer(zh: "办结", en: "Resolution"), part: .owes,
            owedBy: [LabelAnswer(zh: "市财政局", en: "Finance")], since: Samples.now, dueAt: due,
            signal: nil, isOverdue: nil, remainder: nil, isPaused: false, isBlocked: false)
    }

    @Test func areNamedInEitherLanguage() throws {
        #expect(
            try ColumnNames<DutyListColumn>.columns("编号, Title，到期、owedBy 编号")
                == [.number, .title, .due, .owedBy])
        #expect(
            try ColumnNames<IssueListColumn>.columns("主办,属地,category,leadUnit")
                == [.lead, .division, .category])
    }

    @Test func anUnknownOneIsAnsweredWithThoseThatThereAre() throws {
        let error = #expect(throws: StaffError.self) {
            try ColumnNames<DutyListColumn>.columns("编号,主办")
        }
        guard case .usage(let words) = error else { throw try #require(error) }
        #expect(words.zh.contains("没有“主办”这一列") && words.zh.hasSuffix("责任方、灯、自何时"))
        #expect(words.en.contains("Known: number, title"))
        for typed in ["", " ,", "-"] {
            #expect(throws: StaffError.self) { try ColumnNames<DutyListColumn>.columns(typed) }
            #expect(throws: StaffError.self) { try ColumnNames<DutyListColumn>.order(typed) }
        }
    }

    @Test func eachHasNamesOfItsOwnThatTheGuideUses() throws {
        for column in DutyListColumn.allCases {
            for name in [column.rawValue, column.label.zh] + column.others {
                #expect(try ColumnNames<DutyListColumn>.columns(name) == [column], "\(name)")
            }
        }
        for column in IssueListColumn.allCases {
            for name in [column.rawValue, column.label.zh] + column.others {
                #expect(try ColumnNames<IssueListColumn>.columns(name) == [column], "\(name)")
            }
        }
    }

    private func sorted(_ duties: [DutyAnswer], _ typed: String) throws -> [String] {
        try ListOrder(terms: ColumnNames<DutyListColumn>.order(typed)).sorted(duties) { $0 }
            .map(\.issue)
    }

    @Test func numbersAreSortedAsNumbers() throws {
        let duties = ["ZQ2026-000047-10", "ZQ2026-000047-2", "ZQ2025-000099-1"].map { duty($0) }
        #expect(
            try sorted(duties, "编号")
                == ["ZQ2025-000099-1", "ZQ2026-000047-2", "ZQ2026-000047-10"])
        #expect(try sorted(duties, "-number").first == "ZQ2026-000047-10")
    }

    @Test func whatHasNoneStandsLastEitherWay() throws {
        let duties = [
            duty("1"), duty("2", due: "2026-10-20T17:30:00+08:00"),
            duty("3", due: "2026-10-19T17:30:00+08:00"),
        ]
        #expect(try sorted(duties, "期限") == ["3", "2", "1"])
        #expect(try sorted(duties, "-期限") == ["2", "3", "1"])
    }

    @Test func laterColumnsDecideAmongEquals() throws {
        let due = "2026-10-20T17:30:00+08:00"
        let duties = [
            duty("1", level: 1, due: due), duty("2", level: 2), duty("3", level: 2, due: due),
            duty("4", level: 1, due: due),
        ]
        #expect(try sorted(duties, "-级别,期限") == ["3", "2", "1", "4"])
    }

    @Test func aTableHasTitlesAndCutsTheWidestColumnAlone() {
        let table = ColumnTable<DutyListColumn>(
            columns: [.number, .title, .level],
            items: [duty("ZQ2026-000047-1", level: 2, title: "特种钢材断供，影响生产线连续运转")],
            words: ListWords(language: .zh, now: Samples.now))
        #expect(
            table.lines(on: Canvas(width: 24, hasColour: false))
                == ["编号  标题          级别", "47-1  特种钢材断…   2"])
        #expect(table.lines(on: Canvas(width: nil, hasColour: false))[1].contains("连续运转"))
    }

    @Test func tabSeparatedNothingIsCutAndBreaksAreEscaped() {
        let table = ColumnTable<DutyListColumn>(
            columns: [.number, .title, .due],
            items: [
                duty(
                    "ZQ2026-000047-1", due: "2026-10-20T17:30:00+08:00",
                    title: "一\t二\n三\\四\u{1B}[31m")
            ],
            words: ListWords(language: .zh, now: nil))
        #expect(
            table.tabSeparated == [
                "编号\t标题\t期限",
                "ZQ2026-000047-1\t一\\t二\\n三\\\\四\u{FFFD}[31m\t2026-10-20 17:30",
            ])
    }

    @Test func membersOfTheJSONAreTakenAsTheyAreNamed() throws {
        let value = JSONValue.object([
            "number": .text("A"), "stateLabel": .object(["zh": .text("办理中"), "en": .text("x")]),
            "owedBy": .list([
                .object(["zh": .text("甲"), "en": .text("a")]),
                .object(["zh": .text("乙"), "en": .text("b")]),
            ]), "level": .integer(2), "later": .boolean(true),
        ])
        let fields = try JSONFields("number,stateLabel.zh，stateLabel、owedBy level dueAt later")
        try fields.check([value], knownBy: duty("A"))
        #expect(
            try fields.cells(value, in: .zh) == ["A", "办理中", "办理中", "甲、乙", "2", "", "true"])
        guard case .object(let members) = fields.reduced(value) else {
            Issue.record("no object")
            return
        }
        #expect(members.count == 7 && members["dueAt"] == .null)
        #expect(members["stateLabel.zh"] == .text("办理中"))
    }

    @Test func anUnknownMemberIsAnsweredWithThoseThatThereAre() throws {
        let error = #expect(throws: StaffError.self) {
            try JSONFields("titel").check([.object(["new": .null])], knownBy: duty("A"))
        }
        guard case .usage(let words) = error else { throw try #require(error) }
        #expect(words.zh.contains("title") && words.zh.contains("new"))
        #expect(throws: StaffError.self) { try JSONFields(" ,") }
    }
}
