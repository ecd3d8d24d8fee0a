"""Speaks HTTP/1.1 to one server over a fixed number of connections that stay open.

Small on purpose: a year is a quarter of a million requests, and the client shares two cores with
the server. Answers must have a Content-Length.
"""

import asyncio

import orjson

#: How often a request is sent that a busy server puts off, and how long it waits before.
TRIES, PAUSE_SECONDS = 10, 2


class Connections:
    """Hands each request to a connection that is free, the first come first."""

    def __init__(self, host, port, count):
        self.host, self.port, self.count = host, port, count
        self.free = asyncio.Queue()
        self.requests = 0

    async def open(self):
        for _ in range(self.count):
            self.free.put_nowait(await self._connect())

    async def _connect(self):
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(Connection, self.host, self.port)
        return connection

    async def request(self, method, path, token=None, body=None, headers=""):
        """Answers the status and the parsed body of a request; extra headers end with CRLF.

        What a busy server puts off is sent again: it says that nothing was done.
        """
        payload = b"" if body is None else orjson.dumps(body)
        authorization = f"Authorization: Bearer {token}\r\n" if token else ""
        head = (f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\n{authorization}{headers}"
                f"Content-Type: application/json\r\nContent-Length: {len(payload)}\r\n\r\n")
        for left in reversed(range(TRIES)):
            status, content = await self._exchange(head.encode() + payload)
            if status != 503 or left == 0:
                break
            await asyncio.sleep(PAUSE_SECONDS)
        self.requests += 1
        return status, orjson.loads(content) if content else None

    async def _exchange(self, request):
        connection = await self.free.get()
        if connection.is_closed:
            connection = await self._connect()
        try:
            return await connection.exchange(request)
        finally:
            self.free.put_nowait(connection)

    def close(self):
        while not self.free.empty():
            self.free.get_nowait().transport.close()


class Connection(asyncio.Protocol):
    """One connection, on which one request is under way at a time."""

    def __init__(self):
        self.transport, self.answer, self.received = None, None, b""
        self.is_closed = False

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, exc):
        self.is_closed = True
        if self.answer and not self.answer.done():
            self.answer.set_exception(exc or ConnectionError("the server closed the connection"))

    async def exchange(self, request):
        self.answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await self.answer

    def data_received(self, data):
        self.received += data
        end = self.received.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.received[:end].lower()
        length = content_length(head)
        if len(self.received) < end + 4 + length:
            return
        content, self.received = self.received[end + 4:end + 4 + length], b""
        if b"\r\nconnection: close" in head:
            self.is_closed = True
        if not self.answer.done():
            self.answer.set_result((int(head[9:12]), content))


def content_length(head):
    place = head.find(b"\r\ncontent-length:")
    if place < 0:
        if head[9:12] == b"204":
            return 0
        raise ConnectionError("an answer without Content-Length")
    line = head[place + 17:]
    return int(line[:line.find(b"\r\n")] if b"\r\n" in line else line)
