"""Measures how quickly one receiver gets its notices, alone and beside webhooks that are dead.

usage: notices.py SERVER TARGETS OFFICE OTHER ROUNDS COUNT

TARGETS has a line for each issue: its id, a tab, a token of its handler. OFFICE and OTHER are tokens of
two people who see every issue: the receiver belongs to the first, and to the second twenty webhooks that
lead to a port which accepts and never answers. A round notes something on COUNT issues, once alone and
once beside them. Prints for each round both rates in notices a second, and the most rows that waited for
the dead ones, which the command in PENDING prints.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
import urllib.request

DEAD = 20
HOST = "127.0.0.7"
CLIENTS = 32


async def main():
    server, targets, office, other, rounds, count = sys.argv[1:]
    with open(targets, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file][:int(count)]
    inbox = Inbox()
    listeners = [await asyncio.start_server(inbox.take, HOST, 0, backlog=512),
                 await asyncio.start_server(hang, HOST, 0, backlog=512)]
    well, dead = (f"http://{HOST}:{one.sockets[0].getsockname()[1]}/" for one in listeners)
    try:
        await run_rounds(server, lines, inbox, office, other, well, dead, int(rounds))
    finally:
        for listener in listeners:
            listener.close()
        await open_connections.end()


async def run_rounds(server, lines, inbox, office, other, well, dead, rounds):
    call(server, office, "POST", "/v1/subscriptions", subscription(well))
    for number in range(rounds):
        alone = await measure(server, lines, inbox, f"{number}-alone")
        made = [call(server, other, "POST", "/v1/subscriptions", subscription(f"{dead}{place}"))["id"]
                for place in range(DEAD)]
        beside = await measure(server, lines, inbox, f"{number}-beside")
        for one in made:
            call(server, other, "DELETE", f"/v1/subscriptions/{one}")
        print(f"{alone[0]:.0f}\t{beside[0]:.0f}\t{beside[1]}", flush=True)


def subscription(url):
    return {"channel": "webhook", "url": url, "scope": "seen", "actions": ["note"]}


async def measure(server, lines, inbox, name):
    """Answers the rate of the receiver and the most that waited for the dead."""
    inbox.came.clear()
    begin, most = time.monotonic(), 0
    queue = asyncio.Queue()
    for line in lines:
        queue.put_nowait(line)
    acting = asyncio.gather(*(act(server, queue, name) for _ in range(CLIENTS)))
    while len(inbox.came) < len(lines):
        if time.monotonic() > begin + 600:
            raise SystemExit(f"only {len(inbox.came)} of {len(lines)} notices came in 600 s")
        most = max(most, await pending())
        await asyncio.sleep(0.2)
    elapsed = time.monotonic() - begin
    await acting
    return len(lines) / elapsed, max(most, await pending())


async def act(server, queue, name):
    while not queue.empty():
        issue, token = queue.get_nowait()
        await asyncio.to_thread(
            call, server, token, "POST", f"/v1/issues/{issue}/actions",
            {"action": "note", "fields": {"text": "…", "visibility": "internal"}},
            f'"{name}-{issue}"')


async def pending():
    """Counts what waits for webhooks to which nothing was ever delivered."""
    run = await asyncio.create_subprocess_shell(os.environ["PENDING"], stdout=subprocess.PIPE)
    return int((await run.communicate())[0])


def call(server, token, method, path, body=None, key=None):
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    if key:
        headers |= {"If-Match": "*", "Idempotency-Key": key}
    request = urllib.request.Request(
        server + path, None if body is None else json.dumps(body).encode(), headers, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        raw = answer.read()
    return json.loads(raw) if raw else None


class OpenConnections:
    """Knows who is still connected, so that nobody is cut off in the middle at the end."""

    def __init__(self):
        self.writers = {}

    def add(self, writer):
        self.writers[asyncio.current_task()] = writer

    def remove(self):
        self.writers.pop(asyncio.current_task()).close()

    async def end(self):
        """Closes what is open: whoever reads there comes to the end."""
        tasks = list(self.writers)
        for writer in list(self.writers.values()):
            writer.close()
        await asyncio.gather(*tasks)


class Inbox:
    """Takes every notice, and counts those that came for the first time."""

    def __init__(self):
        self.came = set()

    async def take(self, reader, writer):
        open_connections.add(writer)
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:-2])
                await reader.readexactly(int(fields[b"content-length"]))
                self.came.add(fields[b"webhook-id"])
                writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            open_connections.remove()


async def hang(reader, writer):
    """Takes a request and answers nothing, until the other side gives up."""
    open_connections.add(writer)
    try:
        while await reader.read(65536):
            pass
    except ConnectionError:
        pass
    finally:
        open_connections.remove()


open_connections = OpenConnections()
asyncio.run(main())
