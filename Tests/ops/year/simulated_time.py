"""Lets many lives wait for simulated instants, and wakes them slot by slot."""

import asyncio
import datetime
import heapq
import itertools

#: Wall times at which people act on working days, each a little later by chance; and in the
#: evening and on rest days, when only enterprises and those on duty do.
OFFICE_TIMES = ["09:03", "09:40", "10:25", "11:15", "13:35", "14:20", "15:10", "16:00", "16:50"]
EVENING, REST_DAY = ["20:10"], ["10:40", "16:10"]
#: Slots come later by up to so many seconds: not every act falls on a round minute.
JITTER = 15 * 60


def slots_of(working_time, first, last, random):
    """Lists the instants of the days from the first to the last, in order."""
    date = first
    while date <= last:
        midnight = int(datetime.datetime.combine(
            date, datetime.time(), working_time.zone).timestamp())
        times = OFFICE_TIMES if working_time.is_working(midnight + 10 * 3600) else REST_DAY
        for time in times + EVENING:
            hours, minutes = time.split(":")
            yield midnight + int(hours) * 3600 + int(minutes) * 60 + random.randrange(JITTER)
        date += datetime.timedelta(1)


class SimulatedTime:
    """Counts how many lives are awake; a slot is over when all of them wait again."""

    def __init__(self):
        self.now = 0
        self.waiting, self.order = [], itertools.count()
        self.awake, self.idle = 0, asyncio.Event()
        self.tasks = set()
        self.failure = None

    def spawn(self, life):
        """Begins a life; the first thing that goes wrong in one ends the year."""
        self.awake += 1
        task = asyncio.ensure_future(life)
        self.tasks.add(task)
        task.add_done_callback(self._end)

    def _end(self, task):
        self.tasks.discard(task)
        if not task.cancelled() and task.exception():
            self.failure = self.failure or task.exception()
        self._fall_asleep()

    def _fall_asleep(self):
        self.awake -= 1
        if self.awake == 0 or self.failure:
            self.idle.set()

    async def until(self, instant):
        """Waits until the clock stands at or past an instant."""
        if instant <= self.now:
            return
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self.waiting, (instant, next(self.order), woken))
        self._fall_asleep()
        await woken

    @property
    def next_instant(self):
        """The earliest instant for which somebody waits; None where nobody does."""
        return self.waiting[0][0] if self.waiting else None

    async def work_slot(self, now):
        """Moves to an instant and lets all who waited for it act until they wait again."""
        self.now = now
        self.idle.clear()
        while self.waiting and self.waiting[0][0] <= now:
            self.awake += 1
            heapq.heappop(self.waiting)[2].set_result(None)
        if self.awake:
            await self.idle.wait()
        if self.failure:
            raise self.failure

    def end(self):
        """Ends the lives that still wait."""
        for task in list(self.tasks):
            task.cancel()
