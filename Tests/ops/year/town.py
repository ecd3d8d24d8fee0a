"""Plays a year of the campaign over HTTP: files issues, and lets everybody act on them.

Every act that the server took becomes a line of RUN/acts.jsonl; refusals are counted.
"""

import asyncio
import collections
import datetime
import pathlib
import random
import time

import orjson

import connections
import directory
import issue_head
import life
import simulated_time
import staff
import texts
import workflow
import working_time

ROOT = pathlib.Path(__file__).resolve().parents[3]
WORKFLOW = "enterprise-assistance"
FIRST = datetime.date(2026, 1, 5)
#: When the last marks that anybody could wait for have passed.
END = "2027-01-20T18:00:00+08:00"
CONNECTIONS = 64
#: How often a link is looked for, twenty times a second.
LINK_PATIENCE = 1200


class Town:
    """Everybody in it acts by what the directory, the seed and the server's answers say."""

    def __init__(self, run, tokens, port, seed, issues, until):
        self.run, self.tokens, self.port = run, tokens, port
        self.seed, self.issues, self.until = seed, issues, until
        self.directory = directory.Directory(self.run / "roster")
        self.working_time = working_time.WorkingTime(
            (ROOT / "Workflows/calendars/cn.yaml").read_text(encoding="utf-8"), 2026, 2027)
        self.categories = workflow.read(ROOT / f"Workflows/{WORKFLOW}.yaml")["categories"]
        self.staff = staff.Staff(self.directory, seed)
        self.time = simulated_time.SimulatedTime()
        self.city_departments = [
            code for code, unit in self.directory.units.items()
            if unit["functions"] and unit["parent"] == staff.CITY and code != "discipline"]
        self.acts = open(self.run / "acts.jsonl", "wb")
        self.links = Links(self.run / "links.ndjson")
        self.counts, self.refusals = collections.Counter(), collections.Counter()
        self.examples = {}
        self.keys, self.advances = 0, 0
        #: Seconds that went into moving the clock, and into waiting for links.
        self.seconds_of_moves, self.seconds_for_links = 0.0, 0.0

    # What lives ask for

    @property
    def today(self):
        return self.working_time.date_of(self.time.now)

    def date_in(self, days):
        return (self.today + datetime.timedelta(days)).isoformat()

    def date_after_working_days(self, instant, days):
        due = self.working_time.after_working_days(instant, days)
        return self.working_time.date_of(due).isoformat()

    def a_day_before(self, instant):
        """Answers an instant that certainly lies a working day before another."""
        return self.working_time.closing_before("2wd", instant)

    def outcome(self, category):
        """Fills what a category asks to be told of its results."""
        return {name: 3 for name in self.categories[category].get("results") or {}}

    def state_now(self, issue):
        """Answers the state, where only an alarm may have changed it since the last answer."""
        for state, clock in [("dispatched", "acknowledge"), ("awaitingEnterprise", "suspension")]:
            if issue.state == state and issue.due_of(clock) <= self.time.now:
                return "inHandling"
        return issue.state

    async def named_at_level(self, issue):
        """Answers the login of somebody who was named when the issue reached its level."""
        status, answer = await self.http.request(
            "GET", f"/v1/issues/{issue.id}/officers", self.tokens["cityOffice1"])
        if status != 200:
            self.refuse(issue, "officers", status, answer)
            return None
        for level in answer["service"]:
            if level["level"] == answer["level"] and level.get("named"):
                return level["named"][0]["login"]
        return None

    # Acting

    async def act(self, issue, action, login, fields, unit=None):
        """Takes an action as somebody, for a unit where it matters for which."""
        async with issue.turn:
            status, answer = await self.http.request(
                "POST", f"/v1/issues/{issue.id}/actions", self.tokens[login],
                {"action": action, "fields": fields}, f"{self.key()}If-Match: *\r\n")
            if status != 201:
                return self.refuse(issue, action, status, answer, login)
            issue.take(answer["issue"], answer["event"])
            if action in issue_head.HANDLES:
                issue.hands.add(login)
            self.note(issue.number, action, login, fields, **({"unit": unit} if unit else {}))
            return True

    async def act_by_link(self, issue, action, fields):
        begun = time.monotonic()
        token = await self.links.of(issue.number, issue.links)
        self.seconds_for_links += time.monotonic() - begun
        async with issue.turn:
            status, answer = await self.http.request(
                "POST", f"/v1/links/{token}/{action}", None, fields, self.key())
            if status != 201:
                return self.refuse(issue, action, status, answer)
            issue.take_from_link(answer)
            self.note(issue.number, action, None, fields)
            return True

    def key(self):
        self.keys += 1
        return f"Idempotency-Key: year-{self.seed}-{self.keys}\r\n"

    def note(self, number, action, login, fields, **more):
        line = {"issue": number, "action": action, "at": self.time.now, "by": login,
                "fields": fields, **more}
        self.acts.write(orjson.dumps(line) + b"\n")
        self.counts[action] += 1

    def refuse(self, issue, action, status, problem, login="a link"):
        problem = problem or {}
        name = (action, status, problem.get("code"), problem.get("detail", "")[:90])
        self.refusals[name] += 1
        self.examples.setdefault(name, f"{issue.number} by {login} at {self.time.now}")
        return False

    # Filing

    async def file(self, case):
        """Files a case, and begins the life of each of its issues."""
        await self.time.until(case["at"])
        token = self.tokens[case["filer"]]
        body = {"workflow": WORKFLOW, "enterprise": case["enterprise"], "source": "visit",
                "issues": [issue["body"] for issue in case["issues"]]}
        status, answer = await self.http.request("POST", "/v1/cases", token, body, self.key())
        if status != 201:
            return self.refuse(NoIssue, "file", status, answer)
        for planned, created in zip(case["issues"], answer["issues"]):
            issue = issue_head.IssueHead(
                planned, case["enterprise"], case["filer"], random.Random(planned["seed"]))
            issue.turn = asyncio.Lock()
            issue.take(created)
            self.note(issue.number, "file", case["filer"], planned["body"],
                      enterprise=case["enterprise"])
            self.time.spawn(life.Life(self, issue).live())

    def plan_cases(self, slots):
        """Draws who files what and when, over the slots of the year."""
        draw = random.Random(f"cases {self.seed}")
        enterprises = list(self.directory.enterprises.values())
        officers = {row["creditCode"]: row["login"] for row in self.directory.pairings
                    if row["level"] == "0"}
        left, cases = self.issues, []
        while left > 0:
            count = min(left, draw.choices([1, 2, 3], [75, 18, 7])[0])
            left -= count
            at, enterprise = draw.choice(slots), draw.choice(enterprises)
            is_office_hours = self.working_time.is_working(at)
            cases.append({
                "at": at, "enterprise": enterprise["creditCode"],
                "filer": officers[enterprise["creditCode"]],
                "issues": [self.plan_issue(draw, enterprise, is_office_hours, len(cases), place)
                           for place in range(count)]})
        return sorted(cases, key=lambda case: case["at"])

    def plan_issue(self, draw, enterprise, is_office_hours, case, place):
        category = draw.choice(list(self.categories))
        issue_class = draw.choices(*life.CLASSES)[0] if is_office_hours else "U"
        is_triaged = issue_class != "U" and draw.random() < 0.5
        title, description = texts.text_for(category, draw)
        body = {"category": category, "title": title, "description": description,
                "division": enterprise["division"],
                "contact": {"name": "示例联系人", "phone": "13900000001"}}
        if not is_triaged:
            body["class"] = issue_class
        needs = self.categories[category].get("needs") or {}
        required = {name: 100 for name, need in needs.items() if need.get("required")}
        if required:
            body["needs"] = required
        return {"category": category, "division": enterprise["division"], "class": issue_class,
                "triaged": is_triaged, "body": body,
                "seed": f"issue {self.seed} {case} {place}"}

    # The year

    async def play(self, at_slot):
        """Plays the year; before the acts of each slot it tells how much of the year is over."""
        self.http = connections.Connections("127.0.0.1", self.port, CONNECTIONS)
        await self.http.open()
        draw = random.Random(f"slots {self.seed}")
        slots = list(simulated_time.slots_of(self.working_time, FIRST, self.until, draw))
        late = self.until - datetime.timedelta(10)
        cases = self.plan_cases(
            [slot for slot in slots if self.working_time.date_of(slot) <= late])
        self.time.now = slots[0] - 1
        for case in cases:
            self.time.spawn(self.file(case))
        await asyncio.sleep(0)
        for place, slot in enumerate(slots):
            if self.time.next_instant is not None and self.time.next_instant <= slot:
                at_slot(place / len(slots))
                await self.advance(slot)
                await self.time.work_slot(slot)
        self.time.end()
        await self.advance_to(END)
        self.acts.close()
        self.http.close()

    async def advance(self, instant):
        text = datetime.datetime.fromtimestamp(instant, self.working_time.zone).isoformat()
        await self.advance_to(text)

    async def advance_to(self, text):
        begun = time.monotonic()
        status, answer = await self.http.request(
            "POST", "/v1/clock", self.tokens["administrator.system"], {"advanceTo": text})
        self.seconds_of_moves += time.monotonic() - begun
        if status != 200:
            raise RuntimeError(f"the clock did not move to {text}: {status} {answer}")
        self.advances += 1


class NoIssue:
    number = "a case"


class Links:
    """The enterprises' links, as the receiver of webhooks notes them: an event a line."""

    def __init__(self, path):
        self.path, self.place = path, 0
        #: The links by the sequence of the event that made them, by issue.
        self.made = collections.defaultdict(dict)

    async def of(self, number, count):
        """Answers the newest link of an issue, and waits until so many are there."""
        for _ in range(LINK_PATIENCE):
            self.read()
            if len(self.made[number]) >= count:
                return self.made[number][max(self.made[number])]
            await asyncio.sleep(0.05)
        raise RuntimeError(f"link {count} of {number} did not come")

    def read(self):
        """Takes what was added to the file; a line that is not whole yet waits."""
        with open(self.path, "rb") as file:
            file.seek(self.place)
            added = file.read()
        whole = added[:added.rfind(b"\n") + 1]
        self.place += len(whole)
        for line in whole.splitlines():
            told = orjson.loads(line)["data"]
            self.made[told["number"]][told["sequence"]] = told["link"].rsplit("/", 1)[1]
