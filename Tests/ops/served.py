"""Starts ops/run on a home of its own, for the tests of this folder."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "ops"))

from ports import free_port  # noqa: E402


class Home:
    """A folder for ops/run, gone at the end. PostgreSQL's user must be able to enter it."""

    def __init__(self, name="home"):
        self.above = pathlib.Path(tempfile.mkdtemp(prefix="zhuqi-test-"))
        self.above.chmod(0o711)
        self.path = self.above / name

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.above)


class Served:
    """A running ops/run in a process group of its own, as a terminal would start it."""

    def __init__(self, home, *options, port=None):
        self.home, self.port = home, port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [ROOT / "ops/run", "--configuration", "debug", "--home", home, "--port", str(self.port)]
            + list(options),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd="/",
            start_new_session=True,
            # A job in the background of a shell ignores Ctrl-C, and would hand that on.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.lines = []

    def __enter__(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if line.startswith("ready "):
                return self
        raise AssertionError("ops/run ended before it was ready:\n" + "\n".join(self.lines))

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.end(signal.SIGTERM)
        self.process.stdout.close()

    def end(self, signal_number):
        """Sends a signal to the whole group, as Ctrl-C does, and waits for the end."""
        os.killpg(self.process.pid, signal_number)
        rest = self.process.communicate(timeout=180)[0]
        self.lines += rest.splitlines()
        return self.process.returncode

    def tokens(self):
        return json.loads((self.home / "tokens.json").read_text())

    def status(self, path, token=None):
        """Answers the HTTP status of a GET."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            request = urllib.request.Request(self.url + path, headers=headers)
            with urllib.request.urlopen(request, timeout=90) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code


def processes_naming(text):
    """Lists the processes whose command line holds a text."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:  # it has just ended
            continue
        if str(text) in line:
            found.append(line)
    return found
