"""Receives webhooks, each login's under its own path, and notes what it accepted.

usage: receiver.py RUN [--refuse-every N]

Prints the port it listens on. RUN/secrets.json holds the secret of each path. Each request that
was accepted becomes a line of RUN/receipts.tsv: path, id of the event, signed or not. What comes
under /hook/links goes to RUN/links.ndjson instead. Every Nth request is answered with 503, so
that it has to come again.
"""

import argparse
import asyncio
import pathlib
import signal

import orjson
import uvloop
from standardwebhooks import Webhook, WebhookVerificationError

ACCEPTED = b"HTTP/1.1 204 No Content\r\n\r\n"
REFUSED = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
SIGNED_HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")
LINKS = "links"
FLUSH_SECONDS = 0.05


class Receiver:
    def __init__(self, run, refuse_every):
        self.run, self.refuse_every = run, refuse_every
        self.receipts = open(run / "receipts.tsv", "a", encoding="utf-8")
        self.links = open(run / "links.ndjson", "ab")
        self.webhooks, self.count = {}, 0

    def take(self, path, headers, body):
        """Answers what to say to one request, and notes it where it is accepted."""
        self.count += 1
        if self.refuse_every and self.count % self.refuse_every == 0:
            return REFUSED
        login = path.rsplit("/", 1)[1]
        if not self.is_signed(login, headers, body):
            self.receipts.write(f"{login}\t{headers.get('webhook-id')}\tunsigned\n")
        elif login == LINKS:
            self.links.write(body + b"\n")
        else:
            self.receipts.write(f"{login}\t{orjson.loads(body)['id']}\tsigned\n")
        return ACCEPTED

    def is_signed(self, login, headers, body):
        if login not in self.webhooks:
            secrets = orjson.loads((self.run / "secrets.json").read_bytes())
            self.webhooks = {path: Webhook(secret) for path, secret in secrets.items()}
        signed = {name: headers.get(name, "") for name in SIGNED_HEADERS}
        try:
            self.webhooks[login].verify(body, signed, json_parse=False)
        except WebhookVerificationError:
            return False
        return True

    def flush(self):
        self.receipts.flush()
        self.links.flush()


class Connection(asyncio.Protocol):
    """One connection, over which requests come one after the other."""

    def __init__(self, receiver):
        self.receiver, self.received, self.transport = receiver, b"", None

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.received += data
        while (end := self.received.find(b"\r\n\r\n")) >= 0:
            first, *lines = self.received[:end].decode("latin-1").split("\r\n")
            pairs = (line.split(":", 1) for line in lines)
            headers = {name.lower(): value.strip() for name, value in pairs}
            length = end + 4 + int(headers.get("content-length", 0))
            if len(self.received) < length:
                return
            body, self.received = self.received[end + 4:length], self.received[length:]
            self.transport.write(self.receiver.take(first.split(" ")[1], headers, body))


async def serve(options):
    receiver = Receiver(options.run, options.refuse_every)
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    server = await loop.create_server(
        lambda: Connection(receiver), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    while not ended.is_set():
        try:
            await asyncio.wait_for(ended.wait(), FLUSH_SECONDS)
        except TimeoutError:
            receiver.flush()
    receiver.flush()


def read_options():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1])
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("--refuse-every", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    uvloop.run(serve(read_options()))
