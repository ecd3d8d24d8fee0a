extension CalendarDefinition {
    /// Lists everything that is wrong, in the order of the fields.
    func faults() -> [CalendarFault] {
        let years = publishedUntil.year - firstYear
        guard firstYear >= 1970, publishedUntil.year <= 9900, (0...200).contains(years) else {
            return [.yearsOutOfRange(firstYear: firstYear, publishedUntil: publishedUntil)]
        }
        return spanFaults() + restDayFaults() + workDayFaults()
    }

    private func spanFaults() -> [CalendarFault] {
        let ofWeek = Weekday.allCases.flatMap { day in
            overlaps(in: week[day] ?? [], place: "week.\(day.rawValue)")
        }
        let ofWorkDays = workDays.flatMap { day in
            overlaps(in: day.spans ?? [], place: "workDays.\(day.date)")
        }
        return ofWeek + ofWorkDays
    }

    private func overlaps(in spans: [OfficeSpan], place: String) -> [CalendarFault] {
        let sorted = spans.sorted { $0.from < $1.from }
        return zip(sorted, sorted.dropFirst()).compactMap { first, second in
            first.until > second.from
                ? .overlappingSpans(place: place, first, second) : nil
        }
    }

    private func restDayFaults() -> [CalendarFault] {
        var faults: [CalendarFault] = []
        var seen: Set<RestDay.Occurrence> = []
        for day in restDays {
            let isNew = seen.insert(day.occurrence).inserted
            switch day.occurrence {
            case .on(let date):
                if !isNew { faults.append(.repeatedRestDay(date)) }
                faults += faultsOfPlacement(date)
            case .yearly(let month, let day):
                let exists =
                    (1...12).contains(month)
                    && (1...CalendarDate.dayCount(month: month, year: 2000)).contains(day)
                if !exists { faults.append(.noSuchYearlyDay(month: month, day: day)) }
            }
        }
        return faults
    }

    private func workDayFaults() -> [CalendarFault] {
        let resting = Set(restDays.map(\.occurrence))
        var faults: [CalendarFault] = []
        var seen: Set<CalendarDate> = []
        for day in workDays {
            let date = day.date
            if !seen.insert(date).inserted { faults.append(.repeatedWorkDay(date)) }
            let yearly = RestDay.Occurrence.yearly(month: date.month, day: date.day)
            if resting.contains(.on(date)) || resting.contains(yearly) {
                faults.append(.restAndWork(date))
            }
            if spans(of: day).isEmpty { faults.append(.workDayWithoutHours(date)) }
            faults += faultsOfPlacement(date)
        }
        return faults
    }

    private func faultsOfPlacement(_ date: CalendarDate) -> [CalendarFault] {
        date.year < firstYear ? [.dayBeforeFirstYear(date, firstYear: firstYear)] : []
    }

    /// Finds the hours of a working day that is listed by date.
    func spans(of day: WorkDay) -> [OfficeSpan] {
        if let own = day.spans { return own }
        if let ofWeekday = week[day.date.weekday], !ofWeekday.isEmpty { return ofWeekday }
        return Weekday.allCases.compactMap { week[$0] }.first { !$0.isEmpty } ?? []
    }
}
