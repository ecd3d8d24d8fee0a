"""Finds ports for servers of one's own."""

import contextlib
import random
import socket


def free_port():
    """Finds a port below those that the system gives to connections: none takes it meanwhile."""
    chance = random.SystemRandom()
    while True:
        port = chance.randrange(10240, 32768)
        with contextlib.suppress(OSError), socket.socket() as listener:  # it is taken
            listener.bind(("127.0.0.1", port))
            return port
