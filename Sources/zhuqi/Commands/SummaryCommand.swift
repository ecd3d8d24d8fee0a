import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct SummaryCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "summary",
            abstract: Label(
                zh: "统计与排名：登记、办结、按时办结、在办、超期、已提级。",
                en: "Counts and ranks: filed, closed, closed in time, open, overdue, raised."),
            discussion: Label(
                zh: """
                    供领导、活动办、专班和单位负责人使用，只计您看得到的问题。登记、办结和按时办结属于所写的一日、一周（周一起）或一月；\
                    在办、超期和已提级是现在的。

                    按时率为办结的问题中，办结时限未曾超过的所占的比例，名次依按时率，相同的并列；* 为判定不足 5 件，名次仅供参考。\
                    不写时为今日，按单位。人员为问题的服务员。

                    例：
                      zhuqi summary 周 --by 县区
                      zhuqi summary 月 --from 2026-09-01
                    """,
                en: """
                    For leaders, campaign offices, task forces and heads of units; counts what you \
                    may see. Filed, closed and in time are of the day, the week from Monday or the \
                    month; open, overdue and raised are of now.

                    The rate is the share of those closed whose time for solving was never \
                    missed. Places go by it, equal ones alike; * marks fewer than 5 that could be \
                    judged. Otherwise: today, by unit. An officer is the service officer.

                    Example:
                      zhuqi summary week --by district
                      zhuqi summary month --from 2026-09-01
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "日、周或月；不写即为日。", en: "day, week or month; otherwise day.",
            value: ("时段", "period")))
    var period: SummaryQuery.Period?

    @Option(
        help: ArgumentHelp(
            zh: "按单位、县区、类别或人员分组；不写即按单位。",
            en: "Groups by unit, district, category or officer; otherwise by unit.",
            value: ("分组", "group")))
    var by: SummaryQuery.Grouping?

    @Option(
        help: ArgumentHelp(
            zh: "时段中的某一天，如 2026-10-09；不写即今天。",
            en: "A day in the period, e.g. 2026-10-09; otherwise today.", value: ("日期", "date")))
    var from: String?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let answer = try await session.client.summary(
            SummaryQuery(period: period ?? .day, grouping: by ?? .unit, from: from))
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        let table = SummaryTable(summary: answer.value, language: session.language)
        session.console.write(lines: table.lines(on: session.console.canvas))
    }
}
