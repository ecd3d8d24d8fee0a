"""Compares `zhuqid deadline` with the slow reference on random calendars.

usage: deadlines.py PROGRAM CALENDARS SEED
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from random_calendars import KINDS, made_case
from slow_reference import instant_of

# Calendars per file and process.
CHUNK = 250
# Differences told in full.
TOLD = 10


class Totals:
    def __init__(self, seed):
        self.seed = seed
        self.calendars = self.with_change = self.asked = self.explained = self.different = 0
        self.compared = collections.Counter()
        self.differences = []

    def add(self, case, question, answer):
        self.asked += 1
        if question.expected is not None:
            self.compared[question.kind] += 1
            self.explained += question.line.get("explain", False)
        fault = fault_of(case, question, answer)
        if fault is not None:
            self.different += 1
            if len(self.differences) < TOLD:
                self.differences.append("\n".join([
                    f"seed {self.seed}, {question.kind}: {fault}",
                    f"  calendar {json.dumps({case.name: case.calendar})}",
                    f"  question {json.dumps(question.line)}",
                    f"  expected {json.dumps(question.expected)}",
                    f"  answered {json.dumps(answer, ensure_ascii=False)}"]))

    def shortcomings(self):
        """Lists what makes the comparison say too little."""
        found = []
        if self.compared.total() < 0.6 * self.asked:
            found.append(f"only {self.compared.total()} of {self.asked} compared")
        if self.with_change < 0.5 * self.calendars:
            found.append(f"only {self.with_change} of {self.calendars} with a change of clocks")
        if self.explained < 0.5 * self.calendars:
            found.append(f"only {self.explained} explained")
        for kind in KINDS:
            if self.compared[kind] < 0.5 * self.calendars:
                found.append(f"only {self.compared[kind]} of {kind} compared")
        return found

    def __str__(self):
        share = 100 * self.compared.total() // max(self.asked, 1)
        kinds = ", ".join(f"{kind} {self.compared[kind]}" for kind in KINDS)
        return "\n".join([
            f"calendars {self.calendars}, {self.with_change} with a change of clocks",
            f"questions {self.asked}, compared {self.compared.total()} ({share} %), "
            f"explained {self.explained}",
            f"compared by kind: {kinds}",
            f"differences {self.different}"])


def compare(program, calendars, seed):
    """Asks the program about that many calendars and answers the totals."""
    totals = Totals(seed)
    for first in range(0, calendars, CHUNK):
        cases = [made_case(seed, number) for number in range(first, min(first + CHUNK, calendars))]
        lines = [question.line for case in cases for question in case.questions]
        answers = iter(asked(program, {case.name: case.calendar for case in cases}, lines))
        for case in cases:
            totals.calendars += 1
            totals.with_change += case.has_change
            for question in case.questions:
                totals.add(case, question, next(answers))
    return totals


def asked(program, calendars, lines):
    """Puts questions to the program and answers its answers."""
    ended = run(program, calendars, "".join(json.dumps(line) + "\n" for line in lines).encode())
    if ended.returncode != 0 or ended.stderr:
        raise AssertionError(f"the program ended with {ended.returncode}: {ended.stderr[-2000:]}")
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    if len(answers) != len(lines):
        raise AssertionError(f"{len(answers)} answers to {len(lines)} questions")
    return answers


def run(program, calendars, lines, *options, env=None):
    """Runs the program on a file with these calendars."""
    with tempfile.TemporaryDirectory(prefix="zhuqi-test-") as folder:
        file = pathlib.Path(folder) / "calendars.yaml"
        file.write_text(json.dumps({"calendars": calendars}), encoding="utf-8")
        return subprocess.run([program, "deadline", "--calendars", file, *options], input=lines,
                              capture_output=True, env=env, timeout=600)


def fault_of(case, question, answer):
    """Says what is wrong with an answer, or answers None."""
    try:
        if question.expected is None:
            return fault_outside(case.days, answer)
        plain = {key: value for key, value in answer.items() if key != "segments"}
        if plain != question.expected:
            return "another answer"
        if ("segments" in answer) != question.line.get("explain", False):
            return "segments only where they are asked for"
        if "segments" in answer:
            return case.days.fault_of(answer["segments"], *question.covers, question.pauses)
    except (KeyError, TypeError, ValueError) as error:
        return f"unreadable: {error!r}"
    return None


def fault_outside(days, answer):
    """The reference knows only that the answer is not within its days."""
    if "at" in answer:
        return None if instant_of(answer["at"]) < days.begin else "too late"
    return None if instant_of(answer["due"]) >= days.end else "too early"


def main():
    program, calendars, seed = sys.argv[1:]
    totals = compare(program, int(calendars), seed)
    print(*totals.differences, f"seed {seed}", totals, sep="\n")
    shortcomings = totals.shortcomings()
    if shortcomings:
        print("It says too little:", *shortcomings, sep="\n  ")
    sys.exit(1 if totals.different > 0 or shortcomings else 0)


if __name__ == "__main__":
    main()
