"""Reads the database of a run with psql."""

import csv
import io
import subprocess


class Database:
    def __init__(self, psql, conninfo):
        self.command = [psql, "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", conninfo]

    def run(self, text):
        """Runs statements, and answers what they print."""
        done = subprocess.run(self.command, input=text, text=True, capture_output=True)
        if done.returncode:
            raise SystemExit(f"year: psql failed: {done.stderr.strip()}")
        return done.stdout

    def rows(self, query):
        """Answers the rows of a query, as dictionaries of texts."""
        text = self.run(f"COPY ({query}) TO STDOUT (FORMAT csv, HEADER)")
        return csv.DictReader(io.StringIO(text, newline=""))

    def number(self, query):
        return int(self.run(query).strip() or 0)
