"""Counts working time by the conventions that CALENDARS.md describes, day by day.

Written from the conventions and the YAML of a calendar alone, so that what it says can be held
against the product. Instants are whole seconds since 1970; a pause is a pair of instants, the
second of which no longer belongs to it.
"""

import bisect
import calendar as months
import datetime
import re
import zoneinfo

import yaml

DAY = 86400
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LIMIT = re.compile(r"(\d+)(wd|h|min|ch|d|mo)$")


class WorkingTime:
    """A calendar's days from the first of one year to the end of another."""

    def __init__(self, text, first_year, last_year):
        self.calendar = yaml.safe_load(text)
        refuse_what_is_not_counted_here(self.calendar)
        self.zone = zoneinfo.ZoneInfo(self.calendar["timeZone"])
        self.first = datetime.date(first_year, 1, 1)
        rest, work = published_days(self.calendar)
        rest |= statutory_days(self.calendar, range(first_year, last_year + 1))
        #: By day, counted from the first: when it begins, and the work before it.
        self.midnights, self.work_before = [], []
        self.spans, self.openings, self.work_at_openings = [], [], []
        #: The end of each working day, and the day itself.
        self.closings, self.closing_days = [], []
        total, date = 0, self.first
        while date.year <= last_year:
            total = self._add_day(date, total, rest, work)
            date += datetime.timedelta(1)

    def _add_day(self, date, total, rest, work):
        midnight = int(datetime.datetime.combine(
            date, datetime.time(), self.zone).timestamp())
        self.midnights.append(midnight)
        self.work_before.append(total)
        spans = hours_of_day(self.calendar["week"], date, rest, work)
        for opens, closes in spans:
            self.spans.append((midnight + opens, midnight + closes))
            self.openings.append(midnight + opens)
            self.work_at_openings.append(total)
            total += closes - opens
        if spans:
            self.closings.append(midnight + spans[-1][1])
            self.closing_days.append(len(self.midnights) - 1)
        return total

    # Reading

    def day_of(self, instant):
        """Answers the number of the day, counted from the first one, in which an instant lies."""
        day = bisect.bisect_right(self.midnights, instant) - 1
        if day < 0 or instant >= self.midnights[-1] + DAY:
            raise ValueError(f"{instant} lies outside the years that were read")
        return day

    def date_of(self, instant):
        return self.first + datetime.timedelta(self.day_of(instant))

    def work_until(self, instant):
        """Counts the working seconds from the first day to an instant."""
        place = bisect.bisect_right(self.openings, instant) - 1
        if place < 0:
            return 0
        opens, closes = self.spans[place]
        return self.work_at_openings[place] + min(instant, closes) - opens

    def work_between(self, start, end, pauses=()):
        """Counts the working seconds between two instants that lie in no pause."""
        counted = self.work_until(end) - self.work_until(start)
        for begins, ends in pauses:
            begins, ends = max(begins, start), min(ends, end)
            if begins < ends:
                counted -= self.work_until(ends) - self.work_until(begins)
        return counted

    def is_working(self, instant):
        place = bisect.bisect_right(self.openings, instant) - 1
        return place >= 0 and instant < self.spans[place][1]

    # Deadlines

    def due(self, limit, start, pauses=()):
        """Answers when a limit such as `7wd` is used up."""
        value, unit = parse_limit(limit)
        if unit == "wd":
            return self.after_working_days(start, value, pauses)
        if unit == "ch":
            return after_clock_seconds(start, value * 3600, pauses)
        if unit in ("h", "min"):
            return self.after_work(start, value * (3600 if unit == "h" else 60), pauses)
        return self.after_calendar_days(start, value, unit, pauses)

    def after_work(self, start, seconds, pauses=()):
        """Answers the earliest instant by which so much working time is used up."""
        target = self.work_until(start) + seconds
        while True:
            instant = self._instant_of_work(target)
            lost = seconds - self.work_between(start, instant, pauses)
            if lost <= 0:
                return instant
            target += lost

    def _instant_of_work(self, total):
        """Answers the earliest instant by which the whole reading is so high."""
        place = bisect.bisect_left(self.work_at_openings, total) - 1
        return self.spans[place][0] + total - self.work_at_openings[place]

    def after_working_days(self, start, days, pauses=()):
        """Answers the closing of the Nth working day after the day of the start."""
        first = bisect.bisect_right(self.closing_days, self.day_of(start))
        if days == 0:
            first, days = bisect.bisect_left(self.closings, start), 1
        for closing in self.closings[first:]:
            days -= not lies_in(closing - 1, pauses)
            if days == 0:
                return closing
        raise ValueError(f"{days} working days more than the years that were read")

    def after_calendar_days(self, start, value, unit, pauses=()):
        """Answers the closing of the corresponding day, or of the next working day.

        It moves on by each midnight that a pause passes.
        """
        added = 0
        while True:
            date = corresponding_day(self.date_of(start), value, unit)
            due = self.closing_from(date + datetime.timedelta(added))
            passed = self.midnights_in(
                (begins, ends) for begins, ends in pauses if begins < due)
            if passed == added:
                return due
            added = passed

    def closing_from(self, date):
        """Answers the closing of a date, or of the next working day."""
        day = (date - self.first).days
        return self.closings[bisect.bisect_left(self.closing_days, day)]

    def midnights_in(self, pauses):
        """Counts the midnights that pauses pass."""
        return sum(bisect.bisect_right(self.midnights, ends)
                   - bisect.bisect_right(self.midnights, begins) for begins, ends in pauses)

    def percent_mark(self, percent, start, due, pauses=()):
        """Answers when so many percent of the working time from start to due are used up."""
        work = self.work_between(start, due, pauses)
        return self.after_work(start, -(-work * percent // 100), pauses)

    def closing_before(self, limit, due):
        """Answers the closing from which a limit of working days leads to a deadline."""
        days, unit = parse_limit(limit)
        if unit != "wd":
            raise ValueError(f"{limit} before an instant is not counted here")
        return self.closings[bisect.bisect_left(self.closings, due) - days]


def refuse_what_is_not_counted_here(calendar):
    for key in ("hours", "restDays", "workDays"):
        if key in calendar:
            raise ValueError(f"the calendar has `{key}`, which is not counted here")


def published_days(calendar):
    """Answers the rest days and the make-up days of the last notice of each year."""
    rest, work = set(), set()
    for notices in calendar["years"].values():
        notice = notices[-1] if isinstance(notices, list) else notices
        for holiday in notice["rest"]:
            days = (holiday["to"] - holiday["from"]).days + 1
            rest.update(holiday["from"] + datetime.timedelta(day) for day in range(days))
        work.update(notice["work"])
    return rest, work


def statutory_days(calendar, years):
    """Answers the days that the law fixes, of those years for which no notice is listed."""
    days = set()
    for entry in calendar.get("statutory", {}).get("days", []):
        on = entry.get(True, entry.get("on"))  # YAML 1.1 reads the key `on` as true
        if isinstance(on, str):
            days.update(datetime.date(year, int(on[:2]), int(on[3:])) for year in years)
        else:
            first, last = entry.get("from", on), entry.get("to", on)
            days.update(first + datetime.timedelta(day) for day in range((last - first).days + 1))
    return {day for day in days if day.year not in calendar["years"]}


def hours_of_day(week, date, rest, work):
    """Lists the working hours of a day as pairs of seconds since its midnight."""
    if date in rest:
        return []
    spans = week.get(WEEKDAYS[date.weekday()], [])
    if date in work and not spans:
        spans = next(week[day] for day in WEEKDAYS if week.get(day))
    return [tuple(second_of_day(time) for time in span.split("-")) for span in spans]


def second_of_day(time):
    hours, minutes = time.split(":")
    return int(hours) * 3600 + int(minutes) * 60


def parse_limit(limit):
    """Splits a limit into its value and its unit."""
    match = LIMIT.match(limit)
    if not match:
        raise ValueError(f"{limit} is no limit that is counted here")
    return int(match[1]), match[2]


def corresponding_day(date, value, unit):
    """Answers the day that lies so many days or months later, or that month's last."""
    if unit == "d":
        return date + datetime.timedelta(value)
    year, month = divmod(date.year * 12 + date.month - 1 + value, 12)
    last = months.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, last))


def after_clock_seconds(start, seconds, pauses):
    """Answers when so many seconds of the clock on the wall are used up."""
    end = start + seconds
    for begins, ends in sorted(pauses):
        if begins < end and ends > start:
            end += ends - max(begins, start)
    return end


def lies_in(instant, pauses):
    return any(begins <= instant < ends for begins, ends in pauses)
