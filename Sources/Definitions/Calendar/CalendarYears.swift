import Languages
import WorkingTime

/// Holds the rest days and make-up days that one notice published for a year.
struct YearList {
    let year: Int
    let place: Place
    let notice: String?
    let publishedOn: CalendarDate?
    let restDays: [Placed<RestDay>]
    let workDays: [Placed<WorkDay>]

    init?(_ entry: Entry, year: Int) {
        guard let mapping = entry.mapping(of: ["notice", "published", "rest", "work"]) else {
            return nil
        }
        self.year = year
        place = entry.place
        notice = mapping["notice"]?.text()?.value
        publishedOn = mapping["published"].flatMap(DayReader.date)
        let rest = mapping.list("rest").flatMap(DayReader.holiday)
        let work = DayReader.workDays(mapping["work"])
        for (date, place) in Self.dates(rest, work) where date.year != year {
            entry.log.record(
                .dayInOtherYear, at: place,
                Label(zh: "\(date) 写在 \(year) 年之下", en: "\(date) stands under \(year)"),
                Label(zh: "请移到 \(date.year) 年", en: "move it to the year \(date.year)"))
        }
        restDays = rest.filter { $0.value.date?.year == year }
        workDays = work.filter { $0.value.date.year == year }
    }

    /// Says what would be wrong with the list if it still counted.
    func faults(in definition: CalendarDefinition) -> [CalendarFault] {
        var alone = definition
        alone.restDays = restDays.map(\.value)
        alone.workDays = workDays.map(\.value)
        let ofOthers = definition.faults()
        return alone.faults().filter { !ofOthers.contains($0) }
    }

    fileprivate var dates: [(CalendarDate, Place)] { Self.dates(restDays, workDays) }

    private static func dates(
        _ rest: [Placed<RestDay>], _ work: [Placed<WorkDay>]
    ) -> [(CalendarDate, Place)] {
        rest.compactMap { day in day.value.date.map { ($0, day.place) } }
            + work.map { ($0.value.date, $0.place) }
    }
}

extension RestDay {
    /// Is nil for a day of every year.
    fileprivate var date: CalendarDate? {
        if case .on(let date) = occurrence { date } else { nil }
    }
}

/// Holds the lists of all years: of each year the last that was known counts.
struct CalendarYears {
    private let log: FaultLog
    /// Are the lists that count, by year; all years of the file are there, also unknown ones.
    private var current: [(year: Int, place: Place, list: YearList?)] = []
    private(set) var replaced: [YearList] = []
    private let knownOn: CalendarDate?

    init(_ mapping: Mapping, knownOn: CalendarDate?, log: FaultLog) {
        self.log = log
        self.knownOn = knownOn
        for pair in mapping.named("years") {
            guard let year = Int(pair.key.value), (1970...9900).contains(year) else {
                log.record(
                    .badText, at: pair.key.place,
                    Label(zh: "“\(pair.key.value)”不是年份", en: "`\(pair.key.value)` is no year"),
                    Label(zh: "请写作 `2026`", en: "write a year such as `2026`"))
                continue
            }
            let lists = pair.value.oneOrMore().compactMap { YearList($0, year: year) }
            checkOrder(lists)
            let known = lists.filter { list in
                guard let knownOn, let publishedOn = list.publishedOn else { return true }
                return publishedOn <= knownOn
            }
            current.append((year, pair.key.place, known.last))
            replaced += known.dropLast()
        }
        current.sort { $0.year < $1.year }
        checkGaps()
        if !current.isEmpty, known.isEmpty {
            log.record(
                .yearMissing, at: current[0].place,
                Label(
                    zh: "到 \(knownOn.map { "\($0)" } ?? "那时")还没有公布的名单",
                    en: "nothing was published by \(knownOn.map { "\($0)" } ?? "then")"),
                Label(zh: "请写更晚的一天", en: "name a later day"))
        }
    }

    /// The years up to the first that was not known.
    private var known: [YearList] {
        current.prefix { $0.list != nil }.compactMap(\.list)
    }

    var first: Int? { known.first?.year }
    var restDays: [Placed<RestDay>] { known.flatMap(\.restDays) }
    var workDays: [Placed<WorkDay>] { known.flatMap(\.workDays) }

    /// Lists the statutory days of the years without a known list, as far as anything is computed;
    /// what the calendar lists by itself stays as it says.
    func unlisted(
        _ statutory: StatutoryDays, beside own: [Placed<RestDay>], until: CalendarDate
    ) -> [Placed<RestDay>] {
        let listed = Set(known.map(\.year))
        let dates = Set(own.compactMap(\.value.date))
        let from = first ?? CalendarDefinition.firstYearOfZones
        let to = until.year + CalendarDefinition.provisionalYearCount
        guard from <= to, to - from < 400 else { return [] }
        return statutory.restDays(in: from...to).filter { day in
            day.value.date.map { !listed.contains($0.year) && !dates.contains($0) } ?? false
        }
    }

    /// The end of the last known year, where later ones of the file were not known yet.
    var knownUntil: CalendarDate? {
        guard known.count < current.count, let last = known.last else { return nil }
        do {
            return try CalendarDate(year: last.year, month: 12, day: 31)
        } catch {
            return nil
        }
    }

    var notices: [CalendarNotice] {
        let all = replaced.map { ($0, true) } + known.map { ($0, false) }
        return all.sorted { ($0.0.year, $0.1 ? 0 : 1) < ($1.0.year, $1.1 ? 0 : 1) }
            .compactMap { list, isReplaced in
                list.notice.map {
                    CalendarNotice(
                        year: list.year, number: $0, publishedOn: list.publishedOn,
                        isReplaced: isReplaced)
                }
            }
    }

    /// Requires that every listed day lies within what is published, and no year is missing.
    func check(until: CalendarDate, at place: Place) {
        for list in current.compactMap(\.list) {
            for (date, place) in list.dates where until < date {
                log.record(
                    .outOfRange, at: place,
                    Label(
                        zh: "\(date) 晚于 `publishedUntil`", en: "\(date) lies after `publishedUntil`"
                    ),
                    Label(
                        zh: "请把 `publishedUntil` 移到当年年末",
                        en: "move `publishedUntil` to the end of that year"))
            }
        }
        guard let last = current.last, last.year < until.year else { return }
        log.record(
            .yearMissing, at: place,
            Label(zh: "没有 \(last.year + 1) 年的名单", en: "no days are listed for \(last.year + 1)"),
            Label(
                zh: "请补上该年，或把 `publishedUntil` 定为 \(last.year)-12-31",
                en: "add the year, or end `publishedUntil` on \(last.year)-12-31"))
    }

    private func checkGaps() {
        for (before, after) in zip(current, current.dropFirst())
        where after.year != before.year + 1 {
            log.record(
                .yearMissing, at: after.place,
                Label(
                    zh: "\(after.year) 年之前缺少 \(before.year + 1) 年",
                    en: "\(before.year + 1) is missing before \(after.year)"),
                Label(zh: "年份须连续：请补上名单", en: "years stand without a gap: add its list"))
        }
    }

    /// Several lists of a year stand in the order in which they were published.
    private func checkOrder(_ lists: [YearList]) {
        guard lists.count > 1 else { return }
        for list in lists where list.publishedOn == nil {
            log.record(
                .missingKey, at: list.place,
                Label(
                    zh: "同年多份名单中有一份没有 `published`",
                    en: "`published` is missing in one of several lists"),
                Label(zh: "请写通知公布的日期", en: "add the day on which the notice was published"))
        }
        for (earlier, later) in zip(lists, lists.dropFirst()) {
            guard let before = earlier.publishedOn, let after = later.publishedOn, before >= after
            else { continue }
            log.record(
                .outOfRange, at: later.place,
                Label(zh: "这份名单的公布日期早于上一份", en: "this list was published before the one above"),
                Label(
                    zh: "同年的名单请按 `published` 排列",
                    en: "put the lists of a year in the order of `published`"))
        }
    }
}
