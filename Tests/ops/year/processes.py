"""Starts the processes of a run, kills workers at random, and ends what is left."""

import asyncio
import contextlib
import ctypes
import os
import pathlib
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "ops"))

from ports import free_port  # noqa: E402

START = "2026-01-05T08:00:00+08:00"
#: How many connections the API server and each worker open to the database.
POOL, WORKER_POOL = 8, 4
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
LIBC = ctypes.CDLL(None)


def die_with_parent():
    """Sees to it that a process ends where the one that started it is killed."""
    LIBC.prctl(DIE_WITH_PARENT, signal.SIGTERM)


class Processes:
    """The server, the workers and the receiver of one run."""

    def __init__(self, run, zhuqid, conninfo, workers, refuse_every):
        self.run, self.zhuqid = run, zhuqid
        self.environment = {**os.environ, "ZHUQI_DATABASE": conninfo}
        self.receiver, self.receiver_port = None, None
        self.server, self.port = None, free_port()
        self.workers = [None] * workers
        #: Places of workers that were killed and are not started again yet.
        self.down = set()
        self.refuse_every = refuse_every
        self.kills = 0

    def start(self):
        self.receiver = subprocess.Popen(
            [sys.executable, HERE / "receiver.py", self.run,
             "--refuse-every", str(self.refuse_every)],
            stdout=subprocess.PIPE, text=True, preexec_fn=die_with_parent)
        self.receiver_port = int(self.receiver.stdout.readline())
        own_work = ["--no-alarms", "--no-outbox"] if self.workers else []
        self.server = self._serve(
            "server.log", "--host", "127.0.0.1", "--port", str(self.port),
            "--pool-size", str(POOL), *own_work)
        self._wait_until_ready()
        for place in range(len(self.workers)):
            self._start_worker(place)

    def _serve(self, log, *options):
        with open(self.run / log, "ab") as output:
            return subprocess.Popen(
                [self.zhuqid, "serve", "--link-key-file", self.run / "link.key",
                 "--simulated-clock", START, "--allow-target", "127.0.0.0/8",
                 "--retry-pace", "0.01", *options],
                env=self.environment, stdout=output, stderr=output, preexec_fn=die_with_parent)

    def _start_worker(self, place):
        self.workers[place] = self._serve(
            f"worker{place + 1}.log", "--no-api", "--pool-size", str(WORKER_POOL))

    def _wait_until_ready(self):
        for _ in range(1200):
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5)
                return
            if self.server.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit(f"year: the server is not ready; see {self.run}/server.log")

    async def kill_worker(self, draw):
        """Kills a worker at a random instant of the next seconds, and starts it again."""
        await asyncio.sleep(draw.uniform(0, 1.5))
        while len(self.down) == len(self.workers):
            await asyncio.sleep(0.1)
        place = draw.choice([one for one in range(len(self.workers)) if one not in self.down])
        self.down.add(place)
        self.workers[place].kill()
        self.workers[place].wait()
        self.kills += 1
        await asyncio.sleep(draw.uniform(0, 0.5))
        self._start_worker(place)
        self.down.discard(place)

    def check(self):
        """Fails where a process ended that nobody killed."""
        named = {"server": self.server, "receiver": self.receiver}
        named |= {f"worker{place}": one for place, one in enumerate(self.workers, 1)}
        for name, process in named.items():
            if process.poll() not in (None, -signal.SIGKILL):
                raise SystemExit(f"year: the {name} ended by itself; see {self.run}/{name}.log")

    def end(self):
        """Ends all processes, the receiver last: it may still be told something."""
        for process in [*self.workers, self.server, self.receiver]:
            if process and process.poll() is None:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
