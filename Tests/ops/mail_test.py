"""Mail to those who are told: each, or one letter a day; at what hour; and servers that refuse."""

import datetime
import email.utils
import time
import unittest

from campaign import ADMINISTRATOR, PUBLIC, NoticeCase, instant, serving, short, wait_until
from mailbox import Mailbox

HANDLER, HEAD, LEADER, OFFICE = "industry.handler", "industry.head", "viceMayor", "cityOffice1"
ADDRESSES = {HANDLER: "handler@example.cn", HEAD: "head@example.cn", LEADER: "leader@example.cn",
             OFFICE: "office@example.cn"}
SENDER = "zhuqi@example.cn"


def in_words(time):
    """An instant of this year as letters say it: 10月19日 周一 17:30."""
    day = datetime.date.fromisoformat(time[:10])
    return f"{day.month}月{day.day}日 周{'一二三四五六日'[day.weekday()]} {time[11:16]}"


class MailCase(NoticeCase):
    """Tests against a server and a mail server of each class of tests."""

    CLOCK = "2026-10-09T09:00:00+08:00"

    @classmethod
    def setUpClass(cls):
        cls.mailbox = cls.enterClassContext(Mailbox())
        NoticeCase.campaign = cls.enterClassContext(serving(
            clock=cls.CLOCK, pace="0.002",
            options=["--mail-server", cls.mailbox.url, "--mail-from", SENDER]))
        cls.campaign.give_addresses(ADDRESSES)

    def prefer(self, who, **wanted):
        """Changes how somebody gets mail, until the end of the test."""
        path = "/v1/preferences"
        before = self.campaign.get(who, path)
        self.addCleanup(self.campaign.put, who, path,
                        {name: before[name] for name in ("mail", "quiet", "language")})
        return self.campaign.put(who, path, wanted)

    def came(self, who, holding, count=1):
        return self.mailbox.wait(ADDRESSES[who], count, holding)

    def count(self, who, holding=""):
        """Counts the mails that came, those that came twice once."""
        mails = self.mailbox.to(ADDRESSES[who], holding)
        return len({mail.message["Message-ID"] for mail in mails})

    def settled(self, who, state="delivered", **filters):
        return self.campaign.wait_delivery(who, lambda one: one["state"] == state, **filters)


class Digests(MailCase):
    """One letter a working day, at half past eight; 20 September is one, a Sunday.

    Time goes on from test to test, in the order of their names.
    """

    CLOCK = "2026-09-18T09:00:00+08:00"

    def test_the_leader_gets_one_letter_a_working_day_that_is_complete_in_itself(self):
        receiver = self.receive()
        self.subscribe(LEADER, receiver.url, pace="digest")
        steel, power = (self.campaign.dispatched(title=title) for title in ("断钢", "断电"))
        self.supervise(steel, "第一次督办")
        self.supervise(power, "供电须恢复")
        self.campaign.advance("2026-09-18T20:30:00+08:00")
        self.supervise(steel, "第二次督办")
        self.check_nothing_until("2026-09-20T08:30:00+08:00", "2026-09-20T08:29:00+08:00", 0)
        self.check_first(steel, power)
        self.check_hook(receiver, steel, power)
        self.campaign.advance("2026-09-20T10:00:00+08:00")
        self.supervise(power, "第三次督办")
        self.campaign.advance("2026-09-21T08:10:00+08:00")
        self.supervise(power, "第四次督办")
        self.check_nothing_until("2026-09-21T08:30:00+08:00", "2026-09-21T08:20:00+08:00", 1)
        self.check_second(steel, power)
        receiver.wait(2)
        self.campaign.advance("2026-09-23T09:00:00+08:00")
        time.sleep(0.7)
        self.assertEqual((self.count(LEADER), len(receiver.hooks)), (2, 2))

    def supervise(self, number, text):
        """Has the leader told, and waits until that is noted in both of the leader's digests."""
        self.campaign.act(OFFICE, number, "supervise", text=text)
        self.campaign.wait_all_told()
        pending = self.campaign.deliveries(LEADER, state="pending")
        self.assertEqual(len(pending), 2)
        self.assertNotIn("issue", pending[0])

    def check_nothing_until(self, at, just_before, count):
        for one in self.campaign.deliveries(LEADER, state="pending"):
            self.assertEqual(instant(one["notBefore"]), instant(at))
            self.assertEqual(one["digestOn"], at[:10])
        self.campaign.advance(just_before)
        time.sleep(0.7)
        self.assertEqual(self.count(LEADER), count)
        self.campaign.advance(at)

    def check_first(self, steel, power):
        mail, = self.came(LEADER, "")
        self.assertEqual(mail.subject, "【助企】2026-09-20 要您办 0 项")
        self.assertRegex(mail.text, r"目前没有要您办的事；等别人办 [1-9][0-9]* 项。")
        for part in ("示例·副市长：", f"{steel} 断钢（郑州示例一号机械有限公司）",
                     f"{power} 断电（郑州示例一号机械有限公司）", "现状：办理中",
                     "主办：郑州市工业和信息化局", "办结期限：9月29日 周二 17:30",
                     "9月18日 周五 09:00 督办（示例·市活动办一）：第一次督办",
                     "9月18日 周五 09:00 督办（示例·市活动办一）：供电须恢复",
                     "9月18日 周五 20:30 督办（示例·市活动办一）：第二次督办",
                     f"zhuqi show {short(steel)} --server {PUBLIC}",
                     f"zhuqi show {short(power)} --server {PUBLIC}"):
            self.assertIn(part, mail.text)
        self.assertEqual(mail.text.count(f"{steel} 断钢"), 1)

    def check_hook(self, receiver, steel, power):
        hook, = receiver.wait(1)
        self.assertEqual(hook.event["type"], "zhuqi.digest")
        self.assertEqual(hook.data["date"], "2026-09-20")
        self.assertIn("要您办 0 项", hook.data["message"]["subject"])
        self.assertEqual(hook.data["duties"], [])
        self.assertGreater(hook.data["waiting"], 0)
        first, second = hook.data["issues"]
        self.assertEqual([first["number"], second["number"]], [steel, power])
        self.assertEqual([event["action"] for event in first["events"]], ["supervise"] * 2)
        self.assertEqual(
            {name: first[name] for name in ("title", "state", "isOverdue", "lead")},
            {"title": "断钢", "state": "inHandling", "isOverdue": False, "lead": "industry"})
        self.assertEqual(instant(first["dueAt"]), instant("2026-09-29T17:30:00+08:00"))

    def check_second(self, steel, power):
        mail = self.came(LEADER, "", 2)[1]
        self.assertEqual(mail.subject, "【助企】2026-09-21 要您办 0 项")
        self.assertIn("第三次督办", mail.text)
        self.assertIn("第四次督办", mail.text)
        self.assertNotIn("供电须恢复", mail.text)
        self.assertNotIn(steel, mail.text)

    def test_whoever_prefers_it_gets_a_digest_as_well(self):
        self.prefer(HEAD, mail="digest", language="en")
        number = self.campaign.dispatched(title="Steel")
        waiting = self.campaign.wait_delivery(HEAD, lambda one: "digestOn" in one)
        self.campaign.advance(waiting["notBefore"])
        mail, = self.came(HEAD, number)
        self.assertRegex(mail.subject, r"[1-9][0-9]* yours to do")
        self.assertIn(f"{number} Steel", mail.text)
        # What is owed stands beside what happened, with the line to type.
        self.assertRegex(mail.text, rf"\n. {short(number)}  Steel  .*\n"
                                    rf"    zhuqi do [A-Za-z]+ {short(number)} --server {PUBLIC}\n")
        wait_until(lambda: not self.campaign.deliveries(HEAD, state="pending"))
        self.assertEqual(self.count(HEAD, number), 1)


    def test_what_passed_is_told_with_its_clock_its_party_and_what_is_to_be_done(self):
        number = self.campaign.dispatched(title="迟迟未复")
        self.campaign.act(HANDLER, number, "acknowledge")
        due = next(clock["dueAt"] for clock in self.clocks(number) if clock["kind"] == "resolve")
        self.campaign.advance(due)
        by = in_words(due)
        early, late = (
            wait_until(lambda: next((mail for mail in self.mailbox.to(ADDRESSES[HANDLER], number)
                                     if part in mail.text), None))
            for part in ("临期预警", f"办结期限：{by}（已超期）\n"))
        for mail in (early, late):
            self.assertIn(f"办结（郑州市工业和信息化局）：{by}", mail.text)
            self.assertNotIn("退单", mail.text)
            self.assertRegex(mail.text, rf"请您办理：.*（办结），{by} 前")
        # Each says what was so when it rang.
        self.assertIn(f"办结期限：{by}\n", early.text)
        self.assertIn(f"（办结），{by} 前，已超期", late.text)

    def clocks(self, number):
        return self.campaign.get(OFFICE, f"/v1/issues/{number}")["clocks"]

    def test_what_one_may_not_see_any_more_is_in_no_digest(self):
        receiver = self.receive()
        made = self.subscribe("commerce.handler", receiver.url, scope="seen", pace="digest")
        number = self.campaign.dispatched()
        waiting = self.campaign.wait_delivery(
            "commerce.handler", lambda one: "digestOn" in one, subscription=made["id"])
        self.campaign.change("grants.csv", "until", {"commerce.handler": "2026-09-17"})
        wait_until(lambda: self.campaign.ask(
            "commerce.handler", "GET", f"/v1/issues/{number}").status != 200)
        self.campaign.advance(waiting["notBefore"])
        self.campaign.wait_delivery(
            ADMINISTRATOR, lambda one: one["state"] != "pending", subscription=made["id"])
        self.assertNotIn(number, "".join(hook.body.decode() for hook in receiver.hooks))

    def test_with_much_to_tell_it_still_arrives_whole(self):
        numbers = [self.campaign.dispatched(title="钢" * 200) for _ in range(40)]
        for number in numbers:
            self.campaign.act(OFFICE, number, "supervise", text="限期办结，" * 400)
        waiting = self.campaign.wait_delivery(LEADER, lambda one: one["state"] == "pending")
        self.campaign.wait_all_told()
        self.campaign.advance(waiting["notBefore"])
        sent = self.campaign.wait_delivery(LEADER, lambda one: one["id"] == waiting["id"]
                                           and one.get("lastStatus") is not None)
        self.assertEqual(sent["state"], "delivered", sent)
        mail, = self.came(LEADER, numbers[-1])
        self.assertEqual(mail.text.count("\n  现状："), 40)
        self.assertEqual(mail.text.count("限期办结，" * 400), 40)


class Letters(MailCase):
    def setUp(self):
        """Lets letters of the test before go: what the mail server is told is not for them."""
        self.campaign.wait_all_told()
        wait_until(lambda: self.campaign.value(
            "SELECT count(*) FROM delivery WHERE state = 'pending' AND digest_on IS NULL") == "0")

    def test_everybody_who_is_told_gets_one_mail(self):
        number = self.campaign.dispatched(title="轴承钢断供")
        mail, = self.came(HANDLER, number)
        self.assertEqual(mail.subject, f"【助企】交办：{number} 轴承钢断供")
        for part in ("示例·工信局经办：", "郑州示例一号机械有限公司", "事由：职责所在",
                     "办理人：示例·市活动办一", "状态：已交办", f"办结期限：{self.due(number)}\n",
                     f"查看：zhuqi show {short(number)} --server {PUBLIC}"):
            self.assertIn(part, mail.text)
        other, = self.came(HEAD, number)
        self.assertIn("示例·工信局负责人：", other.text)
        self.assertEqual((mail.recipients, other.recipients),
                         ((ADDRESSES[HANDLER],), (ADDRESSES[HEAD],)))
        self.assertEqual(self.campaign.deliveries("commerce.handler"), [])
        self.assertEqual((self.count(LEADER, number), self.count(OFFICE, number)), (0, 0))
        self.assertEqual((self.count(HANDLER, number), self.count(HEAD, number)), (1, 1))

    def test_headers_are_those_of_a_proper_mail(self):
        number = self.campaign.dispatched()
        self.campaign.remind(number)
        first, second = self.came(HANDLER, number, 2)
        message = first.message
        self.assertEqual(first.sender, SENDER)
        self.assertIn(SENDER, message["From"])
        self.assertEqual(message["To"].addresses[0].addr_spec, ADDRESSES[HANDLER])
        self.assertEqual(message["Auto-Submitted"], "auto-generated")
        self.assertNotEqual(message["Message-ID"], second.message["Message-ID"])
        # Two installations count alike, so each puts its own id before what it counts.
        installation = self.campaign.value("SELECT id FROM installation")
        for one in (message, second.message):
            self.assertIn(installation, one["Message-ID"])
        content = message.get_body(("plain",))
        self.assertEqual(content.get_content_charset(), "utf-8")
        self.assertIsNotNone(message["Date"], first.raw.decode())
        sent = email.utils.parsedate_to_datetime(message["Date"])
        self.assertLess(abs(datetime.datetime.now(datetime.UTC) - sent).total_seconds(), 600)

    def test_the_longest_title_keeps_the_limits_of_lines(self):
        title = "钢" * 200
        number = self.campaign.dispatched(title=title)
        delivery = self.campaign.wait_delivery(
            HANDLER, lambda one: one["state"] != "pending", issue=number)
        self.assertEqual(delivery["state"], "delivered", delivery)
        mail, = self.came(HANDLER, number)
        self.assertEqual(mail.subject, f"【助企】交办：{number} {title}")
        self.assertTrue(mail.raw.isascii())
        lines = mail.raw.splitlines()
        self.assertLessEqual(max(map(len, lines)), 998)
        words = [word for line in lines for word in line.split() if word.startswith(b"=?")]
        self.assertLessEqual(max(map(len, words)), 75)

    def test_words_of_people_change_neither_headers_nor_form(self):
        words = r'“急” "; type=text/html; filename="x" \ <b>&amp; {{link}} =?UTF-8?Q?x?= 👷 @/etc'
        number = self.campaign.dispatched(title=words)
        text = words + "\nSubject: other\n.\n\nurl = \"x\"\n@/etc/hostname"
        self.campaign.remind(number, text=text)
        mail = self.came(HANDLER, number, 2)[1]
        self.assertEqual(mail.subject, f"【助企】催办：{number} {words}")
        self.assertIn(text, mail.text)
        self.assertEqual(mail.recipients, (ADDRESSES[HANDLER],))

    def test_preferences_are_kept_and_the_address_is_masked(self):
        known = self.campaign.get(HANDLER, "/v1/preferences")
        self.assertEqual(known, {"mail": "each", "quiet": True, "language": "zh",
                                 "address": "ha***@example.cn"})
        self.assertEqual(self.campaign.get(LEADER, "/v1/preferences")["mail"], "digest")
        self.assertNotIn("address", self.campaign.get("commerce.handler", "/v1/preferences"))
        changed = self.prefer(HANDLER, language="en")
        self.assertEqual(changed, known | {"language": "en"})
        self.assertEqual(self.prefer(HANDLER, quiet=False), changed | {"quiet": False})

    def test_english(self):
        self.prefer(HANDLER, language="en")
        number = self.campaign.dispatched(title="Steel")
        mail, = self.came(HANDLER, number)
        self.assertEqual(mail.subject, f"[zhuqi] Dispatch: {number} Steel")
        issue = self.campaign.get(OFFICE, f"/v1/issues/{number}")
        clock, = [clock for clock in issue["clocks"] if clock["kind"] == "resolve"]
        day = datetime.date.fromisoformat(clock["dueAt"][:10])
        due = f"{day:%a %m-%d} {clock['dueAt'][11:16]}"
        self.assertIn(f"Deadline (Resolution): {due}\n", mail.text)

    def due(self, number):
        """The deadline of an issue, as it is written for people."""
        issue = self.campaign.get(OFFICE, f"/v1/issues/{number}")
        clock, = [clock for clock in issue["clocks"] if clock["kind"] == "resolve"]
        return in_words(clock["dueAt"])

    def test_whoever_wants_none_gets_none(self):
        self.prefer(HANDLER, mail="none")
        number = self.campaign.dispatched()
        self.came(HEAD, number)
        self.assertEqual(self.campaign.deliveries(HANDLER, issue=number), [])
        self.assertEqual(self.count(HANDLER, number), 0)

    def test_a_leader_may_want_each(self):
        self.prefer(LEADER, mail="each")
        number = self.campaign.dispatched()
        self.campaign.act(OFFICE, number, "supervise", text="限期办结")
        mail, = self.came(LEADER, number)
        self.assertIn("限期办结", mail.text)

    # Servers that refuse.

    def test_what_the_server_refuses_for_good_is_dead_until_it_is_replayed(self):
        self.mailbox.reply(ADDRESSES[HANDLER], "550 5.1.1 no such user")
        number = self.campaign.dispatched()
        dead = self.settled(HANDLER, "dead", issue=number)
        self.assertEqual((dead["tries"], dead["lastStatus"], dead["lastError"]), (1, 550, "mail"))
        self.assertEqual(self.count(HANDLER, number), 0)
        self.campaign.post(HANDLER, f"/v1/deliveries/{dead['id']}/replays", {}, expected=200)
        self.came(HANDLER, number)

    def test_what_the_server_refuses_for_now_is_tried_again(self):
        tries = self.mailbox.tries(ADDRESSES[HANDLER])
        self.mailbox.reply(ADDRESSES[HANDLER], "450 4.2.1 busy", "451 4.3.0 try again")
        number = self.campaign.dispatched()
        self.came(HANDLER, number)
        delivery = self.settled(HANDLER, issue=number)
        self.assertEqual([one.get("error") for one in delivery["attempts"]], ["mail", "mail", None])
        self.assertEqual([one["status"] for one in delivery["attempts"]], [450, 451, 250])
        self.assertEqual(self.mailbox.tries(ADDRESSES[HANDLER]) - tries, 3)

    def test_connections_that_are_closed_are_tried_again(self):
        self.prefer(HEAD, mail="none")
        self.mailbox.drop(2)
        number = self.campaign.dispatched()
        self.came(HANDLER, number)
        delivery = self.settled(HANDLER, issue=number)
        self.assertEqual(delivery["tries"], 3)
        self.assertEqual(self.count(HANDLER, number), 1)

    def test_a_server_that_says_nothing_is_left_and_tried_again(self):
        self.prefer(HEAD, mail="none")
        with self.mailbox.silence():
            number = self.campaign.dispatched()
            self.campaign.wait_delivery(HANDLER, lambda one: one.get("lastError"), issue=number)
        delivery = self.settled(HANDLER, issue=number)
        self.assertEqual(delivery["attempts"][0]["error"], "timeout")
        self.assertLess(delivery["attempts"][0]["milliseconds"], 60000)
        self.assertEqual(self.count(HANDLER, number), 1)

    def test_a_server_that_refuses_one_address_serves_the_others(self):
        self.mailbox.reply(ADDRESSES[HANDLER], *["450 4.2.1 busy"] * 5)
        number = self.campaign.dispatched()
        self.came(HEAD, number)
        self.came(HANDLER, number)


class Waking(MailCase):
    """Notices wait for the waking hours of working days; 10 October is one, a Saturday.

    Time goes on from test to test, in the order of their names.
    """

    def test_notices_wait_for_the_morning_of_a_working_day(self):
        number = self.campaign.dispatched()
        self.came(HANDLER, number)
        for at, until, just_before in (
                ("2026-10-09T20:00:00+08:00", "2026-10-10T08:00:00+08:00",
                 "2026-10-10T07:59:59+08:00"),
                ("2026-10-10T23:00:00+08:00", "2026-10-12T08:00:00+08:00",
                 "2026-10-11T12:00:00+08:00"),
                ("2026-10-13T07:00:00+08:00", "2026-10-13T08:00:00+08:00",
                 "2026-10-13T07:30:00+08:00"),
                ("2026-10-17T18:00:00+08:00", "2026-10-19T08:00:00+08:00",
                 "2026-10-18T10:00:00+08:00")):
            with self.subTest(at):
                self.check_waits(number, at, until, just_before)
        self.campaign.advance("2026-10-19T19:59:00+08:00")
        self.campaign.remind(number, text="不必等候")
        self.came(HANDLER, "不必等候")

    def check_waits(self, number, at, until, just_before):
        self.campaign.advance(at)
        text = f"催办于{at[:16]}"
        held = self.remind(number, text)
        self.assertEqual(instant(held["notBefore"]), instant(until))
        self.campaign.advance(just_before)
        time.sleep(0.7)
        self.assertEqual(self.count(HANDLER, text), 0)
        self.campaign.advance(until)
        self.came(HANDLER, text)
        self.came(HEAD, text)
        self.assertEqual(self.count(HANDLER, text), 1)

    def remind(self, number, text):
        """Reminds of an issue; answers the delivery to the handler."""
        sequence = self.campaign.remind(number, text)["sequence"]
        return self.campaign.wait_delivery(
            HANDLER, lambda one: one["sequence"] == sequence, issue=number)

    def test_urgent_ones_and_those_who_do_not_mind_are_told_at_night(self):
        self.campaign.advance("2026-10-23T10:00:00+08:00")
        number = self.campaign.dispatched()
        self.campaign.advance("2026-10-24T22:00:00+08:00")
        urgent = self.campaign.dispatched(**{"class": "U"})
        self.came(HANDLER, urgent)
        self.check_hastened(number)
        self.prefer(HANDLER, quiet=False)
        ordinary = self.campaign.dispatched()
        self.came(HANDLER, ordinary)
        self.assertEqual(self.count(HEAD, ordinary), 0)

    def check_hastened(self, number):
        held = self.remind(number, "先催一次")
        self.assertEqual(instant(held["notBefore"]), instant("2026-10-26T08:00:00+08:00"))
        self.campaign.act(OFFICE, number, "reclassify", **{"class": "U"}, reason="停产在即")
        self.campaign.remind(number, "再催一次")
        self.came(HANDLER, "再催一次")
        mails = [mail.text for mail in self.mailbox.to(ADDRESSES[HANDLER], number)]
        found = [text for mail in mails for text in ("先催一次", "再催一次") if text in mail]
        self.assertEqual(list(dict.fromkeys(found)), ["先催一次", "再催一次"])

    def test_what_waits_is_not_sent_to_whoever_wants_none_any_more(self):
        self.campaign.advance("2026-11-03T21:00:00+08:00")
        number = self.campaign.dispatched()
        for who in (HANDLER, HEAD):
            self.campaign.wait_delivery(who, lambda _: True, issue=number)
        self.prefer(HANDLER, mail="none")
        self.campaign.advance("2026-11-04T08:00:00+08:00")
        self.came(HEAD, number)
        time.sleep(0.7)
        self.assertEqual(self.count(HANDLER, number), 0)

    def test_webhooks_wait_only_where_that_is_wished(self):
        self.campaign.advance("2026-10-31T12:00:00+08:00")
        prompt, quiet = self.receive(), self.receive()
        self.subscribe(HANDLER, prompt.url)
        made = self.subscribe(HANDLER, quiet.url, quiet=True)
        self.campaign.dispatched()
        prompt.wait(1)
        held = self.campaign.wait_delivery(HANDLER, lambda _: True, subscription=made["id"])
        self.assertEqual(instant(held["notBefore"]), instant("2026-11-02T08:00:00+08:00"))
        self.assertEqual(quiet.hooks, [])
        self.campaign.advance("2026-11-02T08:00:00+08:00")
        quiet.wait(1)


if __name__ == "__main__":
    unittest.main()
