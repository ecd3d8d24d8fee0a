"""Makes what a run needs before the year begins: tokens, and a webhook for each officer."""

import asyncio
import concurrent.futures
import json
import os
import subprocess

import connections
import receiver

ADMINISTRATOR = "administrator.system"
CONNECTIONS = 8


def issue_tokens(zhuqid, owner_conninfo, logins):
    """Answers a personal token for each login."""
    environment = {**os.environ, "ZHUQI_DATABASE": owner_conninfo}

    def token(login):
        done = subprocess.run([zhuqid, "token", "issue", "--login", login], env=environment,
                              capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"year: no token for {login}: {done.stderr.strip()}")
        return done.stdout.strip()

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        return dict(zip(logins, pool.map(token, logins)))


async def subscribe(run, port, receiver_port, tokens):
    """Makes a webhook for each login, and one for links; writes their secrets for the receiver."""
    http = connections.Connections("127.0.0.1", port, CONNECTIONS)
    await http.open()

    async def make(login, path, scope):
        body = {"channel": "webhook", "url": f"http://127.0.0.1:{receiver_port}/hook/{path}",
                "scope": scope, "pace": "each", "quiet": False}
        status, answer = await http.request("POST", "/v1/subscriptions", tokens[login], body)
        if status != 201:
            raise SystemExit(f"year: no subscription for {login}: {status} {answer}")
        return path, answer["secret"]

    made = await asyncio.gather(
        make(ADMINISTRATOR, receiver.LINKS, "links"),
        *(make(login, login, "told") for login in tokens))
    http.close()
    (run / "secrets.json").write_text(json.dumps(dict(made)))
