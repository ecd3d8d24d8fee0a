extension CalendarDefinition {
    /// Lists everything that is wrong, in the order of the fields.
    package func faults() -> [CalendarFault] {
        let years = publishedUntil.year - firstYear
        guard firstYear >= 1970, publishedUntil.year <= 9900, (0...200).contains(years) else {
            return [.yearsOutOfRange(firstYear: firstYear, publishedUntil: publishedUntil)]
        }
        return spanFaults() + hoursFaults() + restDayFaults() + workDayFaults()
    }

    private func spanFaults() -> [CalendarFault] {
        let ofHours = hours.enumerated().flatMap { row, hours in
            overlaps(in: hours.week, place: "hours.\(row).week")
        }
        let ofWorkDays = workDays.flatMap { day in
            overlaps(in: day.spans ?? [], place: "workDays.\(day.date)")
        }
        return overlaps(in: week, place: "week") + ofHours + ofWorkDays
    }

    private func overlaps(in week: [Weekday: [OfficeSpan]], place: String) -> [CalendarFault] {
        Weekday.allCases.flatMap { day in
            overlaps(in: week[day] ?? [], place: "\(place).\(day.rawValue)")
        }
    }

    private func overlaps(in spans: [OfficeSpan], place: String) -> [CalendarFault] {
        let sorted = spans.sorted { $0.from < $1.from }
        return zip(sorted, sorted.dropFirst()).compactMap { first, second in
            first.until > second.from
                ? .overlappingSpans(place: place, first, second) : nil
        }
    }

    /// Two rows of one rank for one unit must not hold on one day: which would count?
    private func hoursFaults() -> [CalendarFault] {
        hours.enumerated().flatMap { row, hours -> [CalendarFault] in
            if hours.season.isBackwards { return [.seasonEndsBeforeItBegins(row: row)] }
            let other = self.hours[..<row].firstIndex { earlier in
                let sharesUnits =
                    earlier.units.isEmpty && hours.units.isEmpty
                    || !Set(earlier.units).isDisjoint(with: hours.units)
                return sharesUnits && earlier.season.overlaps(hours.season)
            }
            return other.map { [.overlappingHours(row: row, other: $0)] } ?? []
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
        let hours = HoursByDay(self, unit: nil)
        var faults: [CalendarFault] = []
        var seen: Set<CalendarDate> = []
        for day in workDays {
            let date = day.date
            if !seen.insert(date).inserted { faults.append(.repeatedWorkDay(date)) }
            let yearly = RestDay.Occurrence.yearly(month: date.month, day: date.day)
            if resting.contains(.on(date)) || resting.contains(yearly) {
                faults.append(.restAndWork(date))
            }
            if hours.spans(on: date).isEmpty {
                faults.append(.workDayWithoutHours(date))
            }
            faults += faultsOfPlacement(date)
        }
        return faults
    }

    private func faultsOfPlacement(_ date: CalendarDate) -> [CalendarFault] {
        date.year < firstYear ? [.dayBeforeFirstYear(date, firstYear: firstYear)] : []
    }
}
