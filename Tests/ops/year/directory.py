"""Reads the tables of the directory: units, who holds which role, and who stands in for whom."""

import collections
import csv
import datetime
import pathlib

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
CITY = "zhengzhou"


class Directory:
    """The directory as its tables say it; instants and days are those of the city."""

    def __init__(self, folder):
        tables = read_tables(folder)
        self.units = {unit["code"]: unit for unit in tables["units"]}
        self.city_division = self.units[CITY]["division"]
        self.by_division = collections.defaultdict(list)
        for code, unit in self.units.items():
            self.by_division[unit["division"]].append(code)
        self.enterprises = {one["creditCode"]: one for one in tables["enterprises"]}
        self.logins = [one["login"] for one in tables["officers"]]
        #: Logins by role and unit.
        self.holders = collections.defaultdict(list)
        for grant in tables["grants"]:
            self.holders[grant["role"], grant["unit"]].append(grant["login"])
        self.roles = {role for role, _ in self.holders}
        self.roles_of = collections.defaultdict(set)
        self.posts_of = collections.defaultdict(set)
        for grant in tables["grants"]:
            self.roles_of[grant["login"]].add(grant["role"])
            self.posts_of[grant["login"]].add((grant["role"], grant["unit"]))
        ladder = yaml.safe_load((ROOT / "Workflows/ladder.yaml").read_text(encoding="utf-8"))
        #: Where a deputy may work, by the role of who is away.
        self.places = ladder["substitution"]["roles"]
        self.pairings = tables["pairings"]
        #: Logins by enterprise or chain, and level.
        self.pairs = collections.defaultdict(list)
        for row in self.pairings:
            self.pairs[row["creditCode"] or row["chain"], int(row["level"])].append(row["login"])
        self.deputies = collections.defaultdict(list)
        for row in sorted(tables["deputies"], key=lambda row: int(row["rank"])):
            self.deputies[row["login"]].append(row["deputy"])
        self.absences = collections.defaultdict(list)
        for row in tables["absences"]:
            self.absences[row["login"]].append((
                datetime.date.fromisoformat(row["from"]),
                datetime.date.fromisoformat(row["until"]), row["deputy"]))

    def above(self, unit):
        """Lists a unit and those above it, upwards."""
        found = []
        while unit:
            found.append(unit)
            unit = self.units[unit]["parent"]
        return found

    def words(self, unit, column):
        """Lists what a cell with several words holds, such as a unit's functions."""
        return [word for word in self.units[unit][column].split("、") if word]

    def units_in(self, division):
        return self.by_division[division]

    def government_of(self, division):
        """Answers the unit that governs a district, county or zone, or the city."""
        below_city = [code for code in self.by_division[division]
                      if self.units[code]["parent"] == CITY]
        return below_city[0] if division != self.city_division else CITY

    def tags_of(self, enterprise):
        return self.enterprises[enterprise]["tags"].split("、")

    def paired(self, enterprise, level, role=None):
        """Lists who is paired with an enterprise at a level, or of them those with a role."""
        return [login for login in self.pairs[enterprise, level]
                if role is None or role in self.roles_of[login]]

    def paired_with_chains(self, enterprise, level):
        chains = self.enterprises[enterprise]["chains"].split("、")
        return [login for chain in chains if chain for login in self.pairs[chain, level]]

    def holds(self, login, unit):
        """Tells whether somebody has a post in exactly this unit."""
        return any(login in self.holders.get((role, unit), []) for role in self.roles)

    def office_of(self, division):
        """Answers the campaign office of a division."""
        return next(code for code, unit in self.units.items()
                    if unit["kind"] == "campaignOffice" and unit["division"] == division)

    def absence_on(self, login, date):
        """Answers (first day, last day, deputy or empty) where somebody is away on a day."""
        for absence in self.absences[login]:
            if absence[0] <= date <= absence[1]:
                return absence
        return None

    def present(self, login, date, asked=()):
        """Answers who acts for a login on a day: itself, whoever stands in, or None.

        Whom somebody named for the absence is asked first, and then the standing deputies. Whoever
        is there in the end must be near the first who is away.
        """
        absence = self.absence_on(login, date)
        if not absence:
            return login if not asked or self.may_stand_in(login, asked[0]) else None
        for deputy in (absence[2], *self.deputies[login]):
            if deputy and deputy not in asked and deputy != login:
                found = self.present(deputy, date, (*asked, login))
                if found:
                    return found
        return None

    def may_stand_in(self, deputy, absent):
        """Tells whether somebody works where deputies of an officer do, for each of its posts."""
        units = {unit for _, unit in self.posts_of[deputy]}

        def is_near(role, unit):
            wanted = {"unit": unit, "aboveUnit": self.units[unit]["parent"]}
            return any(wanted[place] in units for place in self.places.get(role, []))

        return all(is_near(role, unit) for role, unit in self.posts_of[absent])


def read_tables(folder):
    """Reads every table of a folder: rows by table, cells by column."""
    tables = {}
    for file in sorted(pathlib.Path(folder).glob("*.csv")):
        with open(file, newline="", encoding="utf-8") as lines:
            tables[file.stem] = list(csv.DictReader(lines))
    return tables
