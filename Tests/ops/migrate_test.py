"""A database that an earlier version made migrates to this one, and its record stays what it was.

`landed/database.sql.xz` is a year of 40 issues, played by `ops/year --issues 40 --enterprises 40
--officers 248 --until 2026-06-30 --seed 5 --home DIR` at migration 15 and version 6 of both
campaigns, then written by `pg_dump` and `xz -9e`. A version that changes what is kept may replace
it by one of its own; until then it is migrated over all that came since.

`landed/audited.sha256` is what the version before files had `roles` made of three of its months, as
`sha256sum` prints it.
"""

import csv
import hashlib
import io
import lzma
import os
import pathlib
import subprocess
import unittest

from served import ROOT, Home

DUMP = pathlib.Path(__file__).parent / "landed/database.sql.xz"
AUDITED = pathlib.Path(__file__).parent / "landed/audited.sha256"
ZHUQID = ROOT / ".build/debug/zhuqid"
CLUSTER = """
set -euo pipefail
. ops/script.sh
. ops/cluster.sh
cluster_open "$1" 'fsync = off'
cluster_make_roles
cluster_make_database >/dev/null
cluster_conninfo postgres zhuqi
"""
#: What no migration may change of the record.
RECORD = """
SELECT count(*), md5(string_agg(concat_ws(' ', issue_id, sequence, command_key, digest), ','
                                ORDER BY issue_id, sequence))
FROM issue_event
"""

#: Columns that tables have got since.
LATER = {"actionName", "fromName", "toName", "roleName", "reasons", "told", "raisedTo", "partyName",
         "statusName", "endedAt", "elapsedWorkingSeconds", "pausedWorkingSeconds"}


def without_later_columns(text):
    """Writes a table as it was before it had more columns."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    kept = [place for place, head in enumerate(rows[0]) if head.split(" ")[-1] not in LATER]
    return "".join(",".join(quoted(row[place]) for place in kept) + "\r\n" for row in rows)


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set('",\r\n\t') else cell


class Landed(unittest.TestCase):
    def setUp(self):
        self.home = self.enterContext(Home())
        self.home.mkdir()
        self.home.chmod(0o711)
        self.addCleanup(self._bash, '. ops/cluster.sh; cluster_find_binaries; '
                                    'cluster_find_place "$1"; cluster_remove "$1"')
        self.superuser = self._bash(CLUSTER).stdout
        self._psql(lzma.decompress(DUMP.read_bytes()).decode())

    def test_migrates_is_whole_and_goes_on(self):
        before = self._psql(RECORD)
        applied = self._zhuqid("migrate")
        self.assertIn("applied: guards over sets", applied)
        self.assertIn("applied: administrative actions", applied)
        self.assertIn("applied: subjects", applied)
        self.assertEqual(self._psql(RECORD), before)
        self.assertIn("40 issues, 952 events, 0 findings", self._zhuqid("doctor"))
        self._compare_months()
        self._zhuqid("publish", "--workflows", ROOT / "Workflows")
        self.assertIn("0 findings", self._zhuqid("doctor"))
        out = self.home / "month"
        self._zhuqid("audit", "export", "2026-03", "--output", out)
        events = (out / "events.SIMULATED.csv").read_text().splitlines()
        self.assertGreater(len(events), 100)

    def _compare_months(self):
        """The names of versions that say no roles mean what the program knew then."""
        files = dict(reversed(line.split()) for line in AUDITED.read_text().splitlines())
        self.assertEqual(len(files), 12)
        for month in sorted({name.split("/")[0] for name in files}):
            self._zhuqid("audit", "export", month, "--output", self.home / month)
        for name, digest in files.items():
            content = without_later_columns((self.home / name).read_text(encoding="utf-8-sig"))
            self.assertEqual(hashlib.sha256(content.encode("utf-8-sig")).hexdigest(), digest, name)

    def _bash(self, script):
        return self._run(["bash", "-c", script, "bash", self.home], cwd=ROOT)

    def _psql(self, script):
        return self._run(
            ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", self.superuser], script).stdout

    def _zhuqid(self, *words):
        return self._run(
            [ZHUQID, *words, "--database", self.superuser.replace("=postgres", "=zhuqi_owner")]
        ).stdout

    def _run(self, command, text=None, **options):
        ended = subprocess.run(
            command, input=text, capture_output=True, text=True, check=False,
            env={**os.environ, "LC_ALL": "en_GB.UTF-8"}, **options)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        return ended


if __name__ == "__main__":
    unittest.main()
