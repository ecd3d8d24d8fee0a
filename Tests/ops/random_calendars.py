"""Makes calendars around the days on which their zones change the clocks, and questions."""

import dataclasses
import datetime
import functools
import random
import zoneinfo

import numpy

from slow_reference import DAY, WEEKDAYS, Days, Outside, date_of, number_of, offset_at

# Changes at night, by half an hour, and at midnight both ways.
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo",
         "America/Havana", "Asia/Shanghai"]
# Left out 2011-12-30.
DATE_LINE = "Pacific/Apia"
KINDS = ["workingSeconds", "clockSeconds", "closeOfBusiness", "sameTime", "calendarDays",
         "elapsed", "before"]


@dataclasses.dataclass
class Question:
    """A line for the product and what the reference answers; None: outside its days."""
    kind: str
    line: dict
    expected: dict | None
    # Start and end of what an explanation covers, and the pauses, as instants.
    covers: tuple | None
    pauses: list


@dataclasses.dataclass
class Case:
    name: str
    calendar: dict
    days: Days
    questions: list
    has_change: bool


def made_case(seed, number):
    """Makes the case of a number; it depends on nothing but the two."""
    chance = random.Random(f"{seed}/{number}")
    count = chance.randint(5, 6)
    zone, first = place_and_time(chance, count)
    calendar = made_calendar(chance, zone, first, count)
    days = Days(calendar, first, count)
    asker = Asker(chance, f"c{number}", days)
    kinds = KINDS + chance.choices(KINDS, k=chance.randint(0, 3))
    has_change = len(asker.changes) > 0
    return Case(asker.name, calendar, days, [asker.question(kind) for kind in kinds], has_change)


# Calendars

def place_and_time(chance, count):
    if chance.random() < 0.04:
        return DATE_LINE, datetime.date(2011, 12, 30 - chance.randint(1, count - 2))
    zone, year = chance.choice(ZONES), chance.randint(1975, 2036)
    dates = changes_of(zone, year)
    if dates and chance.random() < 0.9:
        date = chance.choice(dates) - datetime.timedelta(chance.randint(1, count - 2))
        return zone, date
    return zone, datetime.date(year, 1, 1) + datetime.timedelta(chance.randrange(365))


@functools.cache
def changes_of(name, year):
    """Lists the dates of a year on which a zone changes its clocks."""
    zone, first = zoneinfo.ZoneInfo(name), number_of(datetime.date(year, 1, 1))
    noons = [offset_at(zone, number * DAY + DAY // 2) for number in range(first, first + 366)]
    return [date_of(first + day) for day in range(1, 366) if noons[day] != noons[day - 1]]


def made_calendar(chance, zone, first, count):
    styles = chance.choices([office, holes, night, dawn, round_the_clock], [3, 4, 3, 3, 1], k=2)
    weekdays = chance.sample(WEEKDAYS, chance.randint(4, 7))
    dates = [first + datetime.timedelta(day) for day in range(-1, count + 1)]
    chance.shuffle(dates)
    resting, working = dates[:chance.randint(0, 2)], dates[2:2 + chance.randint(0, 2)]
    return {
        "timeZone": zone,
        "week": {day: chance.choice(styles)(chance) for day in WEEKDAYS if day in weekdays},
        "restDays": [date.isoformat()[5 * chance.randint(0, 1):] for date in resting],
        "workDays": {date.isoformat(): chance.choice(styles)(chance) for date in working},
        "publishedUntil": (first + datetime.timedelta(chance.randint(-3, count + 4))).isoformat(),
    }


def office(chance):
    return written([(chance.randint(8, 9) * 3600, 12 * 3600), (48600, 61200 + chance.choice(
        [0, 1800, 3599]))])


def holes(chance):
    grain = chance.choice([1, 60, 900])
    edges = sorted(chance.sample(range(0, DAY // grain + 1), 2 * chance.randint(1, 4)))
    return written([(opens * grain, closes * grain)
                    for opens, closes in zip(edges[::2], edges[1::2])], chance)


def night(chance):
    evening = (chance.randint(72000, 86300), DAY)
    return written([(0, chance.randint(1, 25000))] * chance.randint(0, 1) + [evening], chance)


def dawn(chance):
    """Hours around which clocks change: some days have none of their seconds."""
    grain = chance.choice([1, 60, 1800])
    edges = sorted(chance.sample(range(0, 4 * 3600 // grain + 1), 2 * chance.randint(1, 2)))
    return written([(opens * grain, closes * grain)
                    for opens, closes in zip(edges[::2], edges[1::2])], chance)


def round_the_clock(chance):
    return written([(0, DAY)], chance)


def written(spans, chance=None):
    """Writes spans as a calendar does; by chance with a gap of seconds, or of none, in one."""
    opens, closes = spans[-1]
    if chance and closes - opens > 100 and chance.random() < 0.3:
        gap = chance.randint(opens + 10, closes - 20)
        spans = spans[:-1] + [(opens, gap), (gap + chance.randint(0, 5), closes)]
    return [f"{clock(opens)}-{clock(closes)}" for opens, closes in spans]


def clock(second):
    text = f"{second // 3600:02}:{second // 60 % 60:02}"
    return text if second % 60 == 0 else f"{text}:{second % 60:02}"


# Questions

class Asker:
    """Asks about one calendar, mostly about instants at which something changes."""

    def __init__(self, chance, name, days):
        self.chance, self.name, self.days = chance, name, days
        self.edges = numpy.flatnonzero(numpy.diff(days.work)) + 1
        self.changes = numpy.flatnonzero(numpy.diff(days.wall) != 1) + 1
        midnights = numpy.flatnonzero(numpy.diff(days.date)) + 1
        self.places = [int(place) for places in [self.edges, midnights, self.changes]
                       for place in places]
        self.turns = [closing for _, closing in days.closings] + [int(at) for at in midnights]

    def question(self, kind):
        chance = self.chance
        pauses = [self.pause() for _ in range(chance.choice([0, 0, 1, 1, 2, 3]))]
        if kind in ["sameTime", "before"]:
            pauses = []
        if kind == "calendarDays" and self.days.calendar["timeZone"] == DATE_LINE:
            pauses = []
        instants = [(begins[1], ends[1]) for begins, ends in pauses]
        line, expected, covers = self.asked(kind, instants)
        line["calendar"] = self.name
        if pauses or kind != "before" and chance.random() < 0.2:
            line["pauses"] = [[begins[0], ends[0]] for begins, ends in pauses]
        if chance.random() < 0.25:
            line["explain"] = True
        return Question(kind, line, expected, covers, instants)

    def asked(self, kind, pauses):
        if kind == "elapsed":
            (start, first), (end, last) = sorted(
                [self.moment(), self.moment()], key=lambda moment: moment[1])
            elapsed = self.days.elapsed(first, last, pauses)
            return {"start": start, "end": end}, {"elapsed": elapsed}, (first, last)
        if kind == "before":
            return self.asked_before()
        start, first = self.moment(share=0.6)
        target, due = self.target(kind, first, pauses)
        line = {"start": start, "target": target}
        try:
            due = due()
        except Outside:
            return line, None, None
        expected = {"due": self.days.say(due), "provisional": self.days.is_provisional(due)}
        return line, expected, (first, due)

    def target(self, kind, first, pauses):
        """Chooses a target, and answers it with a function that finds its due."""
        days, few = self.days, self.chance.randint(0, 3)
        if kind == "workingSeconds":
            value = self.amount(days.counted(pauses), days.place(first))
            return {"value": value, "unit": kind}, \
                lambda: days.after_working_seconds(first, value, pauses)
        if kind == "clockSeconds":
            value = self.amount(~days.paused(pauses), days.place(first))
            return {"value": value, "unit": kind}, \
                lambda: days.after_clock_seconds(first, value, pauses)
        if kind == "calendarDays":
            return {"value": few, "unit": kind}, \
                lambda: days.after_calendar_days(first, few, pauses)
        target = {"value": few, "unit": "workingDays"}
        if kind == "sameTime" or self.chance.random() < 0.5:
            target["ending"] = kind
        if kind == "sameTime":
            return target, lambda: days.at_same_time(first, few)
        return target, lambda: days.after_closings(first, few, pauses)

    def asked_before(self):
        end, last = self.moment()
        worked = int(self.days.work[:last - self.days.begin].sum())
        value = self.chance.choice([0, worked, self.chance.randint(0, worked + 1),
                                    self.chance.randint(0, worked), self.count_to_edge(last)])
        line = {"end": end, "before": {"value": value, "unit": "workingSeconds"}}
        try:
            at = self.days.before_working_seconds(last, value)
        except Outside:
            return line, None, None
        return line, {"at": self.days.say(at)}, (at, last)

    def count_to_edge(self, last):
        place = last - self.days.begin
        edge = self.chance.choice([edge for edge in self.edges if edge < place] or [place])
        return int(self.days.work[edge:place].sum())

    def amount(self, counted, place):
        """Chooses how many of the seconds from a place on, mostly up to where work changes."""
        total = int(counted[place:].sum())
        ahead = [edge for edge in self.places if edge > place]
        kind = self.chance.random()
        if kind < 0.07:
            return 0
        if kind < 0.14:
            return total + self.chance.randint(0, 2 * DAY)
        if kind < 0.6 and ahead:
            return int(counted[place:self.chance.choice(ahead)].sum())
        return self.chance.randint(0, total)

    def pause(self):
        """Chooses a pause, often one that begins or ends about a closing or a midnight."""
        chance, last = self.chance, self.days.end - 1
        begins = self.moment(share=0.8)
        ends = begins[1] + chance.randint(1, chance.choice([5, 4000, 20000, 110000]))
        if self.turns and chance.random() < 0.5:
            turn = self.days.begin + chance.choice(self.turns)
            begins = self.moment(turn - chance.choice([0, 1, chance.randint(0, 7200)]))
            ends = turn + chance.choice([-1, 0, 1, chance.randint(0, 100000)])
        ends = self.moment(min(max(ends, begins[1] + 1), last))
        return (begins, ends) if begins[1] < ends[1] else self.pause()

    def moment(self, wanted=None, share=1.0):
        """Chooses an instant of the days and a way to write it."""
        days, chance = self.days, self.chance
        last = int(len(days.work) * share) - 1
        kind = chance.random()
        if wanted is None and kind < 0.1:
            return self.local_moment(DAY if chance.random() < 0.3 else 0, last)
        if wanted is None and kind < 0.25:
            return self.local_moment(4 * 3600, last)
        if wanted is not None:
            place = wanted - days.begin
        elif kind < 0.65 and self.places:
            place = chance.choice(self.places) + chance.choice([-1, 0, 0, 0, 1])
        else:
            place = chance.randint(0, last)
        place = min(max(place, 0), last)
        return self.way_to_write(place), days.begin + place

    def local_moment(self, before, last):
        """Chooses a local time, at times a skipped or doubled one, or a date alone."""
        days, chance = self.days, self.chance
        dates = [date for date in range(days.first, days.last) if days.local(date, 0) <= last]
        if len(self.changes) > 0 and chance.random() < 0.7:
            date = int(days.date[chance.choice(self.changes)])
        else:
            date = chance.choice(dates)
        second = chance.randint(0, max(before - 1, 0))
        try:
            place = days.local(date, second)
        except Outside:
            place = last + 1
        if place > last:
            date, second, place = days.first, 0, 0
        text = date_of(date).isoformat()
        if second > 0 or chance.random() < 0.5:
            text += f"T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        return text, days.begin + place

    def way_to_write(self, place):
        days, way = self.days, self.chance.random()
        zoned = days.say(days.begin + place)
        if way < 0.3:
            utc = datetime.datetime.fromtimestamp(days.begin + place, datetime.timezone.utc)
            return utc.isoformat().replace("+00:00", "Z")
        if way < 0.6 and days.local(int(days.date[place]), int(days.second[place])) == place:
            return zoned[:19]
        return zoned
