"""Plays a year against a prepared database, and compares what happened with what had to.

usage: year.py RUN --zhuqid FILE --psql FILE --owner CONNINFO --server CONNINFO
               --seed N --issues N --until DATE [--workers N] [--kills N]

RUN holds `roster/` (the directory, already imported) and `link.key`.
"""

import argparse
import asyncio
import collections
import datetime
import json
import pathlib
import random
import signal
import sys
import time

import uvloop

import comparison
import database
import directory
import preparation
import processes
import settling
import town

#: The receiver refuses each request whose number this divides, so that it has to come again.
REFUSE_EVERY = 397


class Year:
    def __init__(self, options):
        self.options, self.run = options, options.run
        self.database = database.Database(options.psql, options.owner)
        self.processes = processes.Processes(
            self.run, options.zhuqid, options.server, options.workers, REFUSE_EVERY)
        self.seconds = collections.OrderedDict()
        self.town, self.killing = None, set()
        draw = random.Random(f"kills {options.seed}")
        #: When workers are killed, as shares of the year.
        self.kills = sorted(draw.uniform(0.01, 0.99) for _ in range(options.kills))
        self.draw = draw

    def live(self):
        """Lives through everything; answers whether nothing differs."""
        try:
            with self.timed("preparation"):
                self.prepare()
            with self.timed("year"):
                uvloop.run(self.play())
            with self.timed("settling"):
                settling.settle(self.database, self.processes)
        finally:
            self.processes.end()
        with self.timed("comparison"):
            report = comparison.compare(self.run, self.database)
        self.tell(report)
        return report.is_equal

    def timed(self, name):
        return Timed(self.seconds, name)

    def prepare(self):
        self.processes.start()
        logins = directory.Directory(self.run / "roster").logins
        tokens = preparation.issue_tokens(
            self.options.zhuqid, self.options.owner, logins)
        (self.run / "tokens.json").write_text(json.dumps(tokens))
        asyncio.run(preparation.subscribe(
            self.run, self.processes.port, self.processes.receiver_port, tokens))
        self.town = town.Town(
            self.run, tokens, self.processes.port, self.options.seed, self.options.issues,
            self.options.until)

    async def play(self):
        await self.town.play(self.at_slot)
        await asyncio.gather(*self.killing)

    def at_slot(self, share):
        """Lets a worker be killed where the plan says so at this share of the year."""
        self.processes.check()
        while self.kills and self.kills[0] <= share:
            self.kills.pop(0)
            self.killing.add(asyncio.ensure_future(self.processes.kill_worker(self.draw)))

    def tell(self, report):
        requests, refusals = self.town.http.requests, self.town.refusals
        acts = self.town.counts
        print(f"issues {self.options.issues}, acts {sum(acts.values())}, "
              f"requests {requests}, moves of the clock {self.town.advances}, "
              f"kills {self.processes.kills}")
        print("acts: " + ", ".join(f"{name} {count}" for name, count in acts.most_common()))
        print(f"refusals: {sum(refusals.values())}")
        for name, count in refusals.most_common():
            print(f"  {count} × {' '.join(map(str, name))}, e.g. {self.town.examples[name]}")
        report.tell()
        print("seconds: " + ", ".join(
            f"{name} {seconds:.1f}" for name, seconds in self.seconds.items()))
        print(f"of the year: moves of the clock {self.town.seconds_of_moves:.1f}, "
              f"waits for links, added up, {self.town.seconds_for_links:.1f}")


class Timed:
    """Notes how long a part of the run takes."""

    def __init__(self, seconds, name):
        self.seconds, self.name = seconds, name

    def __enter__(self):
        self.begun = time.monotonic()

    def __exit__(self, *_):
        self.seconds[self.name] = time.monotonic() - self.begun


def read_options():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1])
    parser.add_argument("run", type=pathlib.Path)
    for name in ("zhuqid", "psql", "owner", "server"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--issues", type=int, required=True)
    parser.add_argument("--until", type=datetime.date.fromisoformat, required=True)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--kills", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    raise SystemExit(0 if Year(read_options()).live() else 1)
