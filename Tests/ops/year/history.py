"""Reads from the database and the receiver's notes what happened in a run."""

import collections
import datetime

import orjson
from prediction import Mark

EVENTS = """
    SELECT issue.number, event.issue_id, event.sequence, event.at, action.name AS action,
           state.name AS state, person.login, event.body -> 'clocks' AS clocks,
           event.body -> 'told' AS told
    FROM issue_event AS event JOIN issue ON issue.id = event.issue_id
    JOIN workflow_state AS state ON state.id = event.to_state
    JOIN workflow_action AS action ON action.id = event.action
    LEFT JOIN person ON person.id = event.person_id
    ORDER BY event.issue_id, event.sequence"""
HEADS = """
    SELECT issue.number, state.name AS state, issue.level, issue.is_open,
           EXISTS (SELECT FROM clock WHERE clock.issue_id = issue.id
                   AND clock.status = 'running') AS runs
    FROM issue JOIN workflow_state AS state ON state.id = issue.state"""
PEOPLE = "SELECT id, login FROM person"
REFUSED = """
    SELECT count(*) FROM delivery_attempt WHERE status IS DISTINCT FROM 204"""
#: What was not sent, as its receiver had lost sight of the issue by then.
HIDDEN = """
    SELECT person.login, delivery.issue_id, delivery.sequence
    FROM delivery JOIN subscription ON subscription.id = subscription_id
    JOIN person ON person.id = subscription.person_id
    WHERE delivery.state = 'noLongerVisible' AND delivery.issue_id IS NOT NULL"""

#: An event as a receiver knows it: the number of its issue in the database, and its place there.
Notice = collections.namedtuple("Notice", "login issue sequence")


class History:
    """The events, the heads and the receipts of a run."""

    def __init__(self, run, database):
        self.stories = collections.defaultdict(list)
        for row in database.rows(EVENTS):
            row["clocks"] = orjson.loads(row["clocks"] or "[]")
            row["told"] = orjson.loads(row["told"] or "[]")
            self.stories[row["number"]].append(row)
        self.marks = [mark for number, events in self.stories.items()
                      for mark in fired(number, events)]
        self.heads = {row["number"]: row for row in database.rows(HEADS)}
        self.logins = {int(row["id"]): row["login"] for row in database.rows(PEOPLE)}
        self.hidden = {Notice(row["login"], row["issue_id"], int(row["sequence"]))
                       for row in database.rows(HIDDEN)}
        self.tries_refused = database.number(REFUSED)
        self.receipts, self.unsigned = read_receipts(run / "receipts.tsv")

    def told(self):
        """Answers the notices that the events owe."""
        return {Notice(self.logins[one["person"]], event["issue_id"], int(event["sequence"]))
                for events in self.stories.values() for event in events for one in event["told"]}

    def story(self, number):
        """Yields an issue's story, a line for each event."""
        for event in self.stories[number]:
            clocks = "; ".join(
                f"{one['kind']} {one.get('party', '')} {one['status']} due {one['dueAt']}"
                for one in event["clocks"])
            yield (f"{event['sequence']}. {event['at']} {event['action']} by "
                   f"{event['login'] or 'nobody'} -> {event['state']}: {clocks}")


def fired(number, events):
    """Lists the marks that the events of an issue tell to have passed."""
    passed, parties, found = collections.defaultdict(set), {}, []
    for event in events:
        for clock in sorted(event["clocks"], key=lambda clock: clock["number"]):
            place = clock["number"]
            parties[place] = (clock["kind"], clock.get("party"))
            found += [(place, mark, seconds(event["at"]))
                      for mark in clock["passedMarks"] if mark not in passed[place]]
            passed[place].update(clock["passedMarks"])
    runs, counts = {}, collections.Counter()
    for place in sorted(parties):
        counts[parties[place]] += 1
        runs[place] = counts[parties[place]]
    return [Mark(number, *parties[place], runs[place], mark, instant)
            for place, mark, instant in found]


def read_receipts(path):
    """Answers the notices in the order in which they came, and how many bore no signature."""
    receipts, unsigned = [], 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            login, event, signed = line.rstrip("\n").split("\t")
            if signed == "signed":
                issue, sequence = event.split("-")
                receipts.append(Notice(login, issue, int(sequence)))
            else:
                unsigned += 1
    return receipts, unsigned


def seconds(text):
    return int(datetime.datetime.fromisoformat(text).timestamp())
