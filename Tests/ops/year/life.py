"""The life of one issue: what enterprise, office, units and leaders do with it, and when.

Who is prompt, slow or silent comes from the seed; how long each takes is drawn for each issue.
A refusal ends the branch that met it; an issue that nobody acts on any more waits for the end of
the year.
"""

from staff import CITY, PROMPT, SILENT, SLOW

HOUR, DAY = 3600, 86400
CLASSES = (["U", "D", "C", "B", "A"], [6, 14, 52, 18, 10])
#: Classes whose limits are hours of the clock on the wall, or short: no send-back, no pause.
QUICK = ("U", "D")
OPEN_TO_OPINIONS = (
    "dispatched", "inHandling", "jointHandling", "coordinating", "awaitingEnterprise",
    "awaitingSignOff")
TERMINAL = ("closedOut", "declined", "referred", "withdrawn", "merged", "divided")
EVIDENCE = [{"kind": "record", "text": "办理记录一份"}]


class Life:
    def __init__(self, town, issue):
        self.town, self.issue = town, issue
        self.random, self.staff, self.time = issue.random, town.staff, town.time
        self.is_claimed = False

    # Waiting

    async def after_hours(self, least, most):
        """Waits some working hours."""
        seconds = int(self.random.uniform(least, most) * HOUR)
        await self.time.until(self.town.working_time.after_work(self.time.now, seconds))

    async def after_days(self, least, most):
        """Waits so many working days of seven hours."""
        await self.after_hours(least * 7, most * 7)

    def chance(self, percent):
        return self.random.random() * 100 < percent

    async def act(self, action, login, unit=None, /, **fields):
        """Takes an action as somebody; False where nobody is there or the server refuses."""
        if login is None or self.issue.state in TERMINAL:
            return False
        return await self.town.act(self.issue, action, login, fields, unit)

    async def act_by_link(self, action, **fields):
        return await self.town.act_by_link(self.issue, action, fields)

    async def act_when_there(self, action, find, **fields):
        """Takes an action as soon as somebody is found, within a few weeks."""
        for _ in range(20):
            login = find(self.town.today)
            if login:
                return await self.act(action, login, **fields)
            await self.after_days(1, 1)
        return False

    # The office

    async def live(self):
        if await self.be_received():
            self.time.spawn(self.be_withdrawn())
            await self.be_led_to_an_end()

    async def be_led_to_an_end(self):
        """Goes from dispatch to the end, and again where the enterprise is dissatisfied."""
        while await self.be_handled() and await self.be_reviewed():
            if not await self.be_evaluated() or not await self.be_redispatched():
                return

    async def be_received(self):
        """Goes from filing to dispatch; False where it ends or lies before."""
        conduct = self.staff.conduct(self.issue.office, (78, 18, 4))
        is_urgent = self.issue.issue_class in QUICK
        if conduct == PROMPT:
            await self.after_hours(0.1, 0.8 if is_urgent else 6)
        elif conduct == SLOW:
            await self.after_hours(4, 25)
        elif self.chance(50):
            await self.after_days(4, 12)  # the city's office sees to it in the end
        else:
            return False
        if self.chance(4):
            return await self.be_turned_away()
        if not await self.act_when_there("accept", self.office):
            return False
        return await self.be_dispatched_first()

    def office(self, today):
        is_silent = self.staff.conduct(self.issue.office, (78, 18, 4)) == SILENT
        if is_silent:
            return self.staff.city_office(today)
        return self.staff.office(today, self.issue.division)

    def other_in_office(self, today):
        """Answers somebody of the office who did not handle the issue."""
        return self.staff.office(today, self.issue.division, unless=self.issue.hands)

    async def be_turned_away(self):
        draw = self.random.random()
        if draw < 0.4:
            await self.act_when_there("decline", self.office, reason="不属受理范围")
            return False
        if draw < 0.6:
            await self.act_when_there(
                "refer", self.office, to="petitions", reason="按规定移交")
            return False
        if not await self.act_when_there("requestCompletion", self.office, missing="请补充联系人"):
            return False
        await self.after_days(0.5, 4)
        if not await self.act("submit", self.issue.filer):
            return False
        await self.after_hours(1, 6)
        return (await self.act_when_there("accept", self.office)
                and await self.be_dispatched_first())

    async def be_dispatched_first(self):
        issue_class = self.issue.issue_class
        if self.issue.triaged and not await self.act_when_there(
                "triage", self.office, **{"class": issue_class}):
            return False
        if issue_class == "D" and self.chance(25):
            return await self.be_answered()
        if self.staff.conduct(self.issue.office, (78, 18, 4)) == SLOW:
            await self.after_hours(0.5, 12)
        return await self.act_when_there("dispatch", self.office, **self.own_choice_of_units())

    async def be_answered(self):
        """Gets an answer from the office itself, which is the lead then."""
        login = self.office(self.town.today)
        is_citys = login in self.town.directory.holders["cityOffice", CITY]
        unit = CITY if is_citys else f"division.{self.issue.division}"
        return await self.act("answerDirectly", login, unit, reply="政策解读如下。",
                              result="explained", reference="示例政策第一条",
                              outcome=self.town.outcome(self.issue.category))

    def own_choice_of_units(self):
        """Mostly none, so that routing's proposal is confirmed."""
        if not self.chance(6):
            return {}
        lead, *supporting = self.random.sample(self.town.city_departments, 3)
        return {"leadUnit": lead, "supportingUnits": supporting, "reason": "职责更相近"}

    # The units

    async def be_handled(self):
        """Goes from dispatch to what the unit reports; False where that never comes."""
        if self.issue.state == "reportedResolved":
            return True
        self.begin_round()
        while True:
            unit, conduct = self.issue.lead, self.staff.conduct(self.issue.lead)
            await self.be_acknowledged(unit, conduct)
            if self.town.state_now(self.issue) == "dispatched":
                await self.time.until(self.issue.due_of("acknowledge"))
            if not await self.be_disputed(unit, conduct):
                break
            if self.issue.lead == unit:
                break
            self.begin_round()
        if self.town.state_now(self.issue) != "inHandling":
            return False
        return await self.be_worked_on(self.issue.lead, self.staff.conduct(self.issue.lead))

    def begin_round(self):
        self.is_claimed = False
        for unit in self.issue.supporting:
            self.time.spawn(self.opinion_of(unit, self.issue.rounds))
        self.time.spawn(self.attention(self.issue.rounds))

    async def be_acknowledged(self, unit, conduct):
        if conduct == SILENT or conduct == SLOW and self.chance(60):
            return
        await self.after_hours(0.1, 3 if conduct == PROMPT else 6)
        if self.town.state_now(self.issue) == "dispatched":
            await self.act(
                "acknowledge", self.staff.handler(self.town.today, unit), text="已签收")

    async def be_disputed(self, unit, conduct):
        """Tells whether the unit sent the issue back and the office ruled."""
        if conduct == SILENT or self.issue.issue_class in QUICK or not self.chance(9):
            return False
        if self.time.now > self.issue.due_of("objection") or self.issue.rounds > 2:
            return False
        proposed = self.other_department(unit)
        if not await self.act(
                "sendBack", self.staff.handler(self.town.today, unit),
                reasonCode="notOurCompetence", legalBasis="三定方案", proposedUnit=proposed):
            return False
        return await self.be_ruled_upon(proposed)

    async def be_ruled_upon(self, proposed):
        conduct = self.staff.conduct(self.issue.office, (78, 18, 4))
        if conduct == PROMPT:
            await self.after_hours(0.2, 4)
        else:
            await self.after_days(1, 6)
        draw = self.random.random()
        if draw < 0.45:
            return await self.act_when_there("overrule", self.office, reason="职责清晰")
        ruling = "uphold" if draw < 0.9 else "assignFallback"
        return await self.act_when_there(
            ruling, self.office, leadUnit=proposed, reason="同意改派",
            supportingUnits=[f"division.{self.issue.division}"])

    def other_department(self, unit):
        return self.random.choice([one for one in self.town.city_departments if one != unit])

    async def opinion_of(self, unit, round_number):
        """Gives a supporting unit's opinion in its own time."""
        conduct = self.staff.conduct(unit)
        if conduct == SILENT:
            return
        await self.after_days(*((0.2, 2.5) if conduct == PROMPT else (2, 7)))
        for _ in range(10):
            state = self.town.state_now(self.issue)
            if self.issue.rounds != round_number or state not in OPEN_TO_OPINIONS:
                return
            others = [one for one in self.issue.units() if one != unit]
            login = self.staff.handler(self.town.today, unit, apart_from=others)
            if login and unit in self.issue.owing_opinions:
                if await self.act("giveOpinion", login, unit, opinion="职责内事项已办理。"):
                    self.issue.owing_opinions.discard(unit)
                return
            await self.after_days(1, 1)

    async def be_worked_on(self, unit, conduct):
        """Goes from taking up to the unit's report; False where the unit never reports."""
        if conduct == SILENT and self.chance(60):
            return False
        issue_class = self.issue.issue_class
        await self.take_up(unit, conduct)
        await self.report_progress(unit, conduct)
        if issue_class not in QUICK:
            await self.meet_obstacles(unit)
        await self.use_up_time(unit, conduct)
        return await self.report_resolved(unit)

    async def take_up(self, unit, conduct):
        if conduct == PROMPT:
            await self.after_hours(0.2, 3)
        elif conduct == SLOW:
            await self.after_hours(5, 18)
        else:
            return
        if self.town.state_now(self.issue) != "inHandling":
            return
        if self.chance(15):
            await self.act("assignHandler", self.staff.head(self.town.today, unit),
                           handler=self.town.directory.holders["handler", unit][0])
        else:
            await self.act("claim", self.staff.only_handler(self.town.today, unit))

    async def report_progress(self, unit, conduct):
        if conduct == SILENT or self.issue.issue_class == "D":
            return
        urgent = self.issue.issue_class == "U"
        await self.after_hours(*((0.2, 2) if urgent else (3, 16) if conduct == PROMPT
                                 else (12, 50)))
        if self.town.state_now(self.issue) != "inHandling":
            return
        fields = {"text": "正在对接"}
        if self.issue.issue_class in ("A", "B") and self.chance(40):
            fields["nextReportOn"] = self.town.date_in(self.random.randint(2, 12))
        await self.act("reportProgress", self.staff.handler(self.town.today, unit), **fields)

    async def meet_obstacles(self, unit):
        """Lets some issues be paused, prolonged, discussed, reclassified or handed on."""
        for percent, obstacle in [
                (12, self.be_suspended), (12, self.be_prolonged), (4, self.be_discussed),
                (4, self.be_consulted_on), (3, self.be_reclassified), (2, self.be_raised),
                (3, self.be_asked_attention_for)]:
            if self.chance(percent) and self.town.state_now(self.issue) == "inHandling":
                await obstacle(self.issue.lead)

    async def be_suspended(self, unit):
        if not await self.act(
                "suspend", self.staff.handler(self.town.today, unit), reason="待企业补充材料"):
            return
        if self.staff.conduct(self.issue.enterprise) == PROMPT:
            await self.time.until(
                self.time.now + int(self.random.uniform(0.1, 4) * DAY))
            if self.town.state_now(self.issue) == "awaitingEnterprise":
                await self.act_by_link("resume", text="材料已补充")
        if self.town.state_now(self.issue) == "awaitingEnterprise":
            await self.time.until(self.issue.due_of("suspension"))

    async def be_prolonged(self, unit):
        """Asks for more time; the office grants it, refuses, or leaves it lying."""
        until = self.town.date_after_working_days(
            self.issue.due_of("resolve"), self.random.randint(1, 6))
        plan = [{"on": until, "what": "完成办理"}]
        if self.chance(40):
            middle = self.town.date_in(self.random.randint(2, 6))
            plan = [{"on": middle, "what": "方案"}] * (middle < until) + plan
        if self.time.now >= self.town.a_day_before(self.issue.due_of("resolve")):
            return
        if not await self.act("requestExtension", self.staff.handler(self.town.today, unit),
                              until=until, reason="需跨部门协调", plan=plan):
            return
        await self.after_hours(0.5, 10)
        draw = self.random.random()
        if self.time.now > self.issue.due_of("resolve") or draw < 0.2:
            return
        if self.town.state_now(self.issue) != "inHandling":
            return
        if draw < 0.3:
            await self.act_when_there("refuseExtension", self.office, reason="应按期办结")
        else:
            await self.act_when_there(
                "grantExtension", self.office, until=until, explanation="已告知企业")

    async def be_discussed(self, _):
        convener = self.staff.task_force(self.town.today, self.issue.category)
        if not await self.act("convene", convener or self.office(self.town.today)):
            return
        await self.after_days(0.5, 4)
        if not await self.act_when_there("conclude", self.office, minutes="会议纪要"):
            return

    async def be_consulted_on(self, unit):
        asked = self.random.choice(
            [one for one in self.town.city_departments if one not in self.issue.units()])
        if not await self.act("consult", self.staff.handler(self.town.today, unit),
                              supportingUnits=[asked], question="请提出意见"):
            return
        self.time.spawn(self.opinion_of(asked, self.issue.rounds))
        await self.after_days(2, 6)
        if self.issue.owing_opinions:
            await self.act_when_there(
                "overruleOpinions", lambda today: self.staff.head(today, unit), reason="时限将至")
        else:
            await self.act_when_there(
                "collect", lambda today: self.staff.handler(today, unit), text="已汇总")

    async def be_reclassified(self, _):
        others = [one for one in ("C", "B", "A") if one != self.issue.issue_class]
        new_class = self.random.choice(others)
        if await self.act_when_there(
                "reclassify", self.office, reason="复杂程度变化", **{"class": new_class}):
            self.issue.issue_class = new_class

    async def be_raised(self, unit):
        """Moves the work to the city's department, where a district's has it."""
        if "." not in unit or unit.startswith("division."):
            return
        raised = await self.act(
            "raise", self.staff.leader(self.town.today, unit), reason="本级难以解决",
            supportingUnits=[f"division.{self.issue.division}"])
        if raised:
            self.begin_round()
            await self.time.until(self.issue.due_of("acknowledge"))

    async def be_asked_attention_for(self, unit):
        await self.act("requestEscalation", self.staff.head(self.town.today, unit),
                       reason="需上级协调")

    async def use_up_time(self, unit, conduct):
        """Waits until the unit has what it reports: before the deadline, or well after it."""
        due, now = self.issue.due_of("resolve"), self.time.now
        if conduct == PROMPT:
            await self.time.until(now + int((due - now) * self.random.uniform(0.2, 0.9)))
        elif conduct == SLOW:
            await self.time.until(due)
            await self.after_days(0.1, 9)
        else:
            await self.time.until(due)
            await self.after_days(15, 60)
        if self.issue.issue_class in ("A", "B") and conduct != SILENT and self.chance(50):
            if self.town.state_now(self.issue) == "inHandling":
                await self.act("reportProgress",
                               self.staff.handler(self.town.today, self.issue.lead), text="进展")

    async def report_resolved(self, _):
        """Goes to the review; False where the issue is no longer the unit's."""
        unit = self.issue.lead
        if self.town.state_now(self.issue) != "inHandling":
            return False
        if self.issue.owing_opinions and self.chance(50):
            await self.after_days(1, 4)
        if self.town.state_now(self.issue) != "inHandling":
            return False
        if self.issue.owing_opinions and not await self.act_when_there(
                "overruleOpinions", lambda today: self.staff.head(today, unit), reason="不再等待"):
            return False
        reply = {"reply": "已办结，企业已知悉。", "result": "solved",
                 "outcome": self.town.outcome(self.issue.category), "evidence": EVIDENCE}
        proposer = self.staff.only_handler(self.town.today, unit)
        unless = ()
        if self.chance(15) and await self.act("proposeResolution", proposer, **reply):
            await self.after_hours(0.5, 8)
            reply = {"evidence": EVIDENCE}
            # Whoever proposed does not sign, as deputy neither.
            unless = (proposer,)
        return await self.act_when_there(
            "reportResolved", lambda today: self.staff.head(today, unit, unless), **reply)

    # Review, evaluation, rework

    async def be_reviewed(self):
        """Goes to the enterprise's evaluation; False where the office lets it lie."""
        while True:
            conduct = self.staff.conduct(self.issue.office, (78, 18, 4))
            if conduct == PROMPT:
                await self.after_hours(0.5, 6)
            elif conduct == SLOW:
                await self.after_days(1, 4)
            else:
                await self.after_days(5, 20)
            if not self.chance(8):
                return await self.act_when_there(
                    "approveResolution", self.other_in_office, grade="good")
            if not await self.act_when_there("rejectResolution", self.office, unmet="佐证不足"):
                return False
            await self.after_days(0.2, 6)
            if not await self.report_resolved(None):
                return False

    async def be_evaluated(self):
        """Answers True where the enterprise is dissatisfied, so that a rework begins."""
        conduct = self.staff.conduct(self.issue.enterprise, (50, 25, 25))
        if conduct == SILENT:
            await self.be_called_back()
            return False
        days = (0.05, 4) if conduct == PROMPT else (3, 12)
        await self.time.until(self.time.now + int(self.random.uniform(*days) * DAY))
        if self.issue.state != "awaitingEvaluation":
            return False
        if self.chance(10):
            return await self.act_by_link(
                "evaluate", evaluation="dissatisfied", reason="问题没有解决")
        word = "satisfied" if self.chance(80) else "basicallySatisfied"
        if await self.act_by_link("evaluate", evaluation=word) and self.chance(2):
            await self.be_reopened()
        return False

    async def be_reopened(self):
        await self.after_days(1, 15)
        if await self.town.act(
                self.issue, "reopen", self.office(self.town.today), {"reason": "问题复发"}):
            self.time.spawn(self.live_on())

    async def live_on(self):
        """Goes on from a rework."""
        if await self.be_redispatched():
            await self.be_led_to_an_end()

    async def be_called_back(self):
        """The caller rings once the window of the evaluation is over, or never."""
        await self.time.until(self.issue.due_of("evaluate"))
        if self.chance(15):
            return
        await self.after_hours(0.5, 16)
        if self.issue.state == "awaitingEvaluation":
            await self.act_when_there(
                "followUp", self.staff.caller, reached=self.chance(70), record="电话回访")

    async def be_redispatched(self):
        if self.issue.rounds >= 3:
            return False  # the office above would have to decide
        await self.after_hours(1, 12)
        lead = self.issue.lead if self.chance(60) else self.other_department(self.issue.lead)
        return await self.act_when_there(
            "redispatch", self.office, leadUnit=lead, reason="重新办理",
            supportingUnits=[f"division.{self.issue.division}"]
            if lead != f"division.{self.issue.division}" else [])

    async def be_withdrawn(self):
        if not self.chance(2):
            return
        await self.after_days(1, 20)
        if self.issue.state in TERMINAL:
            return
        if await self.act_by_link("withdraw", reason="企业自行解决") and self.chance(25):
            await self.after_days(1, 10)
            if await self.town.act(self.issue, "restore", self.office(self.town.today),
                                   {"finding": "企业受到压力"}):
                if await self.be_dispatched_first():
                    await self.be_led_to_an_end()

    # Attention

    async def attention(self, round_number):
        """Lets whoever is named at a level take notice or instruct, once in a while."""
        due = self.issue.due_of("resolve")
        if due is None or not self.chance(60):
            return
        await self.time.until(due)
        for _ in range(3):
            await self.after_days(2, 5)
            if self.issue.rounds != round_number or self.issue.state in TERMINAL:
                return
            named = await self.town.named_at_level(self.issue)
            conduct = self.staff.conduct(f"attention {named}", (40, 30, 30))
            if named and (conduct == PROMPT or conduct == SLOW and self.chance(40)):
                action = "acknowledgeEscalation" if self.chance(70) else "instruct"
                await self.act(action, named, text="已知悉，请抓紧办理")
