"""A mail server on the loopback address: it keeps what it takes, and refuses what it is told to."""

import asyncio
import contextlib
import dataclasses
import email
import email.message
import email.policy
import threading
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from served import free_port


@dataclasses.dataclass(frozen=True)
class Mail:
    """One message, as it was taken."""

    sender: str
    #: The addresses of the envelope.
    recipients: tuple
    #: All that came between DATA and the dot.
    raw: bytes
    #: Seconds of a clock that never goes back.
    at: float

    @property
    def message(self):
        return email.message_from_bytes(self.raw, policy=email.policy.default)

    @property
    def subject(self):
        return str(self.message["Subject"])

    @property
    def text(self):
        """The body as it is read: decoded, with plain ends of lines."""
        content = self.message.get_body(("plain",)).get_content()
        return content.replace("\r\n", "\n")


class Mailbox(Controller):
    """Takes mail for every address; a context manager. Replies can be set for an address."""

    def __init__(self):
        # Without SMTPUTF8: headers must be ASCII, as for the oldest server.
        super().__init__(self, hostname="127.0.0.1", port=free_port(), enable_SMTPUTF8=False)
        self.url = f"smtp://127.0.0.1:{self.port}"
        self.changed = threading.Condition()
        self._mails, self._tries = [], []
        self._replies = {}
        self._silent = []
        self._dropped = 0
        self.is_silent = False

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    # What the server of aiosmtpd asks.

    def factory(self):
        if self.is_silent or self._dropped:
            return Silence(self)
        return SMTP(self, **self.SMTP_kwargs)

    async def handle_RCPT(self, server, session, envelope, address, options):
        with self.changed:
            self._tries.append(address)
            replies = self._replies.get(address, [])
            reply = replies.pop(0) if replies else None
            self.changed.notify_all()
        if reply:
            return reply
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = Mail(envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content,
                    time.monotonic())
        with self.changed:
            self._mails.append(mail)
            self.changed.notify_all()
        return "250 OK"

    # What tests ask.

    def reply(self, address, *replies):
        """Refuses an address with these replies, one a try; after them it is taken again."""
        with self.changed:
            self._replies[address] = list(replies)

    def drop(self, count):
        """Closes the next connections without a greeting."""
        with self.changed:
            self._dropped = count

    @contextlib.contextmanager
    def silence(self):
        """Takes connections and says nothing, not even a greeting, until the block ends."""
        self.is_silent = True
        try:
            yield
        finally:
            self.is_silent = False
            for transport in self._silent:
                self.loop.call_soon_threadsafe(transport.abort)

    def tries(self, address):
        """Counts how often the address was named as a recipient."""
        with self.changed:
            return self._tries.count(address)

    def to(self, address, holding=""):
        """Lists what came for an address, and has some text in subject or body."""
        with self.changed:
            mails = [mail for mail in self._mails if address in mail.recipients]
        return [mail for mail in mails if holding in mail.subject + mail.text]

    def wait(self, address, count=1, holding="", seconds=90):
        """Answers the first mails of a kind once there are so many; fails where none come."""
        with self.changed:
            self.changed.wait_for(lambda: len(self.to(address, holding)) >= count, seconds)
            found = self.to(address, holding)
        if len(found) < count:
            raise AssertionError(f"{len(found)} of {count} mails came to {address}")
        return found[:count]

    def meet(self, transport):
        """Takes a connection in silence, or closes it."""
        with self.changed:
            if self._dropped:
                self._dropped -= 1
                transport.abort()
            self._silent.append(transport)
            self.changed.notify_all()


class Silence(asyncio.Protocol):
    """A connection on which nothing is ever said."""

    def __init__(self, mailbox):
        self.mailbox = mailbox

    def connection_made(self, transport):
        self.mailbox.meet(transport)
