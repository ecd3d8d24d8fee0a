"""The calendar of the State Council, held day by day against two packages of other people."""

import datetime
import json
import subprocess
import unittest

import chinese_calendar
import holidays

from served import ROOT

PROGRAM = ROOT / ".build/debug/zhuqid"
FILE = ROOT / "Workflows/calendars/cn.yaml"
FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2026, 12, 31)
DAYS = [FIRST + datetime.timedelta(day) for day in range((LAST - FIRST).days + 1)]
# What a working day has: 09:00 to 12:00 and 13:30 to 17:30.
OFFICE = 25200


def asked(lines, *options):
    """Puts questions on the calendar cn to the program and answers its answers."""
    text = "".join(json.dumps({"calendar": "cn", **line}) + "\n" for line in lines)
    ended = subprocess.run([PROGRAM, "deadline", "--calendars", FILE, *options], input=text,
                           capture_output=True, text=True, encoding="utf-8", timeout=120)
    if ended.returncode != 0 or ended.stderr:
        raise AssertionError(f"ended with {ended.returncode}: {ended.stderr}")
    return [json.loads(line) for line in ended.stdout.splitlines()]


def each_day(days=DAYS, **keys):
    """Asks for every day from its midnight to the next."""
    return asked([{"start": day.isoformat(), "end": (day + datetime.timedelta(1)).isoformat(),
                   **keys} for day in days])


def due(start, value, unit, *options):
    line = {"start": f"{start}T10:00:00", "target": {"value": value, "unit": unit}}
    answer, = asked([line], *options)
    return answer


class DayByDay(unittest.TestCase):
    def test_product_and_packages_agree_on_every_day(self):
        self.assertEqual(len(DAYS), 2557)
        # Half-day holidays of some of the people, such as 8 March, are not asked for. The
        # working days of a weekend are known only for the years that are named.
        package = holidays.country_holidays("CN", years=range(FIRST.year - 1, LAST.year + 2),
                                            categories=holidays.PUBLIC)
        answers = each_day()
        self.assertEqual(len(answers), len(DAYS))
        differences = []
        for day, answer in zip(DAYS, answers):
            seconds = answer["elapsed"]["workingSeconds"]
            self.assertIn(seconds, [0, OFFICE], day)
            found = (seconds > 0, chinese_calendar.is_workday(day), package.is_working_day(day))
            if len(set(found)) > 1:
                differences.append((day.isoformat(), found))
        self.assertEqual(differences, [], "product, chinese_calendar, holidays")

    def test_working_days_of_some_months(self):
        worked = {}
        for day, answer in zip(DAYS, each_day()):
            month = day.isoformat()[:7]
            worked[month] = worked.get(month, 0) + (answer["elapsed"]["workingSeconds"] > 0)
        self.assertEqual({month: worked[month] for month in
                          ["2020-01", "2020-02", "2021-10", "2026-10"]},
                         {"2020-01": 17, "2020-02": 20, "2021-10": 17, "2026-10": 18})

    def test_a_day_of_a_listed_holiday_is_explained_with_its_name(self):
        named = 0
        for day, answer in zip(DAYS, each_day(explain=True)):
            is_rest, english = chinese_calendar.get_holiday_detail(day)
            kinds = {segment["kind"] for segment in answer["segments"]}
            self.assertEqual("work" in kinds, not is_rest, day)
            if is_rest and english:
                name = chinese_calendar.Holiday(english).chinese
                self.assertEqual(kinds, {"rest"}, day)
                for segment in answer["segments"]:
                    self.assertIn(name, segment.get("name") or "", (day, segment))
                named += 1
        self.assertEqual(named, 210)


class DaysOfTheLaw(unittest.TestCase):
    """Thirteen days a year rest whatever the notice of the year moves around them."""

    def test_they_rest_in_the_ten_years_that_no_notice_lists(self):
        years = range(2027, 2037)
        package = holidays.country_holidays("CN", years=range(2026, 2038), language="en_US",
                                            categories=holidays.PUBLIC)
        fixed = {day for day, name in package.items()
                 if day.year in years and "observed" not in name}
        for year in years:
            shared = sum("; " in package[day] for day in fixed if day.year == year)
            self.assertEqual(sum(day.year == year for day in fixed), 13 - shared, year)
        first = datetime.date(2027, 1, 1)
        # The calendar computes no further than the last of these days.
        days = [first + datetime.timedelta(day)
                for day in range((datetime.date(2036, 12, 31) - first).days)]
        for day, answer in zip(days, each_day(days)):
            works = day.weekday() < 5 and day not in fixed
            self.assertEqual(answer["elapsed"]["workingSeconds"], OFFICE if works else 0, day)

    def test_new_year_is_no_working_day_and_the_deadline_is_provisional(self):
        self.assertEqual(due("2026-12-31", 1, "workingDays"),
                         {"due": "2027-01-04T17:30:00+08:00", "provisional": True})


class Vectors(unittest.TestCase):
    def test_dues_across_holidays(self):
        for start, value, unit, expected in [
                ("2020-04-24", 1, "workingDays", "2020-04-26"),
                ("2020-04-24", 7, "workingDays", "2020-05-07"),
                ("2020-04-24", 1, "calendarMonths", "2020-05-25"),
                ("2021-09-29", 3, "workingDays", "2021-10-09"),
                ("2022-01-31", 1, "calendarMonths", "2022-02-28"),
                ("2026-09-18", 1, "workingDays", "2026-09-20"),
                ("2026-09-18", 7, "workingDays", "2026-09-29")]:
            with self.subTest(f"{start} + {value} {unit}"):
                self.assertEqual(due(start, value, unit),
                                 {"due": f"{expected}T17:30:00+08:00", "provisional": False})

    def test_a_day_before_the_extension_does_not_know_of_it(self):
        for options, expected in [(["--as-of", "2020-01-20"], "2020-02-01"),
                                  (["--as-of", "2020-01-27"], "2020-02-04"),
                                  ([], "2020-02-04")]:
            with self.subTest(str(options)):
                self.assertEqual(due("2020-01-17", 7, "workingDays", *options),
                                 {"due": f"{expected}T17:30:00+08:00", "provisional": False})


if __name__ == "__main__":
    unittest.main()
