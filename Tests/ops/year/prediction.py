"""Predicts which marks of which clocks fall when, from what people did.

Written from the workflow, the ladder, routing and the directory, and from the texts that explain
them; it shares no code with the product. Where no text tells a rule it follows what the product
does, and so can't find it wrong: what happens above the highest level, one climb at most an event,
the order of deputies, and that routing passes over a unit that sent the issue back. People's acts
are taken as they are: whether they were allowed is not asked here.
"""

import collections
import datetime
import pathlib

import yaml

import clock
import directory
import ladder
import procedure
import routing
import workflow
import working_time

ROOT = pathlib.Path(__file__).resolve().parents[3]
WORKFLOW = "enterprise-assistance"
TO_SUPPORTERS, TO_LEAD, TO_OFFICE = "supportingUnits", "leadUnit", "office"

#: A mark that fell: the run is the how-manieth of that kind for that party in the issue.
Mark = collections.namedtuple("Mark", "issue kind party run mark instant")


class Rules:
    """All that a prediction goes by."""

    def __init__(self, roster):
        def text(name):
            return (ROOT / "Workflows" / name).read_text(encoding="utf-8")

        self.directory = directory.Directory(roster)
        self.procedure = procedure.Procedure(
            workflow.read(ROOT / f"Workflows/{WORKFLOW}.yaml"))
        self.working_time = working_time.WorkingTime(text("calendars/cn.yaml"), 2026, 2027)
        levels = yaml.safe_load(text("ladder.yaml"))["service"]
        self.ladder = ladder.Ladder(levels, self.directory)
        rules = yaml.safe_load(text("routing.yaml"))["rules"]
        self.routing = routing.Routing(rules, self.directory)


class Issue:
    """One issue as it must be after each act and each mark."""

    def __init__(self, rules, number):
        self.rules, self.number = rules, number
        self.procedure, self.working_time = rules.procedure, rules.working_time
        self.state, self.level = procedure.UNBORN, 0
        self.issue_class = self.procedure.definition["defaultClass"]
        self.category, self.division, self.enterprise, self.filer = None, None, None, None
        self.title, self.description = "", ""
        self.lead, self.supporting, self.office = None, [], None
        self.sent_back_by = set()
        self.attributes, self.counts = {}, collections.Counter()
        self.clocks, self.fallen = [], []
        self.now, self.act = 0, {}
        #: Whether the event at hand raised the level, and who supported before it.
        self.has_climbed, self.before = False, []

    # Acts and marks

    def take(self, act):
        """Lets the marks up to an act fall, and then the act have its effects."""
        self.pass_time(act["at"])
        self.now, self.act = act["at"], act
        if self.state == procedure.UNBORN:
            self.enterprise, self.filer = act["enterprise"], act["by"]
        self.has_climbed, self.before = False, self.supporting
        for name, value in self.procedure.attributes(act["action"], act["fields"]):
            self.set(name, value)
        self.title = act["fields"].get("title", self.title)
        self.description = act["fields"].get("description", self.description)
        if self.office is None:
            self.office = self.rules.directory.office_of(self.division)
        if not self.lead_to(act["action"], act["fields"]):
            raise ValueError(f"{self.number}: no {act['action']} in {self.state}")

    def pass_time(self, until):
        """Lets every mark up to an instant fall, each with its automatic action."""
        while True:
            coming = [(*mark, one) for one in self.open_clocks() if (mark := one.next_mark())]
            if not coming:
                return
            instant, name, action, one = min(
                coming, key=lambda mark: (mark[0], mark[3].number))
            if instant > until:
                return
            self.now, self.act = max(instant, self.now), {"fields": {}}
            self.has_climbed = False
            one.pass_mark(name)
            self.fallen.append((one, name, self.now))
            self.lead_to(action, {})

    def lead_to(self, action, fields):
        """Goes where an action leads; answers whether it leads anywhere from this state."""
        found = self.procedure.transition(action, self.state, fields)
        if not found:
            return False
        self.state, effects = found
        for name, argument in effects:
            effect = getattr(self, f"do_{name}")
            effect() if argument is None else effect(argument)
        self.hand_over()
        if self.state in self.procedure.terminal:
            for one in self.open_clocks():
                one.end()
        return True

    def marks(self):
        """Lists what fell."""
        runs = collections.Counter()
        for one in self.clocks:
            runs[one.kind, one.party] += 1
            one.run = runs[one.kind, one.party]
        return [Mark(self.number, one.kind, one.party, one.run, name, instant)
                for one, name, instant in self.fallen]

    def open_clocks(self, *kinds):
        return [one for one in self.clocks
                if one.is_open and (not kinds or one.kind in kinds)]

    # Attributes

    def set(self, name, value):
        if name == "class":
            self.issue_class = value
        elif name == "leadUnit":
            self.lead = value
        elif name == "supportingUnits":
            self.supporting = list(value)
        elif name in ("category", "division"):
            setattr(self, name, value)
        else:
            self.attributes[name] = value

    def do_set(self, values):
        if "leadUnit" in values:
            self.lead = self.act["unit"]

    def do_clear(self, names):
        for name in procedure.as_list(names):
            self.attributes.pop(name, None)

    def do_count(self, argument):
        name = argument if isinstance(argument, str) else argument["counter"]
        self.counts[name] += 1
        if name == "sendBacks":
            self.sent_back_by.add(self.lead)

    def do_route(self):
        """Takes what routing proposes; where a lead was named, the jurisdiction still supports."""
        if "leadUnit" not in self.act["fields"]:
            self.lead, self.supporting = self.rules.routing.propose(self)
            return
        government = self.rules.directory.government_of(self.division)
        if government not in (self.lead, *self.supporting):
            self.supporting.append(government)

    # Clocks

    def parties(self, kind):
        party = self.procedure.clocks[kind]["party"]
        if party == TO_SUPPORTERS:
            return self.supporting
        return [{TO_LEAD: self.lead, TO_OFFICE: self.office}.get(party)]

    def do_start(self, argument):
        for kind in procedure.as_list(argument):
            details = kind if isinstance(kind, dict) else {"clock": kind}
            for one in self.open_clocks(details["clock"]):
                one.end()
            if "plan" in details:
                for step in self.attributes.get(details["plan"], []):
                    self.begin(details["clock"], self.lead, step["on"])
            else:
                date = self.act["fields"].get(details.get("due"))
                for party in self.parties(details["clock"]):
                    self.begin(details["clock"], party, date)

    def begin(self, kind, party, date=None):
        limit = None if date else self.procedure.limit(kind, self.issue_class)
        if not (date or limit):
            return
        one = clock.Clock(
            self.working_time, kind, party, limit, self.now,
            self.procedure.marks(kind, self.issue_class),
            self.procedure.classes[self.issue_class]["amber"])
        if date:
            one.end_on(datetime.date.fromisoformat(date))
        one.number = len(self.clocks)
        self.clocks.append(one)

    def do_startUnlessRunning(self, kind):
        if not self.open_clocks(kind):
            self.do_start(kind)

    def do_startForNew(self, kind):
        """Adds the units that were named to those that support, and starts their clocks."""
        named = [unit for unit in self.supporting if unit not in self.before]
        self.supporting = [*self.before, *named]
        for unit in named:
            self.begin(kind, unit)

    def do_stop(self, kinds):
        for one in self.open_clocks(*procedure.as_list(kinds)):
            one.end()

    do_cancel = do_stop

    def do_stopOwn(self, kind):
        for one in self.open_clocks(kind):
            if one.party == self.act["unit"]:
                one.end()

    def do_pause(self, kinds):
        for one in self.open_clocks(*procedure.as_list(kinds)):
            one.pause(self.now)

    def do_resume(self, kinds):
        for one in self.open_clocks(*procedure.as_list(kinds)):
            one.resume(self.now)

    def do_hold(self, kinds):
        for one in self.open_clocks(*procedure.as_list(kinds)):
            one.hold()

    def do_release(self, kinds):
        for one in self.open_clocks(*procedure.as_list(kinds)):
            one.release()

    def do_extend(self, argument):
        for one in self.open_clocks(argument["clock"]):
            one.end_on(datetime.date.fromisoformat(self.act["fields"][argument["field"]]))

    # Attention and work

    def do_raiseLevel(self, argument=None):
        """Climbs to the next level that is held, once at most in an event.

        Above the highest one those who hold it are told again, and nothing is left to climb.
        """
        argument = argument or {}
        counter = argument.get("counter")
        if self.has_climbed or counter and self.counts[counter] < argument["reaches"]:
            return
        above, date = self.level, self.working_time.date_of(self.now)
        if argument.get("past") == TO_OFFICE:
            above = max(above, self.rules.ladder.level_of_office(self.office))
        next_level = self.rules.ladder.next_held(self, above, date)
        again = self.rules.ladder.next_held(self, self.level - 1, date)
        if next_level is not None:
            self.level, self.has_climbed = next_level, True
            self.do_start("ladder")
        elif again is not None:
            self.level, self.has_climbed = again, True
            self.do_stop("ladder")

    def hand_over(self):
        """Gives the clocks of the lead that run on to whoever leads now."""
        for one in self.open_clocks():
            if self.procedure.clocks[one.kind]["party"] == TO_LEAD:
                one.party = self.lead

    def do_raiseLead(self):
        """Gives the work to the city's unit of the same function, unless one was named."""
        if "leadUnit" not in self.act["fields"]:
            functions = self.rules.directory.words(self.lead, "functions")
            self.lead = self.rules.routing.competent[
                functions[0], self.rules.directory.city_division]

    def do_raiseOffice(self):
        self.office = self.rules.directory.office_of(self.rules.directory.city_division)

    def do_arbitration(self, argument):
        if self.counts[argument["counter"]] >= argument["reaches"]:
            self.do_raiseOffice()

    def do_nothing(self, _=None):
        """Has no effect on clocks here: nobody in the town joins a common issue."""

    do_tell = do_giveLink = do_renewLink = do_askEvaluation = do_giveCard = do_nothing
    do_chargeTime = do_shareResult = do_nothing


def predict(rules, acts_of_issues, until):
    """Answers the marks that must have fallen by an instant, and (state, level) by issue."""
    marks, heads = [], {}
    for number, acts in acts_of_issues.items():
        issue = Issue(rules, number)
        for act in acts:
            issue.take(act)
        issue.pass_time(until)
        marks += issue.marks()
        heads[number] = (issue.state, issue.level)
    return marks, heads
