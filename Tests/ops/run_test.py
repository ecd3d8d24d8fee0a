"""What ops/run promises to whoever starts, stops and restarts it."""

import json
import os
import signal
import socket
import stat
import subprocess
import time
import unittest
import urllib.request

from served import ROOT, Home, Served, free_port, processes_naming


def refusal(home, port):
    """Runs ops/run where it must refuse, and answers what it said."""
    ended = subprocess.run(
        [ROOT / "ops/run", "--configuration", "debug", "--home", home, "--port", str(port)],
        capture_output=True, text=True, timeout=180)
    return ended.returncode, ended.stderr


class Running(unittest.TestCase):
    def test_a_restart_finds_data_and_tokens_and_ctrl_c_leaves_nothing_running(self):
        with Home("a home") as home:
            with Served(home) as first:
                self.assertIn(f"ready {first.url}", first.lines)
                tokens = first.tokens()
                self.assertEqual(first.status("/v1/whoami", tokens["handler"]), 200)
                self.assertEqual(first.end(signal.SIGINT), 0)
            wait_until(lambda: processes_naming(home) == [])
            with Served(home, port=first.port) as second:
                self.assertEqual(second.tokens(), tokens)
                self.assertEqual(second.status("/v1/whoami", tokens["handler"]), 200)
                self.assertEqual(second.end(signal.SIGTERM), 0)
            wait_until(lambda: processes_naming(home) == [])

    def test_the_greeting_says_who_owes_what_and_how_to_see_it(self):
        with Home() as home:
            with Served(home) as first:
                self.assertEqual(file_issue(first), 201)
                lines = read_until(first, "Ctrl-C here ends it.")
                self.assertIn("What each of them owes now:", lines)
                self.assertTrue(any(line.startswith("  nothing: auditAdministrator ")
                                    for line in lines), lines)
                first.end(signal.SIGINT)
            with Served(home, port=first.port) as second:
                wait_until(lambda: second.status("/readyz") == 200)
                greeted = read_until(second, "Ctrl-C here ends it.")
            place = greeted.index("  as districtOffice queue")
            self.assertRegex(greeted[place + 1], r"^    .* 1-1  断钢 ")

    def test_secrets_are_readable_to_the_owner_only(self):
        with Home() as home, Served(home):
            for name in ["tokens.json", "link.key", "database", "outbox.ndjson", "zhuqid.log"]:
                file = home / name
                if file.exists():
                    self.assertEqual(stat.S_IMODE(os.stat(file).st_mode), 0o600, name)
            self.assertEqual(len((home / "link.key").read_text()), 64)

    def test_two_at_once_do_not_meet(self):
        with Home() as home_a, Home() as home_b, Served(home_a) as a, Served(home_b) as b:
            token = a.tokens()["handler"]
            self.assertEqual(a.status("/v1/whoami", token), 200)
            self.assertEqual(b.status("/v1/whoami", token), 401)
            a.end(signal.SIGINT)
            wait_until(lambda: b.status("/readyz") == 200)

    def test_a_taken_port_or_home_is_refused_before_anything_starts(self):
        with Home() as home, socket.create_server(("127.0.0.1", 0)) as taken:
            status, message = refusal(home, taken.getsockname()[1])
            self.assertEqual(status, 1)
            self.assertIn("is in use; give another --port", message)
            self.assertFalse(home.exists())
        with Home() as home, Served(home) as served:
            status, message = refusal(home, free_port())
            self.assertEqual(status, 1)
            self.assertIn("give another --home", message)
            wait_until(lambda: served.status("/readyz") == 200)

    def test_after_kill_9_of_everything_the_next_start_recovers(self):
        with Home() as home:
            with Served(home) as served:
                tokens = served.tokens()
                database = int((home / "cluster/data/postmaster.pid").read_text().split()[0])
                os.kill(served.process.pid, signal.SIGKILL)
                os.kill(database, signal.SIGKILL)
                served.process.wait(90)
            wait_until(lambda: processes_naming(home) == [])
            with Served(home, port=served.port) as again:
                self.assertEqual(again.status("/v1/whoami", tokens["handler"]), 200)

    def test_the_server_dies_with_a_killed_script_and_its_database_is_taken_over(self):
        with Home() as home:
            with Served(home) as served:
                os.kill(served.process.pid, signal.SIGKILL)
                served.process.wait(90)
            wait_until(lambda: not any(" serve " in line for line in processes_naming(home)))
            with Served(home) as again:
                self.assertEqual(again.end(signal.SIGINT), 0)
            wait_until(lambda: processes_naming(home) == [])

    def test_a_server_that_ends_by_itself_ends_all_with_a_message(self):
        with Home() as home, Served(home) as served:
            with open(home / "zhuqid.log") as _:
                os.kill(server_of(home), signal.SIGKILL)
            rest = served.process.communicate(timeout=180)[0]
            self.assertEqual(served.process.returncode, 1)
            self.assertIn("ended by itself", rest)
            wait_until(lambda: processes_naming(home) == [])


def read_until(served, last):
    """Answers the lines of a greeting up to one."""
    for line in served.process.stdout:
        served.lines.append(line.rstrip("\n"))
        if served.lines[-1] == last:
            return served.lines
    raise AssertionError(f"{last!r} was not said: {served.lines}")


def file_issue(served):
    """Files what the campaign office of 金水区 is to accept, and answers the status."""
    body = {"workflow": "enterprise-assistance", "enterprise": "91410100MADEM00116",
            "source": "visit", "issues": [{"category": "MAT", "title": "断钢",
                                           "description": "库存不足", "division": "410105"}]}
    request = urllib.request.Request(
        served.url + "/v1/cases", data=json.dumps(body).encode(), method="POST", headers={
            "Authorization": f"Bearer {served.tokens()['serviceOfficer']}",
            "Content-Type": "application/json", "Idempotency-Key": '"greeting-1"'})
    with urllib.request.urlopen(request, timeout=90) as answer:
        return answer.status


def server_of(home):
    """Finds the process id of the zhuqid that serves a home."""
    for entry in os.listdir("/proc"):
        if entry.isdigit() and int(entry) != os.getpid():
            try:
                with open(f"/proc/{entry}/cmdline") as file:
                    words = file.read().split("\0")
            except OSError:
                continue
            if "serve" in words and f"{home}/outbox.ndjson" in words:
                return int(entry)
    raise AssertionError("no zhuqid serves the home")


def wait_until(condition):
    deadline = time.monotonic() + 90
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("it did not come about within 90 s")
        time.sleep(0.05)


if __name__ == "__main__":
    unittest.main()
