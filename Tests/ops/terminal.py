"""A bash in a terminal of tmux, as somebody sits before it."""

import os
import pathlib
import subprocess
import tempfile
import time

#: Seconds after which a command that has not ended never will.
LIMIT = 120


class Terminal:
    """A terminal so many columns wide, and high enough that nothing scrolls away."""

    HEIGHT = 200

    def __init__(self, columns, variables):
        self.folder = tempfile.TemporaryDirectory(prefix="zhuqi-terminal-")
        above = pathlib.Path(self.folder.name)
        self.socket = above / "socket"
        self.ended = 0
        (above / "rc").write_text(
            "PS1='$ '\n"
            # Each prompt leaves a file: what was typed before it has ended.
            f"PROMPT_COMMAND='n=$((n+1)); : >{above}/$((n-1))'\nn=0\n")
        self.tmux(
            "new-session", "-d", "-x", str(columns), "-y", str(self.HEIGHT),
            f"bash --rcfile {above / 'rc'} -i", variables=variables)
        self.tmux("set-option", "-g", "status", "off")
        self.tmux("resize-window", "-x", str(columns), "-y", str(self.HEIGHT))
        self.wait_for_prompt()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tmux("kill-server")
        self.folder.cleanup()

    def type(self, line, *answers):
        """Types a line, then each answer once what it answers is shown; gives all that is on the screen.

        An answer is a pair: the text that asks for it, and what is typed.
        """
        self.enter(line)
        for asked, answer in answers:
            self.wait(lambda asked=asked: self.screen().rstrip().endswith(asked), asked)
            self.enter(answer)
        self.wait_for_prompt()
        return self.screen().removesuffix("\n$")

    def enter(self, text):
        self.tmux("send-keys", "-l", text)
        self.tmux("send-keys", "Enter")

    def screen(self):
        lines = self.tmux("capture-pane", "-p", "-S", "-").splitlines()
        return "\n".join(line.rstrip() for line in lines).strip("\n")

    def wait_for_prompt(self):
        path = self.socket.parent / str(self.ended)
        self.wait(path.exists, "a prompt")
        self.wait(lambda: self.screen().endswith("$"), "a prompt")
        self.ended += 1

    def wait(self, condition, what):
        end = time.monotonic() + LIMIT
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not come:\n{self.screen()}")
            time.sleep(0.05)

    def tmux(self, *words, variables=None):
        # The width of characters goes by the locale.
        env = {**os.environ, "LC_ALL": "", "LC_CTYPE": "C.UTF-8", **(variables or {})}
        env.pop("TMUX", None)
        return subprocess.run(
            ["tmux", "-f", "/dev/null", "-S", self.socket, *words],
            check=True, capture_output=True, text=True, encoding="utf-8", env=env,
            timeout=LIMIT).stdout
