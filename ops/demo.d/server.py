"""Speaks to a zhuqid over HTTP, as whoever must act, and runs one where none is given."""

import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

from ports import free_port

ROOT = pathlib.Path(__file__).resolve().parents[2]
#: How often a request is sent that a busy server puts off.
TRIES = 10


class Refused(Exception):
    """Holds what the server said no to, and the problem that it answered."""

    def __init__(self, request, status, problem):
        shown = json.dumps(problem, ensure_ascii=False, indent=2)
        super().__init__(f"{request}: {status}\n{shown}")
        self.status = status


class Failed(Exception):
    """Says what went wrong outside HTTP."""


class Server:
    """A server with the home that ops/run keeps for it: tokens, database, outbox."""

    def __init__(self, url, tokens_file, configuration):
        self.url = url.rstrip("/")
        self.home = pathlib.Path(tokens_file).resolve().parent
        self.zhuqid = ROOT / ".build" / configuration / "zhuqid"
        #: By role, and by login as they are issued; None where nobody has the login.
        self.tokens = json.loads(pathlib.Path(tokens_file).read_text())

    def get(self, path, principal):
        return self.request("GET", path, principal)

    def post(self, path, principal, body, version=None):
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return self.request("POST", path, principal, body, headers)

    def items(self, path, principal):
        """Lists all items of a list, page by page."""
        found, cursor = [], None
        while True:
            joint = "&" if "?" in path else "?"
            following = f"{joint}cursor={urllib.parse.quote(cursor)}" if cursor else ""
            page = self.get(path + following, principal)
            found += page["items"]
            cursor = page.get("next")
            if not cursor:
                return found

    def request(self, method, path, principal, body=None, headers=None):
        """Answers the decoded body; principal is a role, a login, or None for a link."""
        headers = dict(headers or {}, Accept="application/json")
        if principal:
            headers["Authorization"] = f"Bearer {self.token(principal)}"
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body, ensure_ascii=False).encode()
        request = urllib.request.Request(self.url + path, body, headers, method=method)
        try:
            with with_retries(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            asked = f"{method} {path} as {principal}"
            raise Refused(asked, error.code, problem_in(error)) from None
        except OSError as error:
            raise Failed(f"{method} {self.url}{path}: {error}") from None

    def token(self, principal):
        token = self.token_if_any(principal)
        if not token:
            raise Failed(f"no token for {principal}")
        return token

    def token_if_any(self, principal):
        if principal not in self.tokens:
            try:
                self.tokens[principal] = self.run("token", "issue", "--login", principal).strip()
            except Failed:
                self.tokens[principal] = None
        return self.tokens[principal]

    def run(self, *arguments, role="zhuqi_owner"):
        """Runs zhuqid on the server's database, and answers what it prints."""
        conninfo = (self.home / "database").read_text().strip()
        conninfo = conninfo.replace("user=zhuqi_owner", f"user={role}")
        ended = subprocess.run(
            [self.zhuqid, *map(str, arguments)], capture_output=True, text=True, cwd=ROOT,
            env={"ZHUQI_DATABASE": conninfo, "LC_ALL": "C.UTF-8"})
        if ended.returncode:
            raise Failed(f"zhuqid {' '.join(map(str, arguments))}: {ended.stderr.strip()}")
        return ended.stdout

    def evaluation_links(self):
        """Lists the tokens of the links by which enterprises were asked to evaluate, in order.

        The outbox file has one JSON object a line; a request to evaluate has its link in
        `data.link`, whole or as the token alone.
        """
        found = []
        for line in (self.home / "outbox.ndjson").read_text().splitlines():
            link = (json.loads(line).get("data") or {}).get("link")
            if link:
                found.append(link.rstrip("/").split("/")[-1])
        return found


def problem_in(error):
    text = error.read().decode(errors="replace")
    try:
        return json.loads(text)
    except ValueError:
        return text


def with_retries(request):
    """Sends a request; again, and when it says, where the server is busy and did nothing."""
    for left in reversed(range(TRIES)):
        try:
            return urllib.request.urlopen(request, timeout=300)
        except urllib.error.HTTPError as error:
            pause = error.headers["Retry-After"]
            if error.code != 503 or pause is None or left == 0:
                raise
            error.close()
            time.sleep(int(pause))
    raise AssertionError("the last try ends")


class OwnRun:
    """An ops/run on a home of its own that is gone at the end."""

    def __init__(self, configuration, simulated_clock):
        self.configuration, self.clock = configuration, simulated_clock

    def __enter__(self):
        # PostgreSQL's user must be able to enter it.
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="zhuqi-demo-"))
        self.home.chmod(0o711)
        port = str(free_port())
        self.process = subprocess.Popen(
            [ROOT / "ops/run", "--home", self.home, "--port", port, "--configuration",
             self.configuration, "--simulated-clock", self.clock],
            stdout=subprocess.PIPE, text=True, start_new_session=True)
        try:
            for line in self.process.stdout:
                if line.startswith("ready "):
                    return Server(line.split()[1], self.home / "tokens.json", self.configuration)
            raise Failed("ops/run ended before it was ready")
        except BaseException:  # Ctrl-C too: a folder and a process must not stay behind
            self.__exit__()
            raise

    def __exit__(self, *_):
        for number in (signal.SIGINT, signal.SIGTERM):  # an impatient second Ctrl-C
            signal.signal(number, signal.SIG_IGN)
        self.process.terminate()
        self.process.communicate()
        shutil.rmtree(self.home)


def poll(produce, seconds=90):
    """Answers the first result that is not empty; the outbox runs behind what it tells of."""
    deadline = time.monotonic() + seconds
    while True:
        result = produce()
        if result or time.monotonic() > deadline:
            return result
        time.sleep(0.1)
