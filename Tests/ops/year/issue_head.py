"""What the town knows of an issue from the answers that it got."""

import datetime


#: Actions that give the enterprise a new link.
GIVES_LINK = ("file", "submit", "suspend", "approveResolution")
#: Actions whose takers count as handlers.
HANDLES = ("claim", "assignHandler", "proposeResolution", "reportResolved", "answerDirectly")


class IssueHead:
    def __init__(self, filing, enterprise, filer, random):
        self.random, self.enterprise, self.filer = random, enterprise, filer
        self.category, self.division = filing["category"], filing["division"]
        self.issue_class, self.triaged = filing["class"], filing["triaged"]
        self.state, self.clocks = "unborn", {}
        self.lead, self.supporting, self.owing_opinions = None, [], set()
        self.office, self.id, self.number, self.level = None, None, None, 0
        #: How often it was dispatched, and how many links the enterprise got.
        self.rounds, self.links = 0, 1
        #: Who handled it, and may not approve what came of it.
        self.hands = set()

    def take(self, answer, event=None):
        """Takes over the head that an answer holds, and the clocks that its event touched."""
        self.id, self.number = answer["id"], answer["number"]
        self.state, self.level = answer["state"], answer["level"]
        self.lead = (answer.get("leadUnit") or {}).get("code")
        self.supporting = [unit["code"] for unit in answer["supportingUnits"]]
        self.office = (answer.get("office") or {}).get("code")
        for clock in answer["clocks"] + (event["clocks"] if event else []):
            self.take_clock(clock)
        self.links += bool(event) and event["action"] in GIVES_LINK
        if event and event["to"] == "dispatched" and event["from"] != "dispatched":
            self.rounds += 1

    def take_clock(self, clock):
        party = clock["party"]["code"] if "party" in clock else None
        self.clocks[clock["kind"], party] = clock
        if clock["kind"] == "support":
            is_owed = clock["status"] in ("running", "paused")
            (self.owing_opinions.add if is_owed else self.owing_opinions.discard)(party)

    def take_from_link(self, answer):
        """Takes over what the enterprise's link shows."""
        self.state = answer["state"]
        for (kind, _), clock in self.clocks.items():
            if kind == "resolve" and "dueAt" in answer:
                clock["dueAt"] = answer["dueAt"]

    def units(self):
        return [self.lead, *self.supporting]

    def due_of(self, kind):
        """Answers when the latest clock of a kind is due, as far as it is known; else None."""
        clocks = [clock for (found, _), clock in self.clocks.items() if found == kind]
        if not clocks:
            return None
        latest = max(clocks, key=lambda clock: clock["number"])
        return int(datetime.datetime.fromisoformat(latest["dueAt"]).timestamp())
