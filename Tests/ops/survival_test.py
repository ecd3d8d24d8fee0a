"""The server is killed while it sends, again and again: every notice arrives, and in order."""

import contextlib
import http.client
import os
import random
import signal
import threading
import unittest
import urllib.error

import hooks
from campaign import serving, wait_until
from hooks import Receiver
from served import Home

HANDLER = "industry.handler"
ISSUES, KILLS = 12, 3
PACE = "0.0005"


class Taker:
    """Answers notices, some with a failure, and kills the server at a notice drawn before."""

    def __init__(self, seed):
        self.chance, self.lock = random.Random(seed), threading.Lock()
        #: What was answered with success: number and sequence, in order.
        self.taken = []
        self.secret = None
        self._server, self._left, self._answers = None, 0, False

    def aim(self, server):
        """Has the server killed at one of the next notices, before it has its answer or after."""
        with self.lock:
            self._server, self._left = server, self.chance.randint(5, 30)
            self._answers = self.chance.random() < 0.5

    def __call__(self, connection, hook):
        hook.verified(self.secret)
        with self.lock:
            is_last = self._is_last()
            fails = self.chance.random() < 0.2
            if not fails and (self._answers or not is_last):
                self.taken.append((hook.data["number"], hook.data["sequence"]))
        if is_last and not self._answers:
            os.kill(self._server, signal.SIGKILL)
            return False
        answered = hooks.status(500 if fails else 200)(connection, hook)
        if is_last:
            os.kill(self._server, signal.SIGKILL)
        return answered

    def _is_last(self):
        self._left -= 1
        return self._server is not None and self._left == 0


class Survival(unittest.TestCase):
    def test_no_notice_is_lost_or_overtaken(self):
        taker = Taker(13710)
        with Home() as home, Receiver(taker) as receiver:
            numbers = self.prepare(home, receiver, taker)
            for _ in range(KILLS):
                self.flood_and_kill(home, numbers, taker)
            with serving(home=home, pace=PACE) as campaign:
                self.check_all(campaign, numbers, taker)
            # The last of them was told to end, and did so without a fault.
            self.assertNotIn("Error", (home / "zhuqid.log").read_text())

    def prepare(self, home, receiver, taker):
        with serving(home=home, pace=PACE) as campaign:
            taker.secret = campaign.subscribe(HANDLER, receiver.url)["secret"]
            return [campaign.dispatched() for _ in range(ISSUES)]

    def flood_and_kill(self, home, numbers, taker):
        with serving(home=home, pace=PACE) as campaign:
            # Made while the database surely runs: what waits from the last life may end this one
            # at once.
            campaign.token("cityOffice1")
            taker.aim(campaign.server())
            with contextlib.suppress(
                    urllib.error.URLError, ConnectionError, http.client.HTTPException):
                for _ in range(10):
                    for number in taker.chance.sample(numbers, len(numbers)):
                        campaign.remind(number)
            campaign.process.wait(180)

    def check_all(self, campaign, numbers, taker):
        told = {number: campaign.told(HANDLER, number) for number in numbers}
        self.assertGreater(sum(map(len, told.values())), ISSUES + KILLS)
        expected = {(number, sequence) for number in numbers for sequence in told[number]}
        wait_until(lambda: expected <= set(taker.taken), 180,
                   lambda: f"missing: {sorted(expected - set(taker.taken))}")
        for number in numbers:
            came = [sequence for taken, sequence in taker.taken if taken == number]
            self.assertEqual(list(dict.fromkeys(came)), told[number])
        wait_until(lambda: not campaign.deliveries(HANDLER, state="pending"))
        self.assertEqual(campaign.deliveries(HANDLER, state="dead"), [])


if __name__ == "__main__":
    unittest.main()
