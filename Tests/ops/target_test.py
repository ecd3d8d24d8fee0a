"""Receivers of webhooks that fail in every way, and targets that must never be reached."""

import socket
import subprocess
import tempfile
import unittest

import hooks
from campaign import NoticeCase, instant, serving, wait_until

HANDLER = "industry.handler"
MEGABYTE = 2**20
WORDS = {"timeout", "refused", "unreachable", "notResolved", "forbiddenAddress", "redirect",
         "status", "gone", "tls", "mail", "notAllowed", "subscriptionEnded"}

#: Literal addresses of this machine and of networks inside, as careful and careless parsers
#: may read them.
INSIDE = """
http://127.0.0.1/ https://127.0.0.1/ https://127.255.255.254:8443/ https://10.1.2.3/
https://172.16.0.1/ https://172.31.255.255/ https://192.168.1.1/ https://100.64.0.1/
https://169.254.169.254/latest/meta-data/ http://169.254.169.254/latest/meta-data/
https://0.0.0.0/ https://0.1.2.3/ https://224.0.0.1/ https://255.255.255.255/
https://[::1]/ https://[::]/ https://[::ffff:127.0.0.1]/ https://[::ffff:7f00:1]/
https://[::127.0.0.1]/ https://[64:ff9b::7f00:1]/ https://[2002:7f00:1::]/ https://[fe80::1]/
https://[fe80::1%25eth0]/ https://[fd00::1]/ https://[ff02::1]/ https://[0:0:0:0:0:0:0:1]/
http://2130706433/ https://2130706433/ http://0177.0.0.1/ https://0177.0.0.1/ https://127.1/
https://127.0.1/ https://0x7f.0.0.1/ https://0x7f000001/ https://0X7F000001/ https://127.0.0x1/
https://127.0.0.1./ https://017700000001/ https://%31%32%37.0.0.1/ https://127%2e0%2e0%2e1/
https://127.0.0.1%00.zhuqi.example/
""".split()

#: What is no address of a webhook, wherever it leads.
AMISS = r"""
http://zhuqi.example/ ftp://zhuqi.example/ file:///etc/passwd gopher://zhuqi.example/
javascript:alert(1) zhuqi.example //zhuqi.example/ /hook https: https:// https:///hook
https://name@zhuqi.example/ https://name:word@zhuqi.example/ https://@zhuqi.example/
https://zhuqi.example\@127.0.0.1/ https://127.0.0.1\@zhuqi.example/ https://zhuqi.example/#part
https://zhuqi.example/# https://zhuqi.example:0/ https://zhuqi.example:65536/
https://zhuqi.example:x/ https://例子.example/ https://①②⑦.0.0.1/ https://.../
https://10.0.0.1%20/ https://10.0.0.1%09/ https://localhost%2f.zhuqi.example/
""".split() + ["https://zhuqi.example/a b", "https://zhuqi.example/\r\nX: y", " https://a.example/",
               "https://zhuqi.example/" + "a" * 1980]


class Faults(NoticeCase):
    """What becomes of a notice by what the receiver does."""

    @classmethod
    def setUpClass(cls):
        NoticeCase.campaign = cls.enterClassContext(serving())

    # Helpers.

    def sent_to(self, url, condition):
        """Has one notice sent; answers its delivery once that meets a condition."""
        made = self.campaign.subscribe(HANDLER, url)
        try:
            self.campaign.dispatched()
            return self.campaign.wait_delivery(HANDLER, condition, subscription=made["id"])
        finally:
            self.campaign.delete(HANDLER, f"/v1/subscriptions/{made['id']}")

    def failed(self, url):
        """Answers the first attempt of a notice, which must fail with a known word."""
        delivery = self.sent_to(url, lambda one: one.get("lastError"))
        self.assertNotEqual(delivery["state"], "delivered")
        self.assertIn(delivery["lastError"], WORDS)
        return delivery["attempts"][0]

    def delivered(self, url):
        return self.sent_to(url, lambda one: one["state"] == "delivered")

    # Statuses.

    def test_every_status_of_success_is_success(self):
        hints = hooks.head(100) + hooks.head(103, "Link: </style.css>")
        old = b"HTTP/1.0 200 OK\r\n\r\nfine"
        answers = [hooks.status(code) for code in (200, 201, 202, 204)]
        answers += [hooks.say(hints + hooks.head(200, "Content-Length: 0")), hooks.say(old)]
        for answer in answers:
            delivery = self.delivered(self.receive(answer).url)
            self.assertEqual(delivery["tries"], 1)
            self.assertEqual(delivery["lastStatus"] // 100, 2)
            self.assertNotIn("lastError", delivery)
            self.assertNotIn("error", delivery["attempts"][0])

    def test_every_other_status_is_a_failure_that_is_tried_again(self):
        for code in (400, 401, 404, 408, 422, 429, 500, 502, 503, 599):
            with self.subTest(code):
                receiver = self.receive(hooks.in_turn(hooks.status(code), hooks.status(200)))
                first, second = self.delivered(receiver.url)["attempts"]
                self.assertEqual((first["status"], first["error"]), (code, "status"))
                self.assertEqual((second["number"], second["status"]), (2, 200))

    def test_after_ten_tries_a_notice_is_dead_and_a_replay_revives_it(self):
        receiver = self.receive(hooks.status(500))
        made = self.subscribe(HANDLER, receiver.url)
        # Nothing fails before all of it waits: what comes after three failures waits elsewhere.
        with self.campaign.holding_notices():
            numbers = [self.campaign.dispatched() for _ in range(3)]
            for number in numbers:
                self.campaign.remind(number)
        wait_until(lambda: len(self.campaign.deliveries(
            HANDLER, subscription=made["id"])) == 6)
        pending = self.campaign.wait_delivery(
            HANDLER, lambda one: one["state"] == "pending", subscription=made["id"])
        path = "/v1/deliveries/{}/replays"
        self.refused(self.campaign.ask(HANDLER, "POST", path.format(pending["id"]), {}), 409,
                     code="CW236")
        dead = self.dead(made, 3)
        self.check_tries(self.campaign.get(HANDLER, f"/v1/deliveries/{dead[0]['id']}"))
        # What is given up holds up nothing behind it.
        receiver.wait(31)
        receiver.answer = hooks.status(200)
        self.check_replay(receiver, path.format(dead[0]["id"]), dead[0])
        replayed = self.campaign.post(
            HANDLER, f"/v1/subscriptions/{made['id']}/replays", {}, expected=200)
        self.assertEqual(replayed, {"count": 2})
        wait_until(lambda: len(self.campaign.deliveries(
            HANDLER, subscription=made["id"], state="delivered")) == 6)

    def dead(self, made, count):
        def look():
            found = self.campaign.deliveries(HANDLER, subscription=made["id"], state="dead")
            return found if len(found) == count else None
        return wait_until(look, 180)

    def check_tries(self, dead):
        self.assertEqual((dead["tries"], dead["lastStatus"], dead["lastError"]),
                         (10, 500, "status"))
        attempts = dead["attempts"]
        self.assertEqual([one["number"] for one in attempts], list(range(1, 11)))
        times = [instant(one["at"]) for one in attempts]
        for planned, before, after in ((1.44, *times[6:8]), (4.32, *times[7:9]),
                                       (8.64, *times[8:10])):
            pause = (after - before).total_seconds()
            self.assertGreater(pause, planned * 0.79)
            # A busy machine comes late; what is planned is said in SendingTests.
            self.assertLess(pause, planned * 1.2 + 30)

    def check_replay(self, receiver, path, dead):
        revived = self.campaign.post(HANDLER, path, {}, expected=200)
        self.assertEqual(revived["state"], "pending")
        one = self.campaign.wait_delivery(
            HANDLER, lambda one: one["id"] == dead["id"] and one["state"] == "delivered")
        self.assertEqual([len(one["attempts"]), one["tries"]], [11, 11])

        def is_it(hook):
            return (hook.data["number"], hook.data["sequence"]) == (dead["issue"], dead["sequence"])

        self.assertEqual(len({hook.id for hook in receiver.wait(11, only=is_it)}), 1)

    def test_a_delivered_notice_can_be_asked_for_again_until_its_subscription_ends(self):
        receiver = self.receive()
        made = self.subscribe(HANDLER, receiver.url)
        self.campaign.dispatched()
        delivery = self.campaign.wait_delivery(
            HANDLER, lambda one: one["state"] == "delivered", subscription=made["id"])
        path = f"/v1/deliveries/{delivery['id']}/replays"
        self.campaign.post(HANDLER, path, {}, expected=200)
        first, second = receiver.wait(2)
        self.assertEqual((first.id, first.body), (second.id, second.body))
        self.campaign.wait_delivery(
            HANDLER, lambda one: one["tries"] == 2 and one["state"] == "delivered",
            subscription=made["id"])
        self.campaign.delete(HANDLER, f"/v1/subscriptions/{made['id']}")
        for path in (path, f"/v1/subscriptions/{made['id']}/replays"):
            self.refused(self.campaign.ask(HANDLER, "POST", path, {}), 409, code="CW235")

    def test_410_ends_the_subscription(self):
        receiver = self.receive(hooks.in_turn(hooks.status(500), hooks.status(410)))
        made = self.subscribe(HANDLER, receiver.url)
        # The second waits behind the first before that is tried.
        with self.campaign.holding_notices():
            number = self.campaign.dispatched()
            self.campaign.remind(number)
        self.campaign.wait_delivery(
            HANDLER, lambda one: one["sequence"] == 3 and one["state"] == "dead",
            subscription=made["id"])
        rest, gone = self.buried(made)
        self.check_ended(made, "gone")
        self.assertIn(rest["lastError"], ("gone", "subscriptionEnded"))
        self.check_silence(made, number, receiver)
        self.assertEqual((gone["lastError"], gone["lastStatus"], gone["tries"]), ("gone", 410, 2))

    def test_an_end_buries_what_waits(self):
        receiver = self.receive(hooks.status(500))
        made = self.subscribe(HANDLER, receiver.url)
        number = self.campaign.dispatched()
        receiver.wait(6)
        self.campaign.delete(HANDLER, f"/v1/subscriptions/{made['id']}")
        dead, = self.buried(made)
        self.check_silence(made, number, receiver)
        self.assertFalse(self.listed(made)["isActive"])
        self.assertEqual(dead["lastError"], "subscriptionEnded")

    def buried(self, made):
        """Answers all deliveries of a subscription that ends, the newest first, with their tries:
        once all are dead, and the last try that was under way has been written down.
        """
        def look():
            found = [self.campaign.get(HANDLER, f"/v1/deliveries/{one['id']}") for one in
                     self.campaign.deliveries(HANDLER, subscription=made["id"])]
            is_over = all(one["state"] == "dead" and one["tries"] == len(one["attempts"])
                          for one in found)
            return found if found and is_over else None
        return wait_until(look)

    def listed(self, made):
        found, = [one for one in self.campaign.items(HANDLER, "/v1/subscriptions")
                  if one["id"] == made["id"]]
        return found

    def check_ended(self, made, reason):
        ended = self.listed(made)
        self.assertEqual((ended["isActive"], ended["endReason"]), (False, reason))

    def check_silence(self, made, number, receiver):
        """Has another event happen, which another subscription hears of and this one not."""
        count, known = (len(receiver.hooks),
                        len(self.campaign.deliveries(HANDLER, subscription=made["id"])))
        other = self.receive()
        self.subscribe(HANDLER, other.url)
        self.campaign.remind(number)
        other.wait(1)
        self.assertEqual(len(receiver.hooks), count)
        self.assertEqual(len(self.campaign.deliveries(HANDLER, subscription=made["id"])), known)

    def test_redirects_are_never_followed(self):
        target, inside = self.receive(), self.receive(host="127.0.0.1")
        cases = [(code, target.url) for code in (300, 301, 302, 303, 304, 307, 308)]
        cases += [(302, inside.url), (307, "http://169.254.169.254/"), (308, "/hook")]
        for code, url in cases:
            with self.subTest(code=code, url=url):
                receiver = self.receive(hooks.redirect(code, url))
                attempt = self.failed(receiver.url)
                self.assertEqual((attempt["status"], attempt["error"]), (code, "redirect"))
                self.assertEqual({hook.method for hook in receiver.hooks}, {"POST"})
        self.assertEqual((target.connection_count, inside.connection_count), (0, 0))

    def test_retry_after_is_honoured_up_to_an_hour(self):
        # An hour lasts 0.36 s here, and the first pause 0.1 ms.
        for asked, least in (("3600", 0.36), ("99999999", 0.36), (hooks.http_date(3600), 0.33)):
            for code in (429, 503):
                with self.subTest(asked=asked, code=code):
                    self.check_pause(code, asked, least)
        for asked in ("soon", "-5", "9" * 40, "1.5", ""):
            with self.subTest(asked):
                self.check_pause(503, asked, 0)

    def check_pause(self, code, asked, least):
        answer = hooks.status(code, f"Retry-After: {asked}")
        receiver = self.receive(hooks.in_turn(answer, hooks.status(200)))
        delivery = self.delivered(receiver.url)
        self.assertEqual(delivery["attempts"][0]["status"], code)
        first, second = receiver.wait(2)
        self.assertGreaterEqual(second.at - first.at, least)
        self.assertLess(second.at - first.at, 60)

    # Connections.

    def test_who_hangs_is_left_after_a_while(self):
        receiver = self.receive(hooks.in_turn(hooks.hang, hooks.status(200)))
        first, second = self.delivered(receiver.url)["attempts"]
        self.check_timeout(first)
        self.assertEqual(second["status"], 200)
        receiver.wait_closed()

    def test_headers_that_trickle_are_left_after_a_while(self):
        receiver = self.receive(hooks.slow_headers)
        self.check_timeout(self.failed(receiver.url))
        # A byte a second: of 600 that would follow.
        self.assertLess(receiver.wait_closed(), 60)

    def check_timeout(self, attempt):
        self.assertEqual(attempt["error"], "timeout")
        self.assertNotIn("status", attempt)
        # A timeout of three seconds, where the receiver would hold on for ninety.
        self.assertGreater(attempt["milliseconds"], 2900)
        self.assertLess(attempt["milliseconds"], 60000)

    def test_a_body_that_trickles_after_success_is_success(self):
        receiver = self.receive(hooks.slow_body(200))
        delivery = self.delivered(receiver.url)
        self.assertEqual(delivery["tries"], 1)
        receiver.wait_closed()

    def test_a_body_that_trickles_after_a_failure_is_that_failure(self):
        receiver = self.receive(hooks.slow_body(500))
        attempt = self.failed(receiver.url)
        self.assertEqual((attempt["status"], attempt["error"]), (500, "status"))

    def test_answers_without_an_end_are_left_and_fill_no_memory(self):
        before = self.campaign.memory()
        for code in (200, 500):
            for endless in (hooks.endless_body, hooks.endless_chunks):
                with self.subTest(code=code, endless=endless.__name__):
                    self.check_endless_body(code, endless(code))
        for endless in (hooks.endless_headers(200), hooks.endless_hints()):
            receiver = self.receive(endless)
            self.failed(receiver.url)
            self.assertLess(receiver.wait_closed(), 256 * MEGABYTE)
        self.assertLess(self.campaign.memory() - before, 40 * MEGABYTE)

    def check_endless_body(self, code, endless):
        receiver = self.receive(hooks.in_turn(endless, hooks.status(200)))
        attempts = self.delivered(receiver.url)["attempts"]
        self.assertEqual([one["status"] for one in attempts], [200] if code == 200 else [500, 200])
        self.assertLess(receiver.wait_closed(), 16 * MEGABYTE)

    def test_nobody_listens(self):
        with socket.socket() as silent:
            # Nobody else can listen there meanwhile.
            silent.bind((hooks.HOST, 0))
            url = f"http://{hooks.HOST}:{silent.getsockname()[1]}/"
            self.assertEqual(self.failed(url)["error"], "refused")

    def test_connections_that_break(self):
        for answer, is_deaf in ((None, True), (hooks.hang_up, False),
                                (hooks.say(b"HTTP/1.1 200"), False),
                                (hooks.say(b"220 mail.example ESMTP\r\n"), False),
                                (hooks.say(b"\0" * 1000), False)):
            attempt = self.failed(self.receive(answer, is_deaf=is_deaf).url)
            self.assertEqual(attempt["error"], "unreachable")
            self.assertNotIn("status", attempt)

    def test_a_body_that_breaks_off_after_success_is_success(self):
        answer = hooks.say(hooks.head(200, "Content-Length: 100") + b"half")
        self.assertEqual(self.delivered(self.receive(answer).url)["tries"], 1)

    def test_names_that_nobody_knows(self):
        self.assertEqual(self.failed("http://nothing.invalid/")["error"], "notResolved")

    def test_certificates_that_nobody_vouches_for(self):
        receiver = self.receive(tls=self_signed())
        self.assertEqual(self.failed(receiver.url)["error"], "tls")
        self.assertEqual(receiver.hooks, [])

    def test_names_that_lead_to_what_is_not_allowed(self):
        receiver = self.receive(host="127.0.0.1")
        for name in ("localhost", "LOCALHOST"):
            attempt = self.failed(f"http://{name}:{receiver.port}/")
            self.assertEqual(attempt["error"], "forbiddenAddress")
        self.assertEqual(receiver.connection_count, 0)

    def test_only_what_is_allowed_may_be_subscribed(self):
        for url in ("http://127.0.0.8/", "http://127.0.0.1/", "https://127.0.0.1/",
                    "http://8.8.8.8/", "https://10.1.2.3/"):
            self.refused(ask_for(self.campaign, url), 422, "/url")


class Forbidden(NoticeCase):
    """A server to which nothing inside was allowed."""

    @classmethod
    def setUpClass(cls):
        NoticeCase.campaign = cls.enterClassContext(serving(allowed=()))

    def test_addresses_inside_can_not_be_subscribed(self):
        for url in INSIDE + AMISS:
            with self.subTest(url[:60]):
                answer = ask_for(self.campaign, url)
                if answer.status == 201:
                    self.campaign.delete(HANDLER, f"/v1/subscriptions/{answer.body['id']}")
                self.refused(answer, 422, "/url")

    def test_names_that_lead_inside_are_not_connected_to(self):
        receiver = self.receive(host="127.0.0.1")
        for name in ("localhost", "LocalHost", "%6cocalhost"):
            with self.subTest(name):
                answer = ask_for(self.campaign, f"https://{name}:{receiver.port}/")
                if answer.status == 201:
                    self.check_forbidden(answer.body)
        self.assertEqual(receiver.connection_count, 0)

    def check_forbidden(self, made):
        self.addCleanup(self.campaign.ask, HANDLER, "DELETE", f"/v1/subscriptions/{made['id']}")
        self.campaign.dispatched()
        delivery = self.campaign.wait_delivery(
            HANDLER, lambda one: one.get("lastError"), subscription=made["id"])
        self.assertEqual(delivery["lastError"], "forbiddenAddress")


def ask_for(campaign, url):
    return campaign.ask(HANDLER, "POST", "/v1/subscriptions", {"channel": "webhook", "url": url})


def self_signed():
    """Makes a certificate for the address of the receivers, which nobody vouches for."""
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = f"{folder}/certificate", f"{folder}/key"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
             "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate, "-days",
             "2", "-subj", "/CN=receiver", "-addext", f"subjectAltName=IP:{hooks.HOST}"],
            check=True, capture_output=True, timeout=60)
        return hooks.self_signed(certificate, key)


if __name__ == "__main__":
    unittest.main()
