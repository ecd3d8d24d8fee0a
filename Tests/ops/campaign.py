"""Acts on a running zhuqi as the people of the demo directory, over its API."""

import collections
import contextlib
import csv
import datetime
import itertools
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request
import uuid

from hooks import HOST, Receiver
from served import ROOT, Home, Served

ENTERPRISE = "91410100MADEM00116"
CONTACT = {"name": "示例联系人", "phone": "13912345678"}
ADMINISTRATOR = "administrator.system"
MORNING = "2026-10-09T09:00:00+08:00"
PUBLIC = "https://zhuqi.example"

#: How often a request is sent that a busy server puts off.
TRIES = 10

Answer = collections.namedtuple("Answer", "status headers body")


class Campaign:
    """A server, and those who work with it; a principal is a login or a role of the demo."""

    def __init__(self, served):
        self.url, self.home, self.port = served.url, served.home, served.port
        self.process = served.process
        self._tokens = served.tokens()
        self._numbers = itertools.count(1)

    # Over HTTP.

    def ask(self, who, method, path, body=None, headers=None):
        """Sends a request, and answers whatever comes; bytes are sent as they are.

        What a busy server puts off is sent again when it says, as a client of its own does.
        """
        headers = {"Content-Type": "application/json", **(headers or {})}
        if who:
            headers["Authorization"] = f"Bearer {self.token(who)}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body, ensure_ascii=False).encode()
        request = urllib.request.Request(self.url + path, body, headers, method=method)
        for _ in range(TRIES):
            answer = answer_to(request)
            pause = answer.headers["Retry-After"]
            if answer.status != 503 or pause is None:
                break
            time.sleep(int(pause))
        return answer

    def get(self, who, path):
        return self.expect(200, self.ask(who, "GET", path), path)

    def post(self, who, path, body, expected=201):
        return self.expect(expected, self.ask(who, "POST", path, body), path)

    def put(self, who, path, body):
        return self.expect(200, self.ask(who, "PUT", path, body), path)

    def delete(self, who, path):
        return self.expect(204, self.ask(who, "DELETE", path), path)

    @staticmethod
    def expect(expected, answer, asked):
        if answer.status != expected:
            raise AssertionError(f"{asked}: {answer.status} instead of {expected}: {answer.body}")
        return answer.body

    def items(self, who, path):
        """Lists all items of a list, page by page."""
        found, cursor = [], None
        while True:
            joint = "&" if "?" in path else "?"
            page = self.get(who, path + (f"{joint}cursor={cursor}" if cursor else ""))
            found += page["items"]
            cursor = page.get("next")
            if not cursor:
                return found

    # Issues.

    def file(self, title=None, who="officer1", **issue):
        """Files an issue, and answers its number."""
        number, = self.file_many(1, title, who, **issue)
        return number

    def file_many(self, count, title=None, who="officer1", **issue):
        """Files some issues, twenty in a case, and answers their numbers."""
        if count > 20:
            return (self.file_many(20, title, who, **issue)
                    + self.file_many(count - 20, title, who, **issue))
        wanted = {"category": "MAT", "class": "C", "description": "库存只够两周。",
                  "division": "410102", "contact": CONTACT, **issue}
        titles = [title or f"特种钢材断供{next(self._numbers)}" for _ in range(count)]
        filed = self.expect(201, self.ask(who, "POST", "/v1/cases", {
            "workflow": "enterprise-assistance", "enterprise": ENTERPRISE, "source": "visit",
            "issues": [{**wanted, "title": title} for title in titles]}, self._key()), "filing")
        return [issue["number"] for issue in filed["issues"]]

    def act(self, who, number, action, **fields):
        """Takes an action on the issue as it stands, and answers its event."""
        headers = {"If-Match": "*", **self._key()}
        body = {"action": action, "fields": fields}
        path = f"/v1/issues/{number}/actions"
        answer = self.expect(
            201, self.ask(who, "POST", path, body, headers), f"{action} by {who}")
        return answer["event"]

    @staticmethod
    def _key():
        return {"Idempotency-Key": f'"{uuid.uuid4()}"'}

    def dispatched(self, lead="industry", supporting=("commerce",), **issue):
        """Files an issue and sends it on to a unit; answers its number."""
        number = self.file(**issue)
        self.act("cityOffice1", number, "accept")
        self.act("cityOffice1", number, "dispatch", leadUnit=lead,
                 supportingUnits=list(supporting), reason="职责所在")
        return number

    def remind(self, number, text="请抓紧办理"):
        """Has the handler and the head of the lead unit told once more."""
        return self.act("cityOffice1", number, "remind", text=text)

    def events(self, number, who="cityOffice1"):
        """The whole history of an issue."""
        return self.items(who, f"/v1/issues/{number}/events")

    def told(self, login, number):
        """The events of an issue that tell somebody, as sequences."""
        return [event["sequence"] for event in self.events(number)
                if login in [notice["person"]["login"] for notice in event.get("told") or []]]

    # Time.

    def advance(self, to):
        """Moves simulated time."""
        return self.post(ADMINISTRATOR, "/v1/clock", {"advanceTo": to}, expected=200)

    # Notices.

    def subscribe(self, who, url, **wanted):
        """Subscribes somebody; what happened before is told to nobody new."""
        self.wait_all_told()
        return self.post(who, "/v1/subscriptions", {"channel": "webhook", "url": url, **wanted})

    def wait_all_told(self):
        """Waits until everything that has happened has become deliveries, or was none's matter."""
        wait_until(lambda: self.value(
            "SELECT NOT EXISTS (SELECT FROM outbox_batch AS batch WHERE NOT EXISTS ("
            "SELECT FROM outbox_reader AS reader WHERE name = 'notices' "
            "AND (batch.xid, batch.position) <= (reader.xid, reader.position)))") == "t")

    @contextlib.contextmanager
    def holding_notices(self):
        """Keeps what happens meanwhile from being told; all of it is, together, afterwards.

        Nothing is tried before all of it waits, however slow the machine is.
        """
        holder = subprocess.Popen(
            ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", self._database()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        with holder:
            # The reader is made by whoever carries first.
            holder.stdin.write(
                "BEGIN;\nINSERT INTO outbox_reader (name, xid, position) "
                "VALUES ('notices', '0'::xid8, 0) ON CONFLICT (name) DO NOTHING;\n"
                "SELECT 'held' FROM outbox_reader WHERE name = 'notices' FOR UPDATE;\n")
            holder.stdin.flush()
            if holder.stdout.readline() != "held\n":
                raise AssertionError("the reader of notices can't be held")
            yield
            holder.stdin.write("COMMIT;\n")

    def deliveries(self, who, **filters):
        query = "&".join(f"{name}={value}" for name, value in filters.items())
        return self.items(who, f"/v1/deliveries?{query}")

    def wait_delivery(self, who, condition, **filters):
        """Answers the first delivery that meets a condition, with its attempts."""
        found = []

        def look():
            found[:] = self.deliveries(who, **filters)
            return next(filter(condition, found), None)

        one = wait_until(look, explain=lambda: f"the deliveries are {found}")
        return self.get(who, f"/v1/deliveries/{one['id']}")

    # The program.

    def token(self, principal):
        if principal not in self._tokens:
            self._tokens[principal] = self.run("token", "issue", "--login", principal).strip()
        return self._tokens[principal]

    def run(self, *arguments):
        """Runs zhuqid on the server's database, and answers what it prints."""
        env = {**os.environ, "ZHUQI_DATABASE": self._database(),
               "LC_ALL": "en_GB.UTF-8"}
        ended = subprocess.run([ROOT / ".build/debug/zhuqid", *arguments], capture_output=True,
                               text=True, encoding="utf-8", env=env, timeout=120)
        if ended.returncode:
            raise AssertionError(f"zhuqid {' '.join(arguments)}: {ended.stderr}")
        return ended.stdout

    def sql(self, statement):
        """Runs a statement as the owner of the server's database, and answers what it prints."""
        return subprocess.run(
            ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", self._database(), "-c", statement],
            check=True, capture_output=True, text=True, timeout=90).stdout

    def _database(self):
        """The conninfo of the owner of the server's database."""
        return (self.home / "database").read_text().strip()

    def value(self, query):
        """Answers the one value of a query."""
        return self.sql(query).strip()

    def change(self, table, column, values):
        """Sets a column of a table of the directory, for some logins."""
        with tempfile.TemporaryDirectory() as folder:
            self.run("directory", "export", folder)
            for file in pathlib.Path(folder).iterdir():
                if file.name != table:
                    file.unlink()
            rewrite(pathlib.Path(folder, table), column, values)
            self.run("directory", "import", folder)

    def give_addresses(self, addresses):
        """Puts addresses of mail into the directory, and waits until the server knows them."""
        self.change("officers.csv", "email", addresses)
        for login in addresses:
            wait_until(lambda: "address" in self.get(login, "/v1/preferences"))

    def server(self):
        """Answers the process of zhuqid serve."""
        ending = f"--port\0{self.port}\0".encode()
        for entry in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # it has just ended
                line = (entry / "cmdline").read_bytes()
                if line.split(b"\0")[0].endswith(b"/zhuqid") and ending in line:
                    return int(entry.name)
        raise AssertionError("no server is running")

    def memory(self):
        """Answers how many bytes of memory the server holds."""
        status = pathlib.Path(f"/proc/{self.server()}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) * 1024


class NoticeCase(unittest.TestCase):
    """Tests against one server; what they open is closed and ended after them."""

    #: The running server, set by whoever starts it.
    campaign = None

    def receive(self, answer=None, **options):
        """Opens a receiver of webhooks."""
        return self.enterContext(Receiver(answer, **options))

    def subscribe(self, who, url, **wanted):
        """Subscribes somebody until the end of the test."""
        made = self.campaign.subscribe(who, url, **wanted)
        self.addCleanup(self.campaign.ask, who, "DELETE", f"/v1/subscriptions/{made['id']}")
        return made

    def refused(self, answer, status, pointer=None, code=None):
        """Checks a problem as it is told."""
        self.assertEqual(answer.status, status, answer.body)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        self.assertEqual(answer.body["status"], status)
        if pointer is not None:
            self.assertEqual([error["pointer"] for error in answer.body.get("errors", [])],
                             [pointer], answer.body)
        if code:
            self.assertEqual(answer.body["code"], code)


def rewrite(file, column, values):
    """Sets a column of a table where a login has a new value for it."""
    with open(file, encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    login, changed = ([name.endswith(f" {word}") for name in header].index(True)
                      for word in ("login", column))
    for row in rows:
        row[changed] = values.get(row[login], row[changed])
    with open(file, "w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])


def answer_to(request):
    """Sends a request once."""
    try:
        with urllib.request.urlopen(request, timeout=90) as answer:
            return Answer(answer.status, answer.headers, decoded(answer.read()))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, decoded(error.read()))


def decoded(raw):
    """Reads JSON; answers text where it is none."""
    try:
        return json.loads(raw)
    except ValueError:
        return raw.decode(errors="replace")


def short(number):
    """An issue of this year as letters name it: ZQ2026-000047-1 is 47-1."""
    _, case, place = number.split("-")
    return f"{int(case)}-{place}"


def instant(text):
    """Reads RFC 3339."""
    return datetime.datetime.fromisoformat(text)


def wait_until(produce, seconds=90, explain=lambda: "it did not come about"):
    """Answers the first result that is not empty; fails where there is none in time."""
    deadline = time.monotonic() + seconds
    while not (result := produce()):
        if time.monotonic() > deadline:
            raise AssertionError(f"{explain()} (waited {seconds} s)")
        time.sleep(0.03)
    return result


@contextlib.contextmanager
def serving(clock=MORNING, pace="0.0001", options=(), home=None, allowed=(f"{HOST}/32",)):
    """Runs a server that may send webhooks to receivers here; answers its campaign.

    A pace of 0.0001 makes the ten tries of a delivery last fifteen seconds.
    """
    allowing = [word for address in allowed for word in ("--allow-target", address)]
    with contextlib.ExitStack() as stack:
        home = home or stack.enter_context(Home())
        served = stack.enter_context(Served(
            home, "--simulated-clock", clock, "--", *allowing, "--retry-pace", pace,
            "--public-address", PUBLIC, *options))
        yield Campaign(served)
