"""What goes out over webhooks: signed, in order, to whoever may know it and to nobody else."""

import concurrent.futures
import datetime
import random
import threading
import time
import unittest

from standardwebhooks import WebhookVerificationError

import hooks
from campaign import ADMINISTRATOR, CONTACT, PUBLIC, NoticeCase, instant, serving, short, wait_until

HANDLER, HEAD, OFFICE = "industry.handler", "industry.head", "cityOffice1"


def setUpModule():
    NoticeCase.campaign = unittest.enterModuleContext(serving(pace="0.0005"))


class Signatures(NoticeCase):
    def test_each_try_is_signed_and_bears_the_same_id(self):
        receiver = self.receive(hooks.in_turn(hooks.status(500), hooks.status(200)))
        secret = self.subscribe(HANDLER, receiver.url)["secret"]
        self.campaign.dispatched()
        first, second = receiver.wait(2)
        self.assertEqual(first.id, second.id)
        self.assertEqual(first.body, second.body)
        for hook in (first, second):
            hook.verified(secret)

    def test_every_subscription_has_a_secret_of_its_own(self):
        receiver = self.receive()
        secret = self.subscribe(HANDLER, receiver.url)["secret"]
        other = self.subscribe(HEAD, receiver.url + "/other")["secret"]
        self.campaign.dispatched()
        for hook in receiver.wait(2):
            right, wrong = (other, secret) if hook.path.endswith("other") else (secret, other)
            hook.verified(right)
            with self.assertRaises(WebhookVerificationError):
                hook.verified(wrong)

    def test_both_secrets_sign_until_the_overlap_ends_and_then_only_the_new_one(self):
        receiver = self.receive()
        made = self.subscribe(HANDLER, receiver.url)
        number = self.campaign.dispatched()
        receiver.wait(1)
        new = self.rotate(made, overlapHours=1)
        ahead = instant(new["previousUntil"]) - datetime.datetime.now(datetime.UTC)
        self.assertAlmostEqual(ahead.total_seconds(), 3600, delta=60)
        self.campaign.remind(number)
        during = receiver.wait(2)[1]
        during.verified(new["secret"], made["secret"])
        self.assertEqual(len(during.headers["webhook-signature"].split()), 2)
        self.campaign.sql("UPDATE subscription SET previous_until = now() - interval '1 second' "
                          f"WHERE id = {made['id']}")
        self.campaign.remind(number)
        self.check_only(receiver.wait(3)[2], new["secret"], made["secret"])

    def test_without_an_overlap_only_the_new_secret_signs(self):
        receiver = self.receive()
        made = self.subscribe(HANDLER, receiver.url)
        new = self.rotate(made, overlapHours=0)
        self.campaign.dispatched()
        self.check_only(receiver.wait(1)[0], new["secret"], made["secret"])

    def test_an_ended_subscription_has_no_secret_to_rotate(self):
        made = self.subscribe(HANDLER, self.receive().url)
        path = f"/v1/subscriptions/{made['id']}"
        self.campaign.delete(HANDLER, path)
        self.refused(self.campaign.ask(HANDLER, "POST", path + "/rotations", {}), 409,
                     code="CW235")

    def rotate(self, made, **wanted):
        return self.campaign.post(HANDLER, f"/v1/subscriptions/{made['id']}/rotations", wanted)

    def check_only(self, hook, new, old):
        hook.verified(new)
        self.assertEqual(len(hook.headers["webhook-signature"].split()), 1)
        with self.assertRaises(WebhookVerificationError):
            hook.verified(old)


class Messages(NoticeCase):
    def test_a_notice_is_a_cloud_event_that_says_what_happened(self):
        receiver = self.receive()
        self.subscribe(HANDLER, receiver.url)
        number = self.campaign.dispatched(title="轴承钢断供")
        hook, = receiver.wait(1)
        self.assertEqual((hook.method, hook.path), ("POST", "/hook"))
        self.assertEqual(hook.headers["content-type"].split(";")[0],
                         "application/cloudevents+json")
        self.assertEqual(hook.headers["user-agent"], "zhuqi")
        event, data = hook.event, hook.data
        self.assertEqual(instant(event["time"]), instant(self.campaign.events(number)[2]["at"]))
        self.assertEqual(event | {"data": None, "time": None}, {
            "specversion": "1.0", "id": f"{data['issue']}-3", "source": event["source"],
            "type": "zhuqi.issue.dispatch", "subject": number, "time": None,
            "datacontenttype": "application/json", "data": None})
        self.assertRegex(event["source"], r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
        self.assertIn(event["source"].removeprefix("urn:uuid:"), hook.id)
        told = data.pop("told")
        self.assertIn({"login": HANDLER, "name": "示例·工信局经办", "audience": "handler"}, told)
        self.assertEqual(data | {"issue": "", "message": {}}, {
            "issue": "", "number": number, "title": "轴承钢断供", "sequence": 3,
            "action": "dispatch", "from": "accepted", "to": "dispatched", "message": {},
            "dueAt": "2026-10-19T09:30:00Z"})

    def test_path_and_query_of_the_address_are_kept(self):
        receiver = self.receive()
        self.subscribe(HANDLER, receiver.url + "/a%2Fb?key=a%20b&c=%E9%92%A2")
        self.campaign.dispatched()
        self.assertEqual(receiver.wait(1)[0].path, "/hook/a%2Fb?key=a%20b&c=%E9%92%A2")

    def test_the_message_is_chinese_or_english_and_has_all_that_one_must_know(self):
        receiver = self.receive()
        self.subscribe(HANDLER, receiver.url + "/zh")
        self.subscribe(HANDLER, receiver.url + "/en", language="en")
        number = self.campaign.dispatched(title="轴承钢断供")
        texts = {hook.path[-2:]: hook.data["message"] for hook in receiver.wait(2)}
        self.assertEqual(texts["zh"]["subject"], f"【助企】交办：{number} 轴承钢断供")
        self.assertEqual(texts["en"]["subject"], f"[zhuqi] Dispatch: {number} 轴承钢断供")
        for language, words in (
                ("zh", ["已交办", "郑州市工业和信息化局", "示例·市活动办一", "10月19日 周一 17:30",
                        f"请您办理：签收（签收、首次联系），10月9日 周五 14:30 前\n"
                        f"  zhuqi do 签收 {short(number)} --server {PUBLIC}\n"]),
                ("en", ["Dispatched", "Industry and Information Bureau", "Mon 10-19 17:30",
                        f"  zhuqi do acknowledge {short(number)} --server {PUBLIC}\n"])):
            for part in [number, "轴承钢断供", "职责所在",
                         f"zhuqi show {short(number)} --server {PUBLIC}", *words]:
                self.assertIn(part, texts[language]["text"])

    def test_cards_are_named_and_only_wanted_actions_come(self):
        receiver = self.receive()
        self.subscribe(HEAD, receiver.url, actions=["giveCard"])
        number = self.campaign.dispatched()
        self.campaign.act(OFFICE, number, "giveCard", card="red", reason="久拖不决")
        data = receiver.wait(1)[0].data
        self.assertEqual((data["action"], data["card"]), ("giveCard", "red"))
        self.assertIn("久拖不决", data["message"]["text"])
        self.assertEqual(len(receiver.hooks), 1)

    def test_a_deputy_is_told_for_whom(self):
        receiver = self.receive()
        self.subscribe("health.handler", receiver.url, actions=["supervise"])
        number = self.campaign.dispatched(lead="health")
        self.campaign.post("health.head", "/v1/absences", {
            "from": "2026-10-09", "until": "2026-10-12", "deputy": "health.handler"})
        wait_until(lambda: "insteadOf" in self.campaign.act(
            OFFICE, number, "supervise", text="督办")["told"][0])
        text = receiver.wait(1)[0].data["message"]["text"]
        self.assertTrue(text.startswith("示例·卫健委经办：\n（代 示例·卫健委负责人）\n"), text)

    def test_words_of_people_are_passed_on_as_they_are(self):
        words = '“库存”<b>&amp; "两周" {{link}} \\n 👷'
        receiver = self.receive()
        self.subscribe(HANDLER, receiver.url)
        number = self.campaign.dispatched(title=words)
        self.campaign.remind(number, text=words + "\n第二行")
        reminded = receiver.wait(2)[1].data
        self.assertEqual(reminded["title"], words)
        self.assertTrue(reminded["message"]["subject"].endswith(words))
        self.assertIn(words + "\n第二行", reminded["message"]["text"])


class Delayed(NoticeCase):
    """A notice says what was so at its event, to whoever may still see it, and asks for what is owed now."""

    def test_what_its_receiver_may_not_see_any_more_is_not_sent(self):
        receiver = self.receive(hooks.status(503))
        made = self.subscribe(HANDLER, receiver.url)
        number = self.campaign.dispatched()
        receiver.wait(1)
        self.campaign.act(HANDLER, number, "acknowledge")
        self.campaign.act(OFFICE, number, "transfer", leadUnit="science", supportingUnits=[],
                          reason="职责所在")
        hidden = self.campaign.wait_delivery(
            HANDLER, lambda one: one["state"] == "noLongerVisible", subscription=made["id"])
        self.assertEqual(hidden["issue"], number)

    def test_it_speaks_of_its_event(self):
        receiver = self.receive(hooks.status(503))
        self.subscribe(OFFICE, receiver.url, scope="seen", actions=["dispatch"])
        number = self.campaign.dispatched()
        receiver.wait(1)
        self.campaign.act(HANDLER, number, "acknowledge")
        self.campaign.act(OFFICE, number, "transfer", leadUnit="science", supportingUnits=[],
                          reason="职责所在")
        receiver.answer = hooks.status(200)
        count = len(receiver.hooks)
        last = receiver.wait(count + 1)[-1].data["message"]["text"]
        self.assertIn("主办：郑州市工业和信息化局", last)
        self.assertNotIn("科技", last)

    def test_a_supporting_unit_is_told_of_its_own_part(self):
        receiver = self.receive()
        self.subscribe("commerce.handler", receiver.url)
        self.campaign.dispatched()
        text = receiver.wait(1)[0].data["message"]["text"]
        self.assertIn("您单位为协办单位。", text)
        self.assertIn("请您办理：反馈协办意见（协办意见），10月13日 周二 17:30 前\n", text)
        self.assertNotIn("签收", text)

    def test_what_was_done_before_it_went_is_asked_of_nobody(self):
        receiver = self.receive(hooks.status(503))
        self.subscribe(HANDLER, receiver.url, actions=["dispatch"])
        number = self.campaign.dispatched()
        first = receiver.wait(1)[0].data["message"]["text"]
        self.assertIn("请您办理：签收", first)
        self.campaign.act(HANDLER, number, "acknowledge")
        receiver.answer = hooks.status(200)
        last = receiver.wait(len(receiver.hooks) + 1)[-1].data["message"]["text"]
        self.assertNotIn("请您办理：签收", last)
        self.assertIn("请您办理：", last)
        self.assertIn("状态：已交办", last)

    def test_a_supervision_is_told_with_its_date(self):
        receiver = self.receive()
        self.subscribe(HEAD, receiver.url, actions=["supervise"])
        number = self.campaign.dispatched()
        self.campaign.act(OFFICE, number, "supervise", text="请速办", dueOn="2026-10-14")
        self.assertIn("督办期限：2026-10-14", receiver.wait(1)[0].data["message"]["text"])

    def test_a_leader_is_not_told_to_do_what_the_unit_owes(self):
        receiver = self.receive()
        self.subscribe("viceMayor", receiver.url, actions=["supervise"])
        number = self.campaign.dispatched()
        self.campaign.act(OFFICE, number, "supervise", text="请速办")
        text = receiver.wait(1)[0].data["message"]["text"]
        self.assertNotIn("请您办理", text)
        self.assertIn("供知悉，您目前没有要办的事。\n等郑州市工业和信息化局办理：签收", text)
        self.assertIn("办结期限：10月19日 周一 17:30", text)

    def test_the_deadline_is_none_that_the_event_itself_ended(self):
        receiver = self.receive()
        self.subscribe("officer1", receiver.url, actions=["acknowledge"])
        number = self.campaign.dispatched()
        self.campaign.act(HANDLER, number, "acknowledge")
        data = receiver.wait(1)[0].data
        self.assertNotIn("10月9日 周五 14:30", data["message"]["text"])
        self.assertNotIn("2026-10-09T14:30", data.get("dueAt", ""))


class Once(NoticeCase):
    def test_a_key_makes_a_subscription_and_a_rotation_count_once(self):
        receiver = self.receive()
        body, key = {"channel": "webhook", "url": receiver.url}, {"Idempotency-Key": '"once-1"'}
        first, again = (self.campaign.ask(HANDLER, "POST", "/v1/subscriptions", body, key)
                        for _ in range(2))
        self.assertEqual((first.status, first.body), (201, again.body))
        self.assertEqual(again.headers["Idempotency-Replayed"], "true")
        path = f"/v1/subscriptions/{first.body['id']}"
        self.addCleanup(self.campaign.ask, HANDLER, "DELETE", path)
        other = {**body, "language": "en"}
        self.refused(self.campaign.ask(HANDLER, "POST", "/v1/subscriptions", other, key), 422,
                     code="CW202")
        key = {"Idempotency-Key": '"once-2"'}
        turned, same = (self.campaign.ask(HANDLER, "POST", path + "/rotations", {}, key)
                        for _ in range(2))
        self.assertEqual(turned.body, same.body)


class Pauses(NoticeCase):
    """A webhook that failed for too long waits for its owner, who is told."""

    def test_its_owner_sees_it_and_lets_it_go_on_once(self):
        receiver = self.receive(hooks.status(503))
        made = self.subscribe(HANDLER, receiver.url)
        path = f"/v1/subscriptions/{made['id']}/resumptions"
        self.refused(self.campaign.ask(HANDLER, "POST", path, {}), 409, code="CW255")
        number = self.campaign.dispatched()
        receiver.wait(4)
        self.campaign.sql("UPDATE subscription SET failing_since = now() - interval '2 days' "
                          f"WHERE id = {made['id']}")
        pause = wait_until(lambda: self.shown(made).get("pause"))
        self.assertIn("暂停", pause["reason"]["zh"])
        self.assertLess(instant(pause["failingSince"]), instant(pause["at"]))
        count = len(receiver.hooks)
        self.campaign.remind(number)
        receiver.answer = hooks.status(200)
        time.sleep(1)
        self.assertEqual(len(receiver.hooks), count)
        self.refused(self.campaign.ask(HANDLER, "POST", path, {"missed": "perhaps"}), 422,
                     pointer="/missed")
        self.refused(self.campaign.ask(HANDLER, "POST", path, {"since": "1"}), 400,
                     pointer="/since")
        self.assertEqual(self.campaign.ask(OFFICE, "POST", path, {}).status, 404)
        first, again = (self.campaign.ask(HANDLER, "POST", path, {},
                                          {"Idempotency-Key": f'"{made["id"]}"'})
                        for _ in range(2))
        self.assertEqual((first.status, again.status), (201, 201))
        self.assertEqual(again.headers["Idempotency-Replayed"], "true")
        self.refused(self.campaign.ask(HANDLER, "POST", path, {}), 409, code="CW255")
        came = receiver.wait(count + 2)[count:]
        self.assertEqual([hook.data["number"] for hook in came], [number, number])
        self.assertEqual([hook.event["type"] for hook in came],
                         ["zhuqi.issue.dispatch", "zhuqi.issue.remind"])
        self.assertNotIn("pause", self.shown(made))

    def test_what_was_missed_may_be_left_out(self):
        receiver = self.receive(hooks.status(503))
        made = self.subscribe(HANDLER, receiver.url)
        number = self.campaign.dispatched()
        receiver.wait(4)
        self.campaign.sql("UPDATE subscription SET failing_since = now() - interval '2 days' "
                          f"WHERE id = {made['id']}")
        wait_until(lambda: self.shown(made).get("pause"))
        beside = self.receive()
        self.subscribe(HANDLER, beside.url)
        self.campaign.remind(number, "没有送到")
        beside.wait(1)
        count = len(receiver.hooks)
        receiver.answer = hooks.status(200)
        self.campaign.post(HANDLER, f"/v1/subscriptions/{made['id']}/resumptions",
                           {"missed": "skip"})
        self.campaign.remind(number, "从这里开始")
        hook = receiver.wait(count + 1)[count]
        self.assertIn("从这里开始", hook.data["message"]["text"])

    def shown(self, made):
        listed = self.campaign.items(HANDLER, "/v1/subscriptions")
        return next(one for one in listed if one["id"] == made["id"])


class Order(NoticeCase):
    def test_notices_of_an_issue_stay_in_order_however_the_receiver_fails(self):
        chance, taken, lock = random.Random(13710), [], threading.Lock()

        def choose(hook):
            with lock:
                fault, pause = chance.random(), chance.random() / 20
            time.sleep(pause)
            if fault < 0.4:
                return hooks.status(500) if fault < 0.3 else hooks.hang_up
            with lock:
                taken.append((hook.data["number"], hook.data["sequence"]))
            return hooks.status(200)

        receiver = self.receive(hooks.by(choose))
        self.subscribe(HANDLER, receiver.url)
        numbers = [self.campaign.dispatched() for _ in range(6)]
        for _ in range(8):
            for number in chance.sample(numbers, len(numbers)):
                self.campaign.remind(number)
        wait_until(lambda: len(set(taken)) == 54, 180, lambda: f"{len(set(taken))} came")
        for number in numbers:
            tried = [hook.data["sequence"] for hook in receiver.hooks
                     if hook.data["number"] == number]
            self.assertEqual(tried, sorted(tried))
            self.assertEqual(list(dict.fromkeys(tried)), self.campaign.told(HANDLER, number))


class Fairness(NoticeCase):
    def test_a_hundred_notices_that_hang_hold_up_neither_others_nor_their_owner(self):
        hanging = self.receive(hooks.hang)
        self.subscribe(OFFICE, hanging.url, scope="seen", actions=["file"])
        quick = [self.receive(), self.receive()]
        for who, receiver in zip((OFFICE, "cityOffice2"), quick):
            self.subscribe(who, receiver.url, scope="seen", actions=["file"])
        numbers = self.campaign.file_many(100)
        for receiver in quick:
            found = {hook.data["number"] for hook in receiver.wait(100)}
            self.assertEqual(found, set(numbers))
        # Most of what hangs has not had its turn, and held up nothing.
        self.assertLess(len(hanging.hooks), 50)
        self.assertTrue(hanging.hooks)

    def test_one_person_with_twenty_subscriptions_that_hang_holds_up_nobody_else(self):
        hanging, quick = self.receive(hooks.hang), self.receive()
        for _ in range(20):
            self.subscribe("cityOffice2", hanging.url, scope="seen", actions=["file"])
        self.campaign.file_many(60)
        hanging.wait(8)
        self.subscribe(HANDLER, quick.url)
        self.campaign.dispatched()
        quick.wait(1)
        # Of twelve hundred that would be ahead in one line.
        self.assertLess(len(hanging.hooks), 600)


class Record(NoticeCase):
    def test_deliveries_are_listed_page_by_page_the_newest_first(self):
        receiver = self.receive()
        made = self.subscribe(HANDLER, receiver.url)
        number = self.campaign.dispatched()
        for _ in range(6):
            self.campaign.remind(number)
        receiver.wait(7)
        listed = self.campaign.deliveries(HANDLER, subscription=made["id"], limit=2)
        self.assertEqual([one["sequence"] for one in listed], list(range(9, 2, -1)))
        self.assertEqual({one["issue"] for one in listed}, {number})
        whole = self.campaign.deliveries(HANDLER, issue=number)
        self.assertEqual([one["id"] for one in whole], [one["id"] for one in listed])

    def test_what_waits_says_until_when_and_for_how_often(self):
        receiver = self.receive(hooks.status(503, "Retry-After: 3600"))
        made = self.subscribe(HANDLER, receiver.url)
        self.campaign.dispatched()
        waiting = wait_until(lambda: self.between_tries(made))
        self.assertEqual((waiting["state"], waiting["lastStatus"], waiting["lastError"]),
                         ("pending", 503, "status"))
        last = waiting["attempts"][-1]
        ended = instant(last["at"]) + datetime.timedelta(milliseconds=last["milliseconds"])
        pause = instant(waiting["nextTryAt"]) - ended
        self.assertAlmostEqual(pause.total_seconds(), 1.8, delta=1)
        self.assertNotIn("settledAt", waiting)

    def between_tries(self, made):
        """Answers the one delivery with its tries, where none is under way."""
        for one in self.campaign.deliveries(HANDLER, subscription=made["id"]):
            shown = self.campaign.get(HANDLER, f"/v1/deliveries/{one['id']}")
            if shown["tries"] > 0 and shown["tries"] == len(shown["attempts"]):
                return shown
        return None


class Rights(NoticeCase):
    def test_links_go_to_a_system_administrator_with_the_contact(self):
        receiver = self.receive()
        for who in (HANDLER, OFFICE, "viceMayor", "administrator.security"):
            self.refused(self.campaign.ask(who, "POST", "/v1/subscriptions", {
                "channel": "webhook", "url": receiver.url, "scope": "links"}), 403)
        self.subscribe(ADMINISTRATOR, receiver.url, scope="links")
        number = self.campaign.dispatched()
        data = receiver.wait(1)[0].data
        self.assertEqual((data["number"], data["action"]), (number, "file"))
        self.assertEqual(data["contact"], CONTACT)
        self.assertIn(PUBLIC + data["link"], data["message"]["text"])
        shown = self.campaign.ask(None, "GET", data["link"])
        self.assertEqual(shown.status, 200, shown.body)

    def test_no_other_notice_shows_the_link_of_the_enterprise(self):
        receiver = self.receive()
        self.subscribe(OFFICE, receiver.url, scope="seen")
        self.subscribe(ADMINISTRATOR, receiver.url, scope="seen")
        self.campaign.dispatched()
        for hook in receiver.wait(3):
            self.assertNotIn("/v1/links/", hook.body.decode())
            self.assertFalse({"link", "contact"} & set(hook.data))

    def test_subscriptions_and_deliveries_of_others_do_not_exist(self):
        receiver = self.receive()
        made = self.subscribe(HANDLER, receiver.url)
        number = self.campaign.dispatched()
        receiver.wait(1)
        one = self.campaign.wait_delivery(HANDLER, lambda _: True, issue=number)
        subscription, delivery = f"/v1/subscriptions/{made['id']}", f"/v1/deliveries/{one['id']}"
        for method, path in (("DELETE", subscription), ("POST", subscription + "/rotations"),
                             ("POST", subscription + "/replays"), ("GET", delivery),
                             ("POST", delivery + "/replays")):
            self.refused(self.campaign.ask(HEAD, method, path, {}), 404)
        path = f"/v1/deliveries?subscription={made['id']}"
        self.refused(self.campaign.ask(HEAD, "GET", path), 400, code="CW229")
        self.assertEqual(self.campaign.deliveries(HEAD, issue=number), [])
        ids = [item["id"] for item in self.campaign.items(HEAD, "/v1/subscriptions")]
        self.assertNotIn(made["id"], ids)

    def test_a_system_administrator_sees_all_subscriptions_and_nobody_a_secret_again(self):
        made = self.subscribe(HANDLER, self.receive().url)
        for who in (ADMINISTRATOR, HANDLER):
            listed = self.campaign.items(who, "/v1/subscriptions?limit=1")
            found, = [item for item in listed if item["id"] == made["id"]]
            self.assertEqual(found, {name: value for name, value in made.items()
                                     if name != "secret"})

    def test_every_event_of_what_one_may_see_and_nothing_of_what_is_kept_from_one(self):
        offices, departments = self.receive(), self.receive()
        self.subscribe(OFFICE, offices.url, scope="seen")
        self.subscribe(HEAD, departments.url, scope="seen")
        secret = self.campaign.file(category="LAW", confidential=True, complainedUnit="industry")
        self.campaign.act(OFFICE, secret, "accept")
        number = self.campaign.dispatched()
        found = [hook.data["number"] for hook in offices.wait(5)]
        self.assertEqual(sorted(found), sorted([secret] * 2 + [number] * 3))
        departments.wait(1, only=lambda hook: hook.data["action"] == "dispatch")
        self.assertNotIn(secret, [hook.data["number"] for hook in departments.hooks])
        path = f"/v1/deliveries?issue={secret}"
        self.refused(self.campaign.ask(HEAD, "GET", path), 400, code="CW229")

    def test_whoever_loses_the_right_to_see_an_issue_gets_nothing_any_more(self):
        receiver = self.receive(hooks.status(503, "Retry-After: 3600"))
        made = self.subscribe(
            "science.handler", receiver.url, scope="seen", actions=["dispatch"])
        number = self.campaign.dispatched(lead="science")
        receiver.wait(1)
        self.campaign.change("grants.csv", "until", {"science.handler": "2026-10-08"})
        hidden = self.campaign.wait_delivery(
            ADMINISTRATOR, lambda one: one["state"] == "noLongerVisible", issue=number,
            subscription=made["id"])
        self.assertEqual(hidden["stateLabel"]["zh"], "未发送：收件人已无权查看该问题")
        count = len(receiver.hooks)
        self.campaign.dispatched(lead="science")
        self.campaign.wait_all_told()
        time.sleep(1)
        self.assertEqual(len(receiver.hooks), count)
        deliveries = self.campaign.deliveries(ADMINISTRATOR, subscription=made["id"])
        self.assertEqual(len(deliveries), 1)

    def test_whoever_has_left_is_told_nothing_any_more(self):
        receiver = self.receive(hooks.status(503, "Retry-After: 3600"))
        made = self.subscribe("finance.handler", receiver.url)
        number = self.campaign.dispatched(lead="finance")
        receiver.wait(1)
        self.campaign.change("officers.csv", "leftOn", {"finance.handler": "2026-10-08"})
        self.check_not_allowed(number, made)

    def check_not_allowed(self, number, made):
        dead = self.campaign.wait_delivery(
            ADMINISTRATOR, lambda one: one["state"] == "dead", issue=number,
            subscription=made["id"])
        self.assertEqual(dead["lastError"], "notAllowed")
        self.assertEqual(dead["attempts"][-1]["error"], "notAllowed")


class BadInput(NoticeCase):
    def setUp(self):
        self.receiver = self.receive()
        self.wanted = {"channel": "webhook", "url": self.receiver.url}

    def test_bodies_that_are_no_objects(self):
        made = self.subscribe(HANDLER, self.receiver.url)
        paths = [("POST", "/v1/subscriptions"), ("PUT", "/v1/preferences"),
                 *(("POST", f"/v1/subscriptions/{made['id']}/{verb}")
                   for verb in ("rotations", "replays")),
                 ("POST", f"/v1/deliveries/{self.some_delivery()}/replays")]
        for method, path in paths:
            for body in (b"{", b"\xff", b'{"a":' * 5000, b"[]", b"null", b'"x"', b"1"):
                with self.subTest(path=path, body=body[:10]):
                    self.refused(self.campaign.ask(HANDLER, method, path, body), 400)
            with self.subTest(path=path):
                answer = self.campaign.ask(HANDLER, method, path, {"a/b": 1})
                self.refused(answer, 400, "/a~1b", "CW226")

    def test_fields_of_a_subscription(self):
        for field, value, status in [
                ("channel", "mail", 422), ("channel", 1, 400), ("url", 1, 400), ("url", "", 422),
                ("scope", "all", 422), ("pace", "none", 422), ("quiet", "yes", 400),
                ("language", "fr", 422), ("actions", "dispatch", 400),
                ("actions", ["invented"], 422), ("actions", ["dispatch"] * 201, 422)]:
            with self.subTest(field=field, value=value):
                self.refused(self.ask({**self.wanted, field: value}), status, f"/{field}")
        for field in self.wanted:
            body = {name: value for name, value in self.wanted.items() if name != field}
            self.refused(self.ask(body), 400, f"/{field}")
        answer = self.ask({**self.wanted, "scope": "links", "pace": "digest"}, ADMINISTRATOR)
        self.refused(answer, 422, "/pace")
        self.assertEqual(self.campaign.ask(None, "GET", "/v1/subscriptions").status, 401)

    def test_hours_of_an_overlap(self):
        made = self.subscribe(HANDLER, self.receiver.url)
        def ask(hours):
            return self.campaign.ask(
                HANDLER, "POST", f"/v1/subscriptions/{made['id']}/rotations",
                {"overlapHours": hours})

        for hours, status in [(-1, 422), (169, 422), ("1", 400), (1.5, 400)]:
            with self.subTest(hours):
                self.refused(ask(hours), status, "/overlapHours")
        # No reader holds such a number: the body is malformed, at the byte that is told.
        self.refused(ask(10**30), 400, code="CW224")

    def test_preferences(self):
        for field, value, status in [("mail", "often", 422), ("mail", 1, 400),
                                     ("quiet", "no", 400), ("language", "fr", 422)]:
            with self.subTest(field=field, value=value):
                answer = self.campaign.ask(HANDLER, "PUT", "/v1/preferences", {field: value})
                self.refused(answer, status, f"/{field}")

    def test_ids_that_are_none(self):
        for word in ("x", "0", "-1", "1.5", "9" * 30, "999999", "%00", "%FF", "1%20"):
            for method, path in (("DELETE", "/v1/subscriptions/{}"),
                                 ("POST", "/v1/subscriptions/{}/rotations"),
                                 ("POST", "/v1/subscriptions/{}/replays"),
                                 ("GET", "/v1/deliveries/{}"),
                                 ("POST", "/v1/deliveries/{}/replays")):
                with self.subTest(path=path, word=word):
                    self.refused(self.campaign.ask(HANDLER, method, path.format(word), {}), 404)

    def test_queries(self):
        for list_, words in (
                ("subscriptions", ["cursor=x", "cursor=-1"]),
                ("deliveries", ["cursor=x", "cursor=0", "state=lost", "subscription=x",
                                "subscription=" + "9" * 20, "issue=%00"])):
            for query in [*words, "cursor=" + "9" * 30, "cursor=", "limit=0", "limit=1.5",
                          "limit=100000", "limit=%00", "invented=1"]:
                with self.subTest(list=list_, query=query):
                    self.refused(self.campaign.ask(HANDLER, "GET", f"/v1/{list_}?{query}"), 400,
                                 code="CW229")
        for query in ("issue=x", "issue=%FF", "issue=%27%3B--", "issue=ZQ2026-999999-1",
                      "subscription=999999"):
            with self.subTest(query=query):
                self.refused(self.campaign.ask(HANDLER, "GET", f"/v1/deliveries?{query}"), 400,
                             code="CW229")

    def test_a_twenty_first_webhook_even_where_many_ask_at_once(self):
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: self.ask(self.wanted, "caller"), range(40)))
        made = [answer.body["id"] for answer in answers if answer.status == 201]
        self.refused(self.ask(self.wanted, "caller"), 422, "/url")
        self.campaign.delete("caller", f"/v1/subscriptions/{made[0]}")
        self.assertEqual(len(made), 20)
        self.subscribe("caller", self.receiver.url)

    def ask(self, body, who=HANDLER):
        return self.campaign.ask(who, "POST", "/v1/subscriptions", body)

    def some_delivery(self):
        number = self.campaign.dispatched()
        return self.campaign.wait_delivery(
            HANDLER, lambda one: one["state"] == "delivered", issue=number)["id"]


if __name__ == "__main__":
    unittest.main()
