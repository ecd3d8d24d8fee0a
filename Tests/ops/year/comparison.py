"""Compares what happened in a run with what had to: marks, heads, silence, and notices."""

import collections
import concurrent.futures
import dataclasses
import datetime

import orjson

import history
import prediction
import town

#: States in which nothing is owed by anybody here: whoever began a draft may leave it.
NOTHING_OWED = {"draft"}
#: How many differences are shown of each sort, and with how many issues' stories.
SHOWN, STORIES = 8, 2


def compare(run, database):
    """Answers a report on a run whose work is all done."""
    with concurrent.futures.ProcessPoolExecutor(1) as other_core:
        prediction_made = other_core.submit(predict, run)
        happened = history.History(run, database)
        predicted, heads = prediction_made.result()
    report = Report(happened)
    report.tell_marks(compare_marks(predicted, happened.marks), predicted)
    report.tell_heads(compare_heads(heads, happened.heads))
    report.tell_silence(find_silent(happened.heads), happened.heads)
    report.tell_notices(compare_notices(
        happened.told() - happened.hidden, happened.receipts), happened)
    return report


def predict(run):
    acts = collections.defaultdict(list)
    with open(run / "acts.jsonl", "rb") as lines:
        for line in lines:
            act = orjson.loads(line)
            acts[act["issue"]].append(act)
    until = int(datetime.datetime.fromisoformat(town.END).timestamp())
    return prediction.predict(prediction.Rules(run / "roster"), acts, until)


def compare_marks(predicted, fired):
    """Answers the marks that did not fire, and those that were not predicted."""
    predicted, fired = collections.Counter(predicted), collections.Counter(fired)
    return list((predicted - fired).elements()), list((fired - predicted).elements())


def compare_heads(predicted, heads):
    """Lists (number, predicted, found) of issues in another state or at another level."""
    found = {number: (head["state"], int(head["level"])) for number, head in heads.items()}
    return [(number, predicted.get(number), found.get(number))
            for number in sorted(predicted.keys() | found.keys())
            if predicted.get(number) != found.get(number)]


def find_silent(heads):
    """Lists the open issues of which no clock runs though something is owed."""
    return sorted(number for number, head in heads.items()
                  if head["is_open"] == "t" and head["runs"] == "f"
                  and head["state"] not in NOTHING_OWED)


@dataclasses.dataclass
class Notices:
    """How the notices that were owed compare with those that came."""

    told: int
    received: int
    repeated: int
    missing: list
    foreign: list
    disordered: list


def compare_notices(told, receipts):
    """Compares what was owed with what came; the first receipts of an issue must be in order."""
    seen, latest, disordered = set(), {}, []
    for notice in receipts:
        if notice in seen:
            continue
        seen.add(notice)
        line = (notice.login, notice.issue)
        if notice.sequence < latest.get(line, 0):
            disordered.append(notice)
        latest[line] = max(latest.get(line, 0), notice.sequence)
    return Notices(len(told), len(receipts), len(receipts) - len(seen),
                   sorted(told - seen), sorted(seen - told), disordered)


class Report:
    """What is told of a comparison, and whether anything differs."""

    def __init__(self, happened):
        self.happened, self.lines, self.stories = happened, [], []
        self.is_equal = True

    def tell_marks(self, differences, predicted):
        missing, extra = differences
        counts = collections.Counter((mark.kind, mark.mark) for mark in self.happened.marks)
        self.say(f"marks: predicted {len(predicted)}, fired {len(self.happened.marks)}, "
                 f"not fired {len(missing)}, not predicted {len(extra)}")
        self.say("fired: " + ", ".join(
            f"{kind} {mark} {count}" for (kind, mark), count in sorted(counts.items())))
        for name, marks in [("not fired", missing), ("not predicted", extra)]:
            marks = sorted(marks, key=lambda mark: (mark.instant, mark))
            self.differ(name, [words_of(mark) for mark in marks],
                        [mark.issue for mark in marks])

    def tell_heads(self, differences):
        self.say(f"states and levels that differ: {len(differences)}")
        self.differ("head", [f"{number}: predicted {predicted}, is {found}"
                             for number, predicted, found in differences],
                    [number for number, *_ in differences])

    def tell_silence(self, silent, heads):
        idle = collections.Counter(
            head["state"] for head in heads.values()
            if head["is_open"] == "t" and head["runs"] == "f")
        owed_nothing = ", ".join(
            f"{idle[state]} in {state}" for state in sorted(NOTHING_OWED) if idle[state])
        still_open = sum(head["is_open"] == "t" for head in heads.values())
        self.say(f"issues: {len(heads)}, open {still_open}, silent {len(silent)}; "
                 f"nothing is owed: {owed_nothing or 'nowhere'}")
        self.differ("silent", silent, silent)

    def tell_notices(self, notices, happened):
        self.say(f"notices: told {notices.told}, received {notices.received}, "
                 f"of these again {notices.repeated}, tries refused {happened.tries_refused}, "
                 f"not visible any more {len(happened.hidden)}, "
                 f"missing {len(notices.missing)}, foreign {len(notices.foreign)}, "
                 f"out of order {len(notices.disordered)}, unsigned {happened.unsigned}")
        for name in ("missing", "foreign", "disordered"):
            self.differ(name, [f"{one.login}: event {one.sequence} of issue {one.issue}"
                               for one in getattr(notices, name)])
        self.differ("unsigned", [""] * happened.unsigned)

    def say(self, line):
        self.lines.append(line)

    def differ(self, name, differences, numbers=()):
        """Tells of the first differences, if there are any, and keeps their issues' stories."""
        self.is_equal = self.is_equal and not differences
        self.lines += [f"  {name}: {one}" for one in differences[:SHOWN]]
        for number in list(dict.fromkeys(numbers))[:STORIES]:
            if number not in self.stories and number in self.happened.stories:
                self.stories.append(number)

    def tell(self):
        print("\n".join(self.lines))
        for number in self.stories:
            print(f"\nThe story of {number}:")
            print("\n".join(self.happened.story(number)))


def words_of(mark):
    at = datetime.datetime.fromtimestamp(mark.instant, datetime.timezone.utc).isoformat()
    return f"{mark.issue} {mark.kind} {mark.party or ''} run {mark.run}: {mark.mark} at {at}"
