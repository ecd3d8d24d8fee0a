"""Reads the numbered tasks of the source text, a censored copy in which `**` are holes."""

import dataclasses
import re

LAST = 17
UNITS_LABEL = re.compile(r"责任单位\s*[:：]\s*")


class UnreadableText(Exception):
    """Says what of the text is not as expected."""


@dataclasses.dataclass(frozen=True)
class Task:
    number: int
    title: str
    description: str
    #: Names of responsible units as printed, in order.
    printed: tuple


@dataclasses.dataclass(frozen=True)
class Need:
    """One line of the table beside the script."""

    task: Task
    category: str
    issue_class: str
    words: str


def read_tasks(text):
    """Lists the seventeen tasks in order."""
    text = re.sub(r"\s+", " ", text)
    starts = list(find_starts(text))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [read_task(number, text[after:end])
            for number, ((_, after), end) in enumerate(zip(starts, ends), 1)]


def find_starts(text):
    """Finds where each task's number begins and ends.

    A number counts only after the unit list of the task before, so figures in running text do
    not; it may follow a hole without a space, and `2.1%` is a figure.
    """
    position = 0
    for number in range(1, LAST + 1):
        found = re.compile(rf"(?<![\d.]){number}[.．](?!\d)\s*").search(text, position)
        if not found:
            raise UnreadableText(f"task {number} not found")
        yield found.span()
        label = UNITS_LABEL.search(text, found.end())
        if not label:
            raise UnreadableText(f"task {number} names no responsible units")
        position = label.end()


def read_task(number, text):
    """Reads one task; what follows the list of units is the introduction of the next chapter."""
    body, listed = UNITS_LABEL.split(text, maxsplit=1)
    names = split_names(listed.strip().split(" ")[0])
    return Task(number, body.split("。")[0].strip(), body.strip(), tuple(names))


def split_names(listed):
    """Splits a list at 、 and commas, but not inside the brackets of 县(市、区)."""
    names, depth = [""], 0
    for character in listed:
        depth += {"(": 1, "（": 1, ")": -1, "）": -1}.get(character, 0)
        if depth == 0 and character in "、,，":
            names.append("")
        else:
            names[-1] += character
    return [name.rstrip("。;；") for name in names if name.strip("。;；")]


def read_needs(table, tasks):
    """Reads the table beside the script: (needs, reason by number of the tasks without one)."""
    by_number = {task.number: task for task in tasks}
    needs, without = [], {}
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        number, words, category, issue_class, text = line.split("\t")
        task = by_number[int(number)]
        if words not in task.title:
            raise UnreadableText(f"the title of task {number} does not hold {words}: {task.title}")
        if category == "-":
            without[task.number] = text
        else:
            needs.append(Need(task, category, issue_class, text))
    return needs, without
