"""A receiver of webhooks on a loopback address, which answers well or badly as it is told to.

An answer is a function of a `Connection` and the `Hook` that came over it. Those here send what a
receiver may send, and much that it should not.
"""

import contextlib
import dataclasses
import datetime
import email.utils
import http.client
import itertools
import json
import socket
import ssl
import threading
import time

from standardwebhooks import Webhook

#: Where receivers listen. A server under test allows this one address of those that are private.
HOST = "127.0.0.7"
GIGABYTE = 2**30
LONGEST_WAIT = 90


@dataclasses.dataclass(frozen=True)
class Hook:
    """One request, as it came."""

    method: str
    path: str
    #: By their names in lower case.
    headers: dict
    body: bytes
    #: Seconds of a clock that never goes back.
    at: float

    @property
    def id(self):
        return self.headers["webhook-id"]

    @property
    def event(self):
        return json.loads(self.body)

    @property
    def data(self):
        return self.event["data"]

    def verified(self, *secrets):
        """Answers the event where each of the secrets signs it; fails where one does not."""
        for secret in secrets:
            Webhook(secret).verify(self.body, self.headers)
        return self.event


class Connection:
    """What an answer is sent over."""

    def __init__(self, ours, receiver):
        self.socket, self.receiver = ours, receiver
        #: How many bytes the other side, or its system, has taken.
        self.sent = 0

    def send(self, data):
        """Sends bytes; answers False where the other side takes no more."""
        try:
            self.socket.sendall(data)
        except OSError:
            return False
        self.sent += len(data)
        return True

    def is_closed(self):
        """Waits as long as the socket's limit says; answers whether the other side closed."""
        try:
            while self.socket.recv(65536):
                pass
        except TimeoutError:
            return False
        except OSError:
            pass
        return True

    def note_close(self):
        """Tells the receiver that the other side closed, unless it was the receiver itself."""
        if self.receiver.is_open:
            self.receiver.note_close(self)


class Receiver:
    """Listens, notes every request, and answers; a context manager."""

    def __init__(self, answer=None, host=HOST, tls=None, port=0, is_deaf=False):
        self.answer, self.tls = answer or status(200), tls
        #: True where connections are closed before anything is read.
        self.is_deaf = is_deaf
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.listener = socket.create_server((host, port), family=family, backlog=128)
        self.port = self.listener.getsockname()[1]
        name = f"[{host}]" if ":" in host else host
        self.url = f"{'https' if tls else 'http'}://{name}:{self.port}/hook"
        self.changed = threading.Condition()
        self._hooks, self._connections, self._faults = [], [], []
        #: What each connection had sent when the other side closed it.
        self.closed_after = []
        self.is_open = True
        self.threads = []

    def __enter__(self):
        self._spawn(self._listen)
        return self

    def __exit__(self, *_):
        self.close()
        if self._faults:
            raise AssertionError("the receiver itself failed") from self._faults[0]

    def close(self):
        """Ends every connection, and all that still answers."""
        with self.changed:
            self.is_open = False
            open_now = list(self._connections)
        for connection in [*open_now, self.listener]:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for thread in self.threads:
            thread.join(LONGEST_WAIT)
        for connection in open_now:
            connection.close()

    @property
    def hooks(self):
        """All requests so far, in the order in which they came."""
        with self.changed:
            return list(self._hooks)

    @property
    def connection_count(self):
        """How many connections there were, ended ones too."""
        with self.changed:
            return len(self._connections)

    def wait(self, count=1, seconds=LONGEST_WAIT, only=lambda hook: True):
        """Answers the first requests of a kind, once there are so many; fails where none come."""
        self._wait_for(lambda: sum(map(only, self._hooks)) >= count, seconds)
        found = [hook for hook in self.hooks if only(hook)]
        if len(found) < count:
            raise AssertionError(f"{len(found)} of {count} requests came within {seconds} s")
        return found[:count]

    def wait_closed(self, seconds=LONGEST_WAIT):
        """Answers how much was sent before the other side closed a connection."""
        if not self._wait_for(lambda: self.closed_after, seconds):
            raise AssertionError(f"no connection was closed within {seconds} s")
        return self.closed_after[0]

    def note_close(self, connection):
        with self.changed:
            self.closed_after.append(connection.sent)
            self.changed.notify_all()

    def _wait_for(self, condition, seconds):
        with self.changed:
            return self.changed.wait_for(condition, seconds)

    def _spawn(self, body, *arguments):
        thread = threading.Thread(target=body, args=arguments, daemon=True)
        self.threads.append(thread)
        thread.start()

    def _listen(self):
        while True:
            try:
                taken, _ = self.listener.accept()
            except OSError:  # closed
                return
            with self.changed:
                if not self.is_open:
                    taken.close()
                    return
                self._connections.append(taken)
                self.changed.notify_all()
            self._spawn(self._serve, taken)

    def _serve(self, taken):
        try:
            with self._encrypted(taken) as ours:
                if not self.is_deaf:
                    self._converse(ours)
        except OSError:  # closed by the other side, or by the end of the receiver
            pass
        except Exception as fault:  # a mistake of an answer must not pass for a fault of the server
            self._faults.append(fault)

    def _encrypted(self, taken):
        if not self.tls:
            return taken
        taken.settimeout(LONGEST_WAIT)
        ours = self.tls.wrap_socket(taken, server_side=True)
        with self.changed:
            self._connections.remove(taken)
            self._connections.append(ours)
        return ours

    def _converse(self, ours):
        """Answers one request after the other until either side closes."""
        with ours.makefile("rb") as stream:
            while hook := read(stream):
                with self.changed:
                    self._hooks.append(hook)
                    self.changed.notify_all()
                if self.answer(Connection(ours, self), hook) is False:
                    return


def read(stream):
    """Reads one whole request; None where the other side has closed."""
    line = stream.readline(65537).decode("latin-1").split()
    if not line:
        return None
    headers = {name.lower(): value for name, value in http.client.parse_headers(stream).items()}
    length = int(headers.get("content-length", 0))
    body = stream.read(length)
    if len(body) < length:
        return None
    return Hook(line[0], line[1], headers, body, time.monotonic())


def head(code, *lines):
    """Writes the first lines of an answer, up to its body."""
    reason = http.client.responses.get(code, "Unknown")
    return "\r\n".join([f"HTTP/1.1 {code} {reason}", *lines, "", ""]).encode()


def status(code, *headers):
    """Answers with a status and nothing else, and keeps the connection for the next request."""
    def answer(connection, _):
        lines = [] if code == 204 else ["Content-Length: 0"]
        return connection.send(head(code, *headers, *lines))
    return answer


def in_turn(*answers):
    """Gives one answer to the first request, another to the second; the last is repeated."""
    turns = iter(answers)
    lock = threading.Lock()
    latest = [answers[-1]]

    def answer(connection, hook):
        with lock:
            latest[0] = chosen = next(turns, latest[0])
        return chosen(connection, hook)
    return answer


def by(choose):
    """Answers each request as a function of it says."""
    return lambda connection, hook: choose(hook)(connection, hook)


def hang(connection, _):
    """Never answers; notes when the other side times out."""
    connection.socket.settimeout(LONGEST_WAIT)
    if connection.is_closed():
        connection.note_close()
    return False


def hang_up(connection, _):
    """Closes without a word."""
    return False


def say(data):
    """Answers with any bytes, and closes."""
    def answer(connection, _):
        connection.send(data)
        return False
    return answer


def redirect(code, location):
    return status(code, f"Location: {location}")


def endless(*first, block=b"x" * 65536):
    """Sends the first bytes, then a block again and again, up to a gigabyte."""
    def answer(connection, _):
        # A small buffer: what the system holds back must not look like what was taken.
        connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65536)
        is_taken = all([connection.send(data) for data in first])
        while is_taken and connection.sent < GIGABYTE:
            is_taken = connection.send(block)
        connection.note_close()
        return False
    return answer


def endless_body(code):
    return endless(head(code, f"Content-Length: {2 * GIGABYTE}"))


def endless_chunks(code):
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    return endless(head(code, "Transfer-Encoding: chunked"), block=chunk)


def endless_headers(code):
    return endless(f"HTTP/1.1 {code} OK\r\n".encode(), block=b"X-More: " + b"x" * 990 + b"\r\n")


def endless_hints():
    """Sends interim answers and never the final one."""
    return endless(block=head(103, "Link: </style.css>") * 100)


def dribble(before, trickle, pause=1):
    """Sends some bytes at once, then one byte a second, without an end."""
    def answer(connection, _):
        connection.socket.settimeout(pause)
        connection.send(before)
        for byte in itertools.cycle(trickle):
            if not connection.send(bytes([byte])) or connection.is_closed():
                break
        connection.note_close()
        return False
    return answer


def slow_headers(connection, hook):
    return dribble(b"", b"HTTP/1.1 200 OK\r\nX-Slow: " + b"s" * 600)(connection, hook)


def slow_body(code):
    return dribble(head(code, "Content-Length: 1000"), b"x" * 600)


def http_date(seconds):
    """Writes the instant that lies so far ahead as HTTP headers do."""
    ahead = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=seconds)
    return email.utils.format_datetime(ahead, usegmt=True)


def self_signed(certificate, key):
    """Makes a context for TLS whose certificate nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
