"""Types the commands of the tours of README.md and README.zh.md, and compares what they print.

The tour is the fenced blocks between `<!-- tour -->` and `<!-- /tour -->`. In a `console` block
a command follows `$ `, goes on after a line that ends with a backslash, and the lines below it
are its output: `…` stands for anything within a line, a line of `…` alone for any lines. A
command without lines below it may print what it likes. In a `bash` block every line is a
command. All are typed into one shell. `ops/run` is started once, elsewhere and in debug: its
port, home and configuration replace the README's.
"""

import re
import shlex
import subprocess
import unittest

from served import ROOT, Home, Served

BLOCK = re.compile(r"^```(console|bash)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOUR = re.compile(r"<!-- tour -->(.*?)<!-- /tour -->", re.DOTALL)


def commands(readme):
    """Lists (command, expected lines) in the order of the tour."""
    found = []
    tour = TOUR.search(readme)
    for kind, body in BLOCK.findall(tour.group(1)) if tour else []:
        continues = False
        for line in body.splitlines():
            if continues:
                found[-1][0] += "\n" + line.removeprefix("> ")
            elif kind == "bash" and line.strip() and not line.startswith("#"):
                found.append([line, []])
            elif kind == "console" and line.startswith("$ "):
                found.append([line[2:], []])
            elif kind == "console" and found:
                found[-1][1].append(line)
            continues = continues and line.endswith("\\") or is_command_open(kind, line)
    return [(command, strip_blank(lines)) for command, lines in found]


def is_command_open(kind, line):
    return line.endswith("\\") and (kind == "bash" or line.startswith("$ "))


def strip_blank(lines):
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def pattern(lines):
    """Makes expected lines into a regular expression."""
    parts = []
    for line in lines:
        if line.strip() in ("…", "..."):
            parts.append(r"(?:.*\n)*")
        else:
            parts.append(re.escape(line.rstrip()).replace("…", ".*") + r"[ \t]*\n")
    return re.compile("".join(parts))


class Shell:
    """One bash for the whole tour, so that what a command sets is there for the next."""

    MARK = "--tour-command-ended--"

    def __init__(self):
        self.process = subprocess.Popen(
            ["bash", "--norc"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, cwd=ROOT)

    def type(self, command):
        """Answers the exit status and the output of a command."""
        self.process.stdin.write(f"{{ {command}\n}} </dev/null\nprintf '\\n{self.MARK} %d\\n' $?\n")
        self.process.stdin.flush()
        lines = []
        for line in self.process.stdout:
            if line.startswith(self.MARK):
                return int(line.split()[1]), "".join(lines).removesuffix("\n")
            lines.append(line)
        raise AssertionError(f"the shell ended at: {command}")

    def close(self):
        self.process.communicate(timeout=180)


class Tour(unittest.TestCase):
    def test_every_command_of_the_tour_does_what_the_readme_shows(self):
        self.take("README.md")

    def test_every_command_of_the_chinese_readme_does_what_it_shows(self):
        self.take("README.zh.md")

    def take(self, page):
        steps = commands((ROOT / page).read_text(encoding="utf-8"))
        self.assertTrue(steps, f"{page} has no tour")
        started = [command for command, _ in steps if command.startswith("ops/run")]
        self.assertLessEqual(len(started), 1, "the tour starts ops/run once")
        options = [word for word in shlex.split(started[0] if started else "")[1:] if word != "&"]
        self.assertFalse({"--home", "--port"} & set(options), "the tour uses the usual home")
        with Home() as home, Served(home, *options) as served:
            shell = Shell()
            for command, expected in steps:
                if not command.startswith("ops/run"):
                    self.check(shell, served, command, expected)
            shell.close()

    def check(self, shell, served, command, expected):
        def here(text):
            text = text.replace("http://127.0.0.1:8080", served.url)
            text = text.replace(".zhuqi/", f"{served.home}/")
            return text.replace(".build/release", ".build/debug")

        with self.subTest(command):
            status, output = shell.type(here(command))
            self.assertEqual(status, 0, output)
            if expected:
                lines = [here(line) for line in expected]
                text = output if output.endswith("\n") else output + "\n"
                self.assertTrue(
                    pattern(lines).fullmatch(text),
                    "expected:\n" + "\n".join(lines) + "\nprinted:\n" + output)


class Reading(unittest.TestCase):
    README = ("```bash\nnot the tour\n```\n<!-- tour -->\n```console\n$ a \\\n> b\none …\n…\nend\n"
              "\n$ c\n```\ntext\n```bash\n# says why\nd\n```\n<!-- /tour -->\n")

    def test_commands_and_their_output_are_told_apart(self):
        self.assertEqual(commands(self.README), [
            ("a \\\nb", ["one …", "…", "end"]), ("c", []), ("d", [])])

    def test_dots_stand_for_anything(self):
        expected = pattern(["one …", "…", "end"])
        self.assertTrue(expected.fullmatch("one 1\nx\ny\nend\n"))
        self.assertTrue(expected.fullmatch("one \nend\n"))
        self.assertFalse(expected.fullmatch("one 1\nx\nend of it\n"))

    def test_a_shell_keeps_what_commands_set_and_tells_their_status(self):
        shell = Shell()
        self.assertEqual(shell.type("word=kept; printf 'no newline'"), (0, "no newline"))
        self.assertEqual(shell.type("echo $word; false"), (1, "kept\n"))
        shell.close()


if __name__ == "__main__":
    unittest.main()
