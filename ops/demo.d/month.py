"""Files needs as issues, and lets units, offices and enterprises act on them for a month."""

import dataclasses
import secrets

import server

WORKFLOW = "enterprise-assistance"

#: What an action's fields are given, by name; the rest is filled by form.
VALUES = {
    "reply": "已与企业对接并落实办理措施，企业已知悉。",
    "result": "solved",
    "grade": "good",
    "opinion": "本单位职责内事项已办理。",
    "evidence": [{"kind": "record", "text": "办理记录一份"}],
}

#: When, whose issues, what: an action, or one of the two kinds of `take`.
#: Class C is due at the closing of 10-19, class B of 10-29.
SCHEDULE = [
    ("2026-10-09T11:00:00+08:00", "prompt", "acknowledge"),
    ("2026-10-10T10:00:00+08:00", "prompt", "claim"),
    ("2026-10-12T10:00:00+08:00", "prompt", "opinions"),
    ("2026-10-13T10:00:00+08:00", "prompt", "reportProgress"),
    ("2026-10-14T15:00:00+08:00", "late", "reportProgress"),
    ("2026-10-15T10:00:00+08:00", "prompt", "proposeResolution"),
    ("2026-10-15T16:00:00+08:00", "prompt", "reportResolved"),
    ("2026-10-16T10:00:00+08:00", "prompt", "approveResolution"),
    ("2026-10-19T10:00:00+08:00", "prompt", "evaluate"),
    ("2026-10-21T10:00:00+08:00", "late", "opinions"),
    ("2026-10-21T11:00:00+08:00", "late", "proposeResolution"),
    ("2026-10-21T16:00:00+08:00", "late", "reportResolved"),
    ("2026-10-22T10:00:00+08:00", "late", "approveResolution"),
    ("2026-10-23T10:00:00+08:00", "late", "evaluate"),
]
END = "2026-11-01T00:00:00+08:00"


@dataclasses.dataclass
class Filed:
    """One need as an issue; `conduct` is how its lead unit behaves: prompt, late or silent."""

    need: object
    id: str
    number: str
    #: The code of the office that has it.
    office: str
    conduct: str = "prompt"
    lead: str = ""
    supporting: tuple = ()


class Month:
    def __init__(self, running):
        self.server = running
        self.filed = []

    def file(self, needs):
        """Files one case for each task, with an issue for each of its needs."""
        enterprises = self.enterprises()
        demanded = self.demanded()
        run = secrets.token_hex(3)  # a second demo on the same database files anew
        for index, task in enumerate(dict.fromkeys(need.task for need in needs)):
            enterprise = enterprises[index % len(enterprises)]
            of_task = [need for need in needs if need.task == task]
            answer = self.server.post("/v1/cases", "serviceOfficer", {
                "workflow": WORKFLOW, "enterprise": enterprise["creditCode"],
                "source": "document", "externalReference": f"{run}-004-{task.number}",
                "issues": [issue_of(need, enterprise["division"], demanded[need.category])
                           for need in of_task]})
            for need, issue in zip(of_task, answer["issues"]):
                office = (issue.get("office") or {}).get("code", "")
                self.filed.append(Filed(need, issue["id"], issue["number"], office))
        self.assign_conducts()

    def demanded(self):
        """Answers the needs that a filing must bring, by category."""
        workflow = self.server.get(f"/v1/workflows/{WORKFLOW}", "serviceOfficer")
        return {category["code"]: made_up([need for need in category["needs"] if need["isRequired"]])
                for category in workflow["categories"]}

    def enterprises(self):
        """Lists enterprises so that the first ones lie in different divisions."""
        found = self.server.items("/v1/enterprises?q=%E5%85%AC%E5%8F%B8", "serviceOfficer")
        if not found:
            raise server.Failed("the directory has no enterprises; was the demo directory loaded?")
        seen, first, others = set(), [], []
        for enterprise in found:
            (others if enterprise["division"] in seen else first).append(enterprise)
            seen.add(enterprise["division"])
        return first + others

    def assign_conducts(self):
        """Every third issue of class C is late, and the last one is left lying."""
        ordinary = [filed for filed in self.filed if filed.need.issue_class == "C"]
        for filed in ordinary[2::3]:
            filed.conduct = "late"
        ordinary[-1].conduct = "silent"

    def accept(self):
        for filed in self.filed:
            self.act(filed, "accept", self.offices(filed))

    def proposal(self, filed):
        """Answers what routing proposes: (lead, supporting, explanation), as units."""
        for principal in self.offices(filed):
            issue = self.issue_if_seen(filed, principal)
            found = issue and issue.get("proposal")
            if found:
                return found
        raise server.Failed(f"nobody is shown a proposal for {filed.number}")

    def dispatch(self):
        """Gives each issue its class and its units, as routing proposes."""
        for filed in self.filed:
            proposal = self.proposal(filed)
            if not proposal.get("lead"):
                raise server.Failed(f"routing proposes no lead for {filed.number}")
            filed.lead = proposal["lead"]["code"]
            filed.supporting = tuple(unit["code"] for unit in proposal["supporting"])
            self.act(filed, "triage", self.offices(filed))
            self.act(filed, "dispatch", self.offices(filed))

    def pass_by(self):
        """Lets the month pass, and counts the marks that became events on the way."""
        alarms = 0
        for instant, conduct, action in SCHEDULE:
            alarms += self.advance(instant)
            concerned = [filed for filed in self.filed if filed.conduct == conduct]
            for filed in concerned:
                self.take(filed, action)
            print(f"{instant[:16].replace('T', ' ')}  {conduct:<7} {action} × {len(concerned)}")
        return alarms + self.advance(END)

    def advance(self, instant):
        """Moves the clock, and answers how many marks were passed."""
        body = {"advanceTo": instant}
        return self.server.post("/v1/clock", "systemAdministrator", body)["alarms"]

    def take(self, filed, action):
        if action == "opinions":
            self.give_opinions(filed)
        elif action == "evaluate":
            self.evaluate(filed)
        elif action == "approveResolution":
            self.act(filed, action, self.offices(filed))
        elif action == "reportResolved":
            self.act(filed, action, self.people(filed.lead, "head", "handler"))
        else:
            self.act(filed, action, self.people(filed.lead, "handler", "head"))

    def act(self, filed, action, principals):
        """Takes an action as the first of the principals who may take it."""
        refusals = []
        for principal in principals:
            answer = self.actions_if_seen(filed, principal)
            items = answer["items"] if answer else []
            item = next((one for one in items if one["action"] == action), None)
            if item and item["isAllowed"]:
                body = {"action": action, "fields": self.fields(item, filed, principal)}
                path = f"/v1/issues/{filed.id}/actions"
                return self.server.post(path, principal, body, answer["version"])
            refusals.append(f"{principal}: {reason_of(item)}")
        raise server.Failed(f"nobody may {action} on {filed.number}: {'; '.join(refusals)}")

    def give_opinions(self, filed):
        """Lets every supporting unit in which somebody has a login give its opinion."""
        for code in filed.supporting:
            people = self.people(code, "handler", "head")
            if people:
                self.act(filed, "giveOpinion", people)

    def evaluate(self, filed):
        """Answers for the enterprise, by the link that was sent to it."""
        found = server.poll(lambda: self.link_of(filed))
        if not found:
            raise server.Failed(f"no request to evaluate {filed.number} in the outbox file")
        token, status = found
        self.server.post(
            f"/v1/links/{token}/evaluate", None, {"evaluation": "satisfied"}, status["version"])

    def link_of(self, filed):
        for token in reversed(self.server.evaluation_links()):
            status = self.server.get(f"/v1/links/{token}", None)
            if status["number"] == filed.number:
                return token, status
        return None

    def issue_if_seen(self, filed, principal):
        return self.seen(f"/v1/issues/{filed.id}", principal)

    def actions_if_seen(self, filed, principal):
        return self.seen(f"/v1/issues/{filed.id}/actions", principal)

    def seen(self, path, principal):
        """Answers None where the issue does not exist for the principal."""
        try:
            return self.server.get(path, principal)
        except server.Refused as refusal:
            if refusal.status == 404:
                return None
            raise

    def offices(self, filed):
        """Lists who may act as the office that has the issue: its own people, then the city's."""
        own = [filed.office] if filed.office and self.server.token_if_any(filed.office) else []
        return own + ["cityOffice"]

    def people(self, code, *posts):
        """Lists who may act for a unit: the demo directory names logins by the unit's code."""
        logins = [f"{code}.{post}" for post in posts] + [code]
        return [login for login in logins if self.server.token_if_any(login)]

    def fields(self, item, filed, principal):
        """Fills what an action asks for: by name, and where it is required by form."""
        values = dict(VALUES, leadUnit=filed.lead, supportingUnits=list(filed.supporting))
        values["class"] = filed.need.issue_class
        filled = {}
        for field in item["fields"]:
            choices = field.get("choices")
            value = values.get(field["name"])
            if value and (not choices or value in choices):
                filled[field["name"]] = value
            elif field["isRequired"]:
                filled[field["name"]] = self.by_form(field, filed, principal)
        return filled

    @staticmethod
    def typed(field):
        """Fills what the category of an issue demands, else all that it types."""
        values = field.get("values") or []
        return made_up([value for value in values if value["isRequired"]] or values)

    def by_form(self, field, filed, principal):
        """Finds a value for a field that no table names."""
        forms = {
            "count": 1, "boolean": True, "date": "2026-10-26", "unit": filed.lead,
            "units": list(filed.supporting), "evidence": VALUES["evidence"],
            "plan": [{"on": "2026-10-26", "what": "完成办理"}],
            "class": filed.need.issue_class, "issueClass": filed.need.issue_class,
            "category": filed.need.category, "person": principal,
            "needs": self.typed(field), "results": self.typed(field),
        }
        if field.get("choices"):
            return field["choices"][0]
        return forms.get(field["form"], "按规定办理")


def made_up(values):
    """Fills typed values: amounts, else a date or a word."""
    others = {"date": "2026-10-26", "text": "示例"}
    return {value["name"]: others.get(value["kind"], 100000) for value in values}


def issue_of(need, division, needs):
    title = f"{need.task.title}：{need.words}"
    return {"category": need.category, "title": title[:200], "division": division,
            "description": need.task.description[:4000], "needs": needs}


def reason_of(item):
    if not item:
        return "the issue does not exist for it, or the workflow has no such action"
    return item.get("reason") or item.get("refusedBy") or "refused"
