"""Measures how long one page of each queue takes, asked over one connection, one after the other.

usage: queues.py SERVER PERSONS SECONDS

PERSONS has a line for each who asks: a name, a tab, a token. Each question is asked twice to warm up, then
for SECONDS / 10, at least 5 and at most 200 times. Prints a line for each person and question: the name,
the question, and the median in milliseconds, parted by tabs. Fails where an answer is no success, and where
a list is empty that must hold something, or the other way round.
"""

import http.client
import json
import statistics
import sys
import time
import urllib.parse

#: A question's name, its address, and whether its list must hold something; None: either.
DUTIES = [(queue, {"queue": queue}, held) for queue, held in [
    ("mine", None), ("unit", None), ("others", None), ("overdue", True), ("escalated", True),
    ("watched", None), ("all", True)]] + [
    ("all in a state", {"queue": "all", "state": "inHandling"}, True),
    ("all in an empty state", {"queue": "all", "state": "coordinating"}, False),
    ("all of a category", {"queue": "all", "category": "FIN"}, None),
    ("all of an empty category", {"queue": "all", "category": "LAW"}, False),
    ("search that finds much", {"queue": "all", "q": "续贷"}, True),
    ("search that finds little", {"queue": "all", "q": "罕见钢种"}, True),
    ("search that finds nothing", {"queue": "all", "q": "绝无此词"}, False),
]
#: Lists of issues, beside: they are printed, and no ratio goes by them.
ISSUES = [
    ("issues: all", {"queue": "all"}, True),
    ("issues: escalated", {"queue": "escalated"}, True),
    ("issues: empty state", {"queue": "all", "state": "coordinating"}, False),
    ("issues: finds nothing", {"queue": "all", "q": "绝无此词"}, False),
]
FEWEST, MOST = 5, 200


def main():
    server, persons_file, seconds = sys.argv[1:]
    with open(persons_file, encoding="utf-8") as file:
        persons = [line.rstrip("\n").split("\t") for line in file]
    questions = [(name, address("/v1/duties", asked), held) for name, asked, held in DUTIES]
    questions.append(("counts", "/v1/queues", None))
    questions += [(name, address("/v1/issues", asked), held) for name, asked, held in ISSUES]
    for person, token in persons:
        call = Caller(server, token)
        for name, path, held in questions:
            median = measured(call, path, held, float(seconds) / 10)
            print(person, name, f"{median:.2f}", sep="\t", flush=True)


def address(path, asked):
    return f"{path}?{urllib.parse.urlencode({**asked, 'limit': 50})}"


def measured(call, path, held, seconds):
    items = [json.loads(call(path)).get("items") for _ in range(2)][1]
    if held is not None and bool(items) != held:
        sys.exit(f"{urllib.parse.unquote(path)} gave {len(items)} lines")
    times = []
    end = time.perf_counter() + seconds
    while len(times) < FEWEST or (len(times) < MOST and time.perf_counter() < end):
        begin = time.perf_counter()
        call(path)
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


class Caller:
    def __init__(self, server, token):
        self.connection = http.client.HTTPConnection(
            urllib.parse.urlsplit(server).netloc, timeout=30)
        self.headers = {"Authorization": f"Bearer {token}"}

    def __call__(self, path):
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            sys.exit(f"{urllib.parse.unquote(path)} was answered with {answer.status}: "
                     f"{content[:500].decode(errors='replace')}")
        return content


main()
