"""Answers questions on deadlines by looking at every second of a few days.

Written from the conventions alone, slow on purpose, and without any arithmetic on intervals:
each second has a wall clock, a date, and is work or not. Whatever needs a second that lies
outside the days looked at raises Outside.
"""

import datetime
import zoneinfo

import numpy

DAY = 86400
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
EPOCH = datetime.date(1970, 1, 1)
# The offset is asked for at this distance, and second by second where two neighbours differ.
STEP = 900
# No zone is farther from UTC than this.
FARTHEST = 16 * 3600


class Outside(Exception):
    """The answer lies outside the days looked at."""


class Days:
    """Every second of some days in a row. Instants are whole seconds since 1970 in UTC."""

    def __init__(self, calendar, first, count):
        self.calendar = calendar
        self.zone = zoneinfo.ZoneInfo(calendar["timeZone"])
        self.first, self.last = number_of(first), number_of(first) + count
        begin = self.first * DAY - FARTHEST
        end = self.last * DAY + FARTHEST
        wall = numpy.arange(begin, end) + offsets(self.zone, begin, end)
        inside = numpy.flatnonzero((wall >= self.first * DAY) & (wall < self.last * DAY))
        self.begin, self.end = begin + int(inside[0]), begin + int(inside[-1]) + 1
        self.wall = wall[self.begin - begin:self.end - begin]
        self.date, self.second = self.wall // DAY, self.wall % DAY
        self.work = numpy.zeros(len(self.wall), dtype=bool)
        # The date and the end of the last working second of every day that has one.
        self.closings = []
        for date in range(self.first, self.last):
            here = numpy.flatnonzero(self.date == date)
            for opens, closes in spans_of(calendar, date):
                second = self.second[here]
                self.work[here[(second >= opens) & (second < closes)]] = True
            worked = here[self.work[here]]
            if len(worked) > 0:
                self.closings.append((date, int(worked[-1]) + 1))

    # Places: a place is an instant counted from the first second looked at.

    def place(self, instant):
        if not self.begin <= instant < self.end:
            raise Outside
        return instant - self.begin

    def local(self, date, second):
        """Finds a local time: the first if doubled, the first valid instant if skipped."""
        reached = numpy.flatnonzero(self.wall >= date * DAY + second)
        if date < self.first or len(reached) == 0:
            raise Outside
        return int(reached[0])

    def paused(self, pauses):
        mask = numpy.zeros(len(self.work), dtype=bool)
        for begins, ends in pauses:
            mask[max(begins - self.begin, 0):max(ends - self.begin, 0)] = True
        return mask

    def counted(self, pauses):
        return self.work & ~self.paused(pauses)

    # Answers

    def after_working_seconds(self, start, value, pauses=()):
        place = self.place(start)
        counted = numpy.flatnonzero(self.counted(pauses)[place:])
        if value == 0:
            return start + nth(counted, 1)
        return start + nth(counted, value) + 1

    def after_clock_seconds(self, start, value, pauses=()):
        place = self.place(start)
        if value == 0:
            return start
        return start + nth(numpy.flatnonzero(~self.paused(pauses)[place:]), value) + 1

    def after_closings(self, start, value, pauses=()):
        place = self.place(start)
        today, paused = self.date[place], self.paused(pauses)
        counted = [(date, closing) for date, closing in self.closings if not paused[closing - 1]]
        if value == 0:
            ahead = [closing for date, closing in counted if date >= today and closing >= place]
            return self.begin + nth(ahead, 1)
        return self.begin + nth([closing for date, closing in counted if date > today], value)

    def at_same_time(self, start, value):
        place = self.place(start)
        moved = place + nth(numpy.flatnonzero(self.work[place:]), 1)
        if value == 0:
            return self.begin + moved
        date = nth([date for date, _ in self.closings if date > self.date[moved]], value)
        wanted = self.local(date, int(self.second[moved]))
        if self.work[wanted]:
            return self.begin + wanted
        worked = numpy.flatnonzero(self.work & (self.date == date))
        before = worked[worked < wanted]
        return self.begin + (int(before[-1]) + 1 if len(before) > 0 else int(worked[0]))

    def after_calendar_days(self, start, value, pauses=()):
        place = self.place(start)
        paused = self.paused(pauses)
        edges = numpy.diff(numpy.concatenate(([False], paused, [False])).astype(int))
        runs = list(zip(numpy.flatnonzero(edges == 1), numpy.flatnonzero(edges == -1)))
        midnights = numpy.flatnonzero(numpy.diff(self.date)) + 1
        midnights = midnights[midnights > place]
        added = 0
        while True:
            wanted = self.date[place] + value + added
            due = nth([closing for date, closing in self.closings
                       if date >= wanted and closing >= place], 1)
            # A pause passes the midnights after its begin, up to and with its end.
            now = sum(int(((midnights > begins) & (midnights <= ends)).sum())
                      for begins, ends in runs if begins < due)
            if now == added:
                return self.begin + due
            added = now

    def elapsed(self, start, end, pauses=()):
        first, last = self.place(start), self.place(end)
        paused = self.paused(pauses)
        days = [closing for date, closing in self.closings
                if date > self.date[first] and closing <= last and not paused[closing - 1]]
        return {"workingSeconds": int((self.work & ~paused)[first:last].sum()),
                "workingDays": len(days)}

    def before_working_seconds(self, end, value):
        if value == 0:
            # The latest start from which the first working second is not past the end.
            return self.begin + nth(numpy.flatnonzero(self.work[:self.place(end) + 1])[::-1], 1)
        return self.begin + nth(numpy.flatnonzero(self.work[:self.place(end)])[::-1], value)

    def is_provisional(self, due):
        after = number_of(datetime.date.fromisoformat(self.calendar["publishedUntil"])) + 1
        if after >= self.last:
            return False
        return after < self.first or due > self.begin + self.local(after, 0)

    def say(self, instant):
        return datetime.datetime.fromtimestamp(instant, self.zone).isoformat()

    def fault_of(self, segments, start, end, pauses=()):
        """Says what is wrong with an explanation, or answers None."""
        counted, paused = self.counted(pauses), self.paused(pauses)
        at, total = start, 0
        for segment in segments:
            begins, ends = instant_of(segment["from"]), instant_of(segment["to"])
            here = slice(begins - self.begin, ends - self.begin)
            work, pause = segment["kind"] == "work", segment["kind"] == "pause"
            total += int(counted[here].sum())
            if begins != at or not begins < ends <= end:
                return f"{segment} does not continue at {self.say(at)}"
            if [segment["from"], segment["to"]] != [self.say(begins), self.say(ends)]:
                return f"{segment} is not in the zone's offset"
            if set(self.date[here]) != {number_of(datetime.date.fromisoformat(segment["date"]))}:
                return f"{segment} is not within its date"
            if segment["kind"] not in ["work", "rest", "pause"]:
                return f"{segment} is of no kind"
            if not (counted[here] == work).all() or pause and not paused[here].all() \
                    or segment["kind"] == "rest" and self.work[here].any():
                return f"{segment} is not of that kind"
            if segment["sum"] != total:
                return f"{segment} should have the sum {total}"
            at = ends
        return None if at == end else f"the segments end at {self.say(at)}"


def nth(places, number):
    if len(places) < number:
        raise Outside
    return int(places[number - 1])


def number_of(date):
    return (date - EPOCH).days


def date_of(number):
    return EPOCH + datetime.timedelta(int(number))


def instant_of(text):
    return int(datetime.datetime.fromisoformat(text).timestamp())


def offset_at(zone, instant):
    return int(datetime.datetime.fromtimestamp(instant, zone).utcoffset().total_seconds())


def offsets(zone, begin, end):
    """Lists the zone's offset from UTC at each second from begin to end."""
    samples = [offset_at(zone, instant) for instant in range(begin, end + STEP, STEP)]
    each = numpy.repeat(samples[:-1], STEP)
    for place in numpy.flatnonzero(numpy.diff(samples)):
        for second in range(place * STEP, (place + 1) * STEP):
            each[second] = offset_at(zone, int(begin + second))
    return each[:end - begin]


def spans_of(calendar, number):
    """Lists the working hours of a date as pairs of seconds of its wall clock."""
    date = date_of(number)
    key = date.isoformat()
    if key in calendar.get("workDays", {}):
        spans = calendar["workDays"][key]
    elif key in calendar.get("restDays", []) or key[5:] in calendar.get("restDays", []):
        spans = []
    else:
        spans = calendar["week"].get(WEEKDAYS[date.weekday()], [])
    return [tuple(second_of(time) for time in span.split("-")) for span in spans]


def second_of(time):
    parts = [int(part) for part in time.split(":")] + [0]
    return parts[0] * 3600 + parts[1] * 60 + parts[2]
