"""One run of a clock: when it is due, and when its marks fall."""

import datetime

RUNNING, PAUSED, HELD, ENDED = "running", "paused", "held", "ended"


class Clock:
    def __init__(self, working_time, kind, party, limit, start, marks, amber):
        self.working_time, self.kind, self.party = working_time, kind, party
        self.limit, self.start, self.amber = limit, start, amber
        self.status, self.pauses, self.paused_at = RUNNING, [], None
        #: The day that was given in place of a limit, and how many pauses were over then.
        self.date, self.earlier_pauses = None, 0
        #: Marks that lie ahead: (name, place, action).
        self.marks = list(marks)
        self.due = working_time.due(limit, start) if limit else None
        self.number, self.run = 0, 0
        self._next = None

    def end_on(self, date):
        """Gives the clock a day on which it ends, in place of a limit."""
        self.date, self.earlier_pauses = date, len(self.pauses)
        self.due = self.working_time.closing_from(date)
        self._next = None

    @property
    def is_open(self):
        return self.status != ENDED

    def pause(self, at):
        if self.status == RUNNING:
            self.status, self.paused_at = PAUSED, at

    def resume(self, at):
        if self.status != PAUSED:
            return
        self.status = RUNNING
        self.pauses.append((self.paused_at, at))
        if self.paused_at < self.due:
            self._move_by_pauses()
        self._next = None

    def _move_by_pauses(self):
        if self.date is None:
            self.due = self.working_time.due(self.limit, self.start, self.pauses)
        else:
            passed = self.working_time.midnights_in(self.pauses[self.earlier_pauses:])
            self.due = self.working_time.closing_from(self.date + datetime.timedelta(passed))

    def hold(self):
        if self.status == RUNNING:
            self.status = HELD

    def release(self):
        if self.status == HELD:
            self.status = RUNNING

    def end(self):
        self.status = ENDED

    def next_mark(self):
        """Answers (instant, name, action) of the mark that comes next; None where none does."""
        if self.status != RUNNING or not self.marks:
            return None
        if self._next is None:
            self._next = min((self.instant(place), order, name, action)
                             for order, (name, place, action) in enumerate(self.marks))
        instant, _, name, action = self._next
        return instant, name, action

    def pass_mark(self, name):
        self.marks = [mark for mark in self.marks if mark[0] != name]
        self._next = None

    def instant(self, place):
        if place == "due":
            return self.due
        if place == "amber":
            return self.working_time.percent_mark(
                self.amber, self.start, self.due, self.pauses)
        if place.startswith("+"):
            return self.working_time.due(place[1:], self.due, self.pauses)
        return self.working_time.closing_before(place[1:], self.due)
