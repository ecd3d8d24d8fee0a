"""What `zhuqid deadline` answers: held against the slow reference, and line by line."""

import datetime
import json
import os
import re
import select
import subprocess
import tempfile
import time
import unittest

import deadlines
from random_calendars import made_case
from served import ROOT
from slow_reference import Days

PROGRAM = ROOT / ".build/debug/zhuqid"
OFFICE = ["09:00-12:00", "13:30-17:30"]
WEEK = {day: OFFICE for day in ["mon", "tue", "wed", "thu", "fri"]}
SHANGHAI = {"timeZone": "Asia/Shanghai", "week": WEEK, "restDays": ["2026-02-16"],
            "workDays": {"2026-02-14": ["09:00-12:00"]}, "publishedUntil": "2026-12-31"}
GOOD = {"calendar": "x", "start": "2026-02-13T16:30:00",
        "target": {"value": 7200, "unit": "workingSeconds"}}
GOOD_ANSWER = {"due": "2026-02-14T10:00:00+08:00", "provisional": False}


def changed(**keys):
    """Writes the good line with other keys; None leaves one out."""
    line = {key: value for key, value in {**GOOD, **keys}.items() if value is not None}
    return json.dumps(line).encode()


def target(value, unit="workingSeconds"):
    """Writes the good line with another value, as it stands."""
    line = json.dumps({**GOOD, "target": {"value": "VALUE", "unit": unit}})
    return line.replace('"VALUE"', value).encode()


BAD_LINES = {
    "no JSON": b"deadline",
    "half of a line": changed()[:-1],
    "two in one line": changed() + changed(),
    "an array": b"[]",
    "nothing": b"",
    "spaces": b"   ",
    "invalid UTF-8": changed(calendar="y").replace(b'"y"', b'"\xff\xfe"'),
    "an unknown calendar": changed(calendar="nowhere"),
    "an unknown key": changed(ending="sameTime"),
    "an unknown key in the target": changed(target={**GOOD["target"], "and": 1}),
    "an unknown unit": target("1", "workingHours"),
    "an unknown ending": changed(
        target={"value": 1, "unit": "workingDays", "ending": "atNoon"}),
    "no calendar": changed(calendar=None),
    "no start": changed(start=None),
    "no target": changed(target=None),
    "no value": changed(target={"unit": "workingSeconds"}),
    "no unit": changed(target={"value": 1}),
    "target and end": changed(end="2026-02-14T10:00:00"),
    "before and start": changed(target=None, before=GOOD["target"], end="2026-02-14T10:00:00"),
    "a negative value": target("-1"),
    "a fraction": target("1.5"),
    "a value as text": target('"7200"'),
    "no number": target("null"),
    "too many working seconds": target(str(10**12)),
    "too many clock seconds": target(str(10**12), "clockSeconds"),
    "too many working days": target(str(10**12), "workingDays"),
    "too many calendar days": target(str(10**12), "calendarDays"),
    "too many months": target(str(10**12), "calendarMonths"),
    "a number beyond every type": target(str(10**400)),
    "the largest integer": target(str(2**63 - 1), "clockSeconds"),
    "the 60th second": changed(start="2026-02-13T16:30:60"),
    "the 25th hour": changed(start="2026-02-13T25:00:00"),
    "30 February": changed(start="2026-02-30T09:00:00"),
    "29 February of no leap year": changed(start="2026-02-29"),
    "no time": changed(start="tomorrow"),
    "a time as number": changed(start=1770971400),
    "a pause that ends before it begins": changed(
        pauses=[["2026-02-14T10:00:00", "2026-02-14T09:00:00"]]),
    "a pause of one instant": changed(pauses=[["2026-02-14T10:00:00"]]),
    "an end before its start": changed(target=None, end="2026-02-13T16:29:59"),
    "2 MiB": changed(calendar="x" * 2**21),
}


def run(lines, calendars=None, env=None):
    """Puts lines of bytes to the program, and answers what it wrote in lines."""
    calendars = {"x": SHANGHAI} if calendars is None else calendars
    ended = deadlines.run(PROGRAM, calendars, b"\n".join(lines) + b"\n", env=env)
    if ended.returncode != 0 or ended.stderr:
        raise AssertionError(f"ended with {ended.returncode}: {ended.stderr.decode()}")
    return ended.stdout.splitlines()


def mixed_lines():
    """Collects lines of all kinds, with mistakes between them, and their calendars."""
    cases = [made_case("mixed", number) for number in range(40)]
    lines = [json.dumps({**question.line, "explain": number % 3 == 0}).encode()
             for case in cases for number, question in enumerate(case.questions)]
    for place, line in enumerate(BAD_LINES.values()):
        lines.insert(7 * place, line)
    return lines, {"x": SHANGHAI, **{case.name: case.calendar for case in cases}}


class Reference(unittest.TestCase):
    """The slow reference itself, on answers found by hand."""

    BERLIN = {"timeZone": "Europe/Berlin", "week": WEEK, "publishedUntil": "2026-12-31"}
    NIGHT = {**BERLIN, "week": {"sat": ["22:00:30-24:00"], "sun": ["00:00-06:00"],
                                "mon": ["02:00-03:00", "08:00-12:00"]}}

    def days(self, calendar, first, count=6):
        return Days(calendar, datetime.date.fromisoformat(first), count)

    def instant(self, days, text):
        moment = datetime.datetime.fromisoformat(text)
        return int(moment.replace(tzinfo=moment.tzinfo or days.zone).timestamp())

    def test_a_target_is_used_up_exactly_at_closing(self):
        days = self.days(SHANGHAI, "2026-02-12")
        for value, due in [(0, "2026-02-13T16:30:00"), (3600, "2026-02-13T17:30:00"),
                           (3601, "2026-02-14T09:00:01"), (14400, "2026-02-14T12:00:00"),
                           (14401, "2026-02-17T09:00:01")]:
            start = self.instant(days, "2026-02-13T16:30:00")
            self.assertEqual(days.say(days.after_working_seconds(start, value)), due + "+08:00")

    def test_a_night_counts_the_seconds_that_are_there(self):
        spring = self.days(self.NIGHT, "2026-03-27")
        start, end = (self.instant(spring, text) for text in ["2026-03-28", "2026-03-30"])
        self.assertEqual(spring.elapsed(start, end),
                         {"workingSeconds": 7170 + 5 * 3600, "workingDays": 1})
        autumn = self.days(self.NIGHT, "2026-10-23")
        start, end = (self.instant(autumn, text) for text in ["2026-10-24", "2026-10-26"])
        self.assertEqual(autumn.elapsed(start, end),
                         {"workingSeconds": 7170 + 7 * 3600, "workingDays": 1})
        due = autumn.after_working_seconds(start, 7170 + 3 * 3600)
        self.assertEqual(autumn.say(due), "2026-10-25T02:00:00+01:00")

    def test_a_day_whose_hours_are_all_skipped_is_no_working_day(self):
        gone = {**self.BERLIN, "week": {"sun": ["02:00-03:00"], "mon": ["09:00-12:00"]}}
        days = self.days(gone, "2026-03-27")
        start = self.instant(days, "2026-03-28T12:00:00")
        self.assertEqual(days.say(days.after_closings(start, 1)), "2026-03-30T12:00:00+02:00")
        line = self.days({**gone, "timeZone": "Pacific/Apia", "week": WEEK}, "2011-12-28")
        start = self.instant(line, "2011-12-29T10:00:00")
        self.assertEqual(line.say(line.after_closings(start, 1)), "2012-01-02T17:30:00+14:00")

    def test_a_closing_in_a_pause_is_not_counted(self):
        days = self.days(self.BERLIN, "2026-03-02")
        start = self.instant(days, "2026-03-02T10:00:00")
        for begins, ends, due in [("17:29:59", "17:30:00", 4), ("17:30:00", "23:00:00", 3),
                                  ("12:00:00", "17:29:59", 3), ("17:00:00", "17:30:01", 4)]:
            pause = [self.instant(days, f"2026-03-03T{time}") for time in [begins, ends]]
            self.assertEqual(days.say(days.after_closings(start, 1, [pause])),
                             f"2026-03-0{due}T17:30:00+01:00")

    def test_the_same_time_falls_back_to_the_closing_or_on_to_the_opening(self):
        hours = {**self.BERLIN, "week": {
            "mon": ["08:00-18:00"], "tue": OFFICE, "wed": ["10:00-11:00"], "thu": OFFICE}}
        days = self.days(hours, "2026-03-02")
        for start, value, due in [
                ("2T08:30", 1, "3T09:00"), ("2T12:30", 1, "3T12:00"), ("2T17:45", 1, "3T17:30"),
                ("2T13:45", 1, "3T13:45"), ("2T13:45", 2, "4T11:00"), ("2T19:00", 1, "4T10:00"),
                ("2T12:00", 0, "2T12:00"), ("3T12:00", 0, "3T13:30"), ("3T12:00", 2, "5T13:30")]:
            place = self.instant(days, f"2026-03-0{start}:00")
            self.assertEqual(days.say(days.at_same_time(place, value)),
                             f"2026-03-0{due}:00+01:00", (start, value))

    def test_midnights_in_pauses_put_calendar_days_off(self):
        days = self.days(self.BERLIN, "2026-03-03", 9)
        start = self.instant(days, "2026-03-03T10:00:00")
        for value, pauses, due in [
                (2, [], "05"), (4, [], "09"), (0, [], "03"),
                (2, [("2026-03-04T12:00:00", "2026-03-05T12:00:00")], "06"),
                (2, [("2026-03-04T12:00:00", "2026-03-04T23:59:59")], "05"),
                (2, [("2026-03-04T12:00:00", "2026-03-05T00:00:00")], "06"),
                (2, [("2026-03-04T00:00:00", "2026-03-04T12:00:00")], "05"),
                (2, [("2026-03-04T00:00:00", "2026-03-05T00:00:00")], "06"),
                (2, [("2026-03-05T18:00:00", "2026-03-07T12:00:00")], "05"),
                (2, [("2026-03-05T17:00:00", "2026-03-07T12:00:00")], "09"),
                (1, [("2026-03-02T09:00:00", "2026-03-04T12:00:00"),
                     ("2026-03-05T09:00:00", "2026-03-06T09:00:00")], "06")]:
            pauses = [[self.instant(days, text) for text in pause] for pause in pauses]
            self.assertEqual(days.say(days.after_calendar_days(start, value, pauses)),
                             f"2026-03-{due}T17:30:00+01:00", (value, pauses))

    def test_clock_seconds_and_the_way_back(self):
        days = self.days(self.BERLIN, "2026-03-27")
        start = self.instant(days, "2026-03-28T12:00:00")
        self.assertEqual(days.say(days.after_clock_seconds(start, 86400)),
                         "2026-03-29T13:00:00+02:00")
        end = self.instant(days, "2026-03-30T09:30:00")
        self.assertEqual(days.say(days.before_working_seconds(end, 1800)),
                         "2026-03-30T09:00:00+02:00")
        self.assertEqual(days.say(days.before_working_seconds(end, 1801)),
                         "2026-03-27T17:29:59+01:00")


class Comparing(unittest.TestCase):
    def test_random_calendars_answer_as_the_slow_reference_does(self):
        totals = deadlines.compare(PROGRAM, 300, "20260213")
        self.assertEqual(totals.different, 0, "\n".join([str(totals), *totals.differences]))
        self.assertEqual(totals.shortcomings(), [], totals)

    def test_neither_the_zone_nor_the_language_around_it_changes_a_byte(self):
        lines, calendars = mixed_lines()
        outputs = []
        for zone, language in [("UTC", "C"), ("Asia/Shanghai", "C.UTF-8"),
                               ("America/Sao_Paulo", "C"), ("UTC", "C.UTF-8")]:
            env = {**os.environ, "TZ": zone, "LC_ALL": language}
            outputs.append(run(lines, calendars, env))
        self.assertEqual(len(outputs[0]), len(lines))
        self.assertGreater(len(lines), 300)
        self.assertGreater(sum(b'"segments"' in line for line in outputs[0]), 50)
        self.assertEqual(sum(b'"error"' in line for line in outputs[0]), len(BAD_LINES))
        for other in outputs[1:]:
            self.assertEqual(other, outputs[0])


class Lines(unittest.TestCase):
    def error_of(self, answer, number):
        """Answers the error that a line holds, which must have the right form."""
        error = json.loads(answer)
        self.assertEqual(list(error), ["error"], answer[:300])
        self.assertEqual(set(error["error"]), {"code", "message", "line"})
        self.assertEqual(error["error"]["line"], number)
        for text in ["code", "message"]:
            self.assertIsInstance(error["error"][text], str)
            self.assertNotEqual(error["error"][text].strip(), "")
        self.assertLess(len(answer), 4096)
        return error["error"]

    def test_a_bad_line_is_answered_with_its_number_and_the_next_goes_on(self):
        for name, line in BAD_LINES.items():
            with self.subTest(name):
                answers = run([changed(), line, changed()])
                self.assertEqual(len(answers), 3)
                self.assertEqual(json.loads(answers[0]), GOOD_ANSWER)
                self.error_of(answers[1], 2)
                self.assertEqual(json.loads(answers[2]), GOOD_ANSWER)

    def test_all_bad_lines_at_once_keep_their_order(self):
        lines = [line for bad in BAD_LINES.values() for line in [bad, changed()]]
        answers = run(lines)
        self.assertEqual(len(answers), len(lines))
        for number, answer in enumerate(answers, start=1):
            if number % 2 == 1:
                self.error_of(answer, number)
            else:
                self.assertEqual(json.loads(answer), GOOD_ANSWER)

    def test_every_unit_and_a_last_line_without_an_end(self):
        dues = [({"unit": "workingSeconds"}, "2026-02-13T16:30:01"),
                ({"unit": "clockSeconds"}, "2026-02-13T16:30:01"),
                ({"unit": "workingDays"}, "2026-02-14T12:00:00"),
                ({"unit": "workingDays", "ending": "closeOfBusiness"}, "2026-02-14T12:00:00"),
                ({"unit": "workingDays", "ending": "sameTime"}, "2026-02-14T12:00:00"),
                ({"unit": "calendarDays"}, "2026-02-14T12:00:00"),
                ({"unit": "calendarMonths"}, "2026-03-13T17:30:00")]
        lines = [changed(target={"value": 1, **unit}) for unit, _ in dues]
        ended = deadlines.run(PROGRAM, {"x": SHANGHAI}, b"\n".join(lines))
        self.assertEqual([json.loads(line) for line in ended.stdout.splitlines()],
                         [{"due": f"{due}+08:00", "provisional": False} for _, due in dues],
                         ended.stderr)

    def test_no_lines_no_answers(self):
        ended = deadlines.run(PROGRAM, {"x": SHANGHAI}, b"")
        self.assertEqual((ended.returncode, ended.stdout, ended.stderr), (0, b"", b""))

    def test_whoever_types_reads_each_answer_at_once(self):
        with tempfile.NamedTemporaryFile("w", prefix="zhuqi-test-", suffix=".yaml") as file:
            json.dump({"calendars": {"x": SHANGHAI}}, file)
            file.flush()
            with subprocess.Popen([PROGRAM, "deadline", "--calendars", file.name],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
                try:
                    for line in [changed(), b"no JSON", changed(), b"", changed()]:
                        process.stdin.write(line + b"\n")
                        process.stdin.flush()
                        answer = json.loads(line_from(process.stdout.fileno()))
                        if line == changed():
                            self.assertEqual(answer, GOOD_ANSWER)
                        else:
                            self.assertIn("error", answer)
                    process.stdin.close()
                    self.assertEqual(process.wait(90), 0)
                finally:
                    process.kill()


class Calendars(unittest.TestCase):
    BROKEN = {
        "idle": ({**SHANGHAI, "week": {}, "workDays": {}}, r"work"),
        "overlapping": ({**SHANGHAI, "week": {"mon": ["09:00-12:00", "11:59-13:00"]}}, r"overlap"),
        "torn": ({**SHANGHAI, "restDays": ["2026-02-14"]}, r"2026-02-14"),
        "lost": ({**SHANGHAI, "timeZone": "Mars/Olympus_Mons"}, r"Mars/Olympus_Mons"),
    }

    def test_a_broken_calendar_says_why_and_the_others_answer(self):
        calendars = {"x": SHANGHAI, **{name: calendar for name, (calendar, _)
                                       in self.BROKEN.items()}}
        lines = [changed()]
        for name in self.BROKEN:
            lines += [changed(calendar=name), changed(calendar=name), changed()]
        lines.append(changed(calendar="nowhere"))
        answers = [json.loads(answer) for answer in run(lines, calendars)]
        self.assertEqual(len(answers), len(lines))
        self.assertEqual(answers[0], GOOD_ANSWER)
        for number, (name, (_, reason)) in enumerate(self.BROKEN.items()):
            first, second, good = answers[3 * number + 1:3 * number + 4]
            with self.subTest(name):
                self.assertEqual(good, GOOD_ANSWER)
                self.assertEqual(first["error"]["line"], 3 * number + 2)
                self.assertEqual(second["error"]["line"], 3 * number + 3)
                self.assertEqual(first["error"]["message"], second["error"]["message"])
                self.assertTrue(re.search(reason, first["error"]["message"]), first)
                self.assertNotEqual(first["error"]["message"].replace(name, ""),
                                    answers[-1]["error"]["message"].replace("nowhere", ""))


def line_from(descriptor):
    """Reads one line as it comes, or fails after 90 s without one."""
    read, end = b"", time.monotonic() + 90
    while not read.endswith(b"\n"):
        if not select.select([descriptor], [], [], max(end - time.monotonic(), 0))[0]:
            raise AssertionError(f"no whole answer within 90 s: {read}")
        piece = os.read(descriptor, 65536)
        if not piece:
            raise AssertionError(f"it ended before its answer: {read}")
        read += piece
    return read


if __name__ == "__main__":
    unittest.main()
