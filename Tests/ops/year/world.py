"""Makes the directory of the simulated year from a seed: a city, its officers, its enterprises.

Divisions, departments, offices and task forces are those of the demo directory; districts get
departments of their own, and everybody in it is made up. The world is written as the tables that
`zhuqid directory import` reads, so that whoever predicts reads the same files as the server.

usage: world.py FOLDER SEED OFFICERS ENTERPRISES
"""

import csv
import datetime
import pathlib
import random
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
CITY = "zhengzhou"
CITY_DIVISION = "410100"
YEAR = 2026
#: From this day on officers are away who stand in for each other.
CIRCLES_FROM = datetime.date(YEAR, 11, 16)
# Roles that pass to nobody who has them not, and a program's.
APART = {"systemAdministrator", "securityAdministrator", "auditAdministrator", "integrator"}

#: Functions that districts have departments for, beside the city's.
DISTRICT_FUNCTIONS = {"industry": "工业和信息化局", "humanResources": "人力资源和社会保障局"}
#: Posts in the city: (login, role, how many).
CITY_POSTS = [
    ("cityOffice", "cityOffice", 3), ("viceMayor", "leader", 2), ("caller", "caller", 2),
    ("administrator.system", "systemAdministrator", 1), ("auditor", "auditor", 1),
]
CHAINS = {"chain.aluminium": ("铝加工", "Aluminium"), "chain.sensors": ("传感器", "Sensors")}
TAGS = ["规上", "专精特新", "四上"]
#: The level at which the service line asks for the officers of chains.
CHAIN_LEVEL = 4

CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class World:
    """The tables of the directory, by name; each is a list of rows by column."""

    def __init__(self, seed, officers, enterprises):
        self.random = random.Random(f"world {seed}")
        self.tables = {}
        self.people = []
        self._make_units()
        self._make_posts()
        self._make_service_officers(officers)
        self._make_enterprises(enterprises)
        self._make_pairings()
        self._read_substitution()
        self._group_colleagues()
        self._make_deputies()
        self._make_absences()

    def write(self, folder):
        """Writes each table as FOLDER/<name>.csv."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in self.tables.items():
            columns = list(dict.fromkeys(column for row in rows for column in row))
            with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns)
                writer.writeheader()
                writer.writerows(rows)

    def _make_units(self):
        demo = yaml.safe_load(
            (ROOT / "Workflows/demo/directory.yaml").read_text(encoding="utf-8"))
        self.tables["divisions"] = [
            {"code": one["code"], "nameZh": one["name"]["zh"], "nameEn": one["name"]["en"],
             "parent": one.get("parent", "")} for one in demo["divisions"]]
        self.tables["units"] = [unit_row(one) for one in demo["units"]]
        for division in self.divisions():
            self.tables["units"] += self._units_below(division)

    def _units_below(self, division):
        code, name = division["code"], division["nameZh"]
        above = {"parent": f"division.{code}", "division": code}
        yield {"code": f"township.{code}.2", "nameZh": f"{name}示例二街道",
               "nameEn": f"Second sample street of {code}", "kind": "township", **above}
        for function, words in DISTRICT_FUNCTIONS.items():
            yield {"code": f"{function}.{code}", "nameZh": f"{name}{words}（示例）",
                   "nameEn": f"{function} of {code}", "kind": "governmentDepartment",
                   "functions": function, **above}

    def divisions(self):
        """Lists the districts, counties and zones: every division but the city."""
        return [one for one in self.tables["divisions"] if one["code"] != CITY_DIVISION]

    def units_of_kind(self, *kinds):
        return [unit["code"] for unit in self.tables["units"] if unit["kind"] in kinds]

    def _make_posts(self):
        self.tables["grants"] = []
        for login, role, count in CITY_POSTS:
            for number in range(1, count + 1):
                self._add_person(login if count == 1 else f"{login}{number}", (role, CITY))
        for force in self.units_of_kind("taskForce"):
            self._add_person(f"{force}.officer", ("taskForce", force))
        for unit in self.units_of_kind("governmentDepartment", "utility", "carrier", "university"):
            self._add_person(f"{unit}.handler", ("handler", unit))
            self._add_person(f"{unit}.head", ("unitHead", unit))
        for township in self.units_of_kind("township"):
            self._add_person(f"{township}.head", ("unitHead", township))
        for division in (one["code"] for one in self.divisions()):
            self._staff_division(division, f"division.{division}")

    def _staff_division(self, division, unit):
        self._add_person(f"{unit}.head", ("handler", unit), ("unitHead", unit))
        self._add_person(f"{unit}.leader", ("leader", unit))
        for number in (1, 2):
            self._add_person(f"office.{division}.{number}", ("districtOffice", unit))

    def _make_service_officers(self, officers):
        count = officers - len(self.people)
        if count < 16:
            raise SystemExit(f"year: {officers} officers are too few; give {officers - count + 16}")
        divisions = self.divisions()
        self.service_officers = {one["code"]: [] for one in divisions}
        for number in range(count):
            division = divisions[number % len(divisions)]["code"]
            login = f"officer{number + 1}"
            self._add_person(login, ("serviceOfficer", f"division.{division}"))
            self.service_officers[division].append(login)
        self.tables["officers"] = [
            {"login": login, "name": f"示例·{number}号", "phone": f"139{number:08d}"}
            for number, login in enumerate(self.people, 1)]

    def _add_person(self, login, *grants):
        self.people.append(login)
        self.tables["grants"] += [
            {"login": login, "role": role, "unit": unit} for role, unit in grants]

    def _make_enterprises(self, count):
        self.tables["chains"] = [
            {"code": code, "nameZh": zh, "nameEn": en} for code, (zh, en) in CHAINS.items()]
        divisions = [one["code"] for one in self.divisions()]
        self.tables["enterprises"] = [
            self._enterprise(number, self.random.choice(divisions))
            for number in range(1, count + 1)]

    def _enterprise(self, number, division):
        towns = [unit["code"] for unit in self.tables["units"]
                 if unit["kind"] == "township" and unit["division"] == division]
        draw = self.random.random
        return {
            "creditCode": credit_code(number), "name": f"郑州示例{number}号有限公司",
            "division": division,
            "tags": "、".join(tag for tag in TAGS if draw() < 0.3),
            "chains": self.random.choice(list(CHAINS)) if draw() < 0.05 else "",
            "locality": self.random.choice(towns) if draw() < 0.7 else ""}

    def _make_pairings(self):
        """Pairs every enterprise with a service officer, some with officers of higher levels."""
        rows = []
        for enterprise in self.tables["enterprises"]:
            code, division = enterprise["creditCode"], enterprise["division"]
            rows.append(pairing(self.random.choice(self.service_officers[division]), 0, code))
            if self.random.random() < 0.1:
                rows.append(pairing(f"township.{division}.head", 1, code, chief="true"))
            if self.random.random() < 0.05:
                rows.append(pairing(f"division.{division}.leader", 2, code))
        rows += [pairing("viceMayor2", CHAIN_LEVEL, chain=chain) for chain in CHAINS]
        self.tables["pairings"] = rows

    def _read_substitution(self):
        """Reads who may stand in for whom, and makes what that is decided by."""
        ladder = yaml.safe_load((ROOT / "Workflows/ladder.yaml").read_text(encoding="utf-8"))
        self.places = ladder["substitution"]["roles"]
        units = self.tables["units"]
        self.parents = {unit["code"]: unit["parent"] for unit in units}
        self.governments = {CITY, *(f"division.{one['code']}" for one in self.divisions())}
        #: The roles of each officer, and where.
        self.posts = {}
        for grant in self.tables["grants"]:
            self.posts.setdefault(grant["login"], []).append((grant["role"], grant["unit"]))

    def _make_deputies(self):
        """Gives most officers one or two standing deputies among those who may stand in for them.

        Whoever stands in comes later in the list: the import refuses circles.
        """
        self.tables["deputies"] = []
        for colleagues in self.colleagues:
            for place, login in enumerate(colleagues):
                count = self.random.choices([0, 1, 2], [25, 60, 15])[0]
                permitted = self._permitted(login, colleagues[place + 1:])
                self.tables["deputies"] += [
                    {"login": login, "rank": rank, "deputy": deputy}
                    for rank, deputy in enumerate(permitted[:count], 1)]

    def _group_colleagues(self):
        """Lists groups of officers of one unit; each officer stands in one of them.

        Where a city or district as a whole has people of many roles, each role is a group.
        """
        groups = {}
        for login, posts in self.posts.items():
            role, unit = posts[0]
            if role not in APART:
                one = role if unit in self.governments else ""
                groups.setdefault((unit, one), []).append(login)
        self.colleagues = list(groups.values())
        # In half of the departments the handler stands in for the head.
        for colleagues in self.colleagues[::2]:
            colleagues.reverse()

    def _permitted(self, login, others):
        """Lists who of others may stand in for somebody: `substitution` of ladder.yaml.

        That is who has a role at the same unit, or the one next above, for each role of the other.
        """
        return [other for other in others if other != login and all(
            self._is_near({unit for _, unit in self.posts[other]}, *post)
            for post in self.posts[login])]

    def _is_near(self, units, role, unit):
        wanted = {"unit": unit, "aboveUnit": self.parents[unit]}
        return any(wanted[place] in units for place in self.places.get(role, []))

    def _make_absences(self):
        """Sends officers away over the year: a few weeks in pieces, some for months."""
        self.away = {login: list(self._times_away())
                     for group in self.colleagues for login in group}
        self.tables["absences"] = [
            absence(login, first, last, self._own_choice_of_deputy(login))
            for login, times in self.away.items() for first, last in times]
        for colleagues in self.colleagues:
            for one, other in zip(colleagues[::2], colleagues[1::2]):
                both = self._permitted(one, [other]) and self._permitted(other, [one])
                if both and self.random.random() < 0.2:
                    self._close_circle(one, other)

    def _times_away(self):
        lengths = [self.random.randint(1, 12) for _ in range(self.random.randint(0, 4))]
        if self.random.random() < 0.05:
            lengths.append(self.random.randint(40, 90))
        free_from = datetime.date(YEAR, 1, 6)
        for length in self.random.sample(lengths, len(lengths)):
            first = free_from + datetime.timedelta(self.random.randint(5, 70))
            last = first + datetime.timedelta(length - 1)
            if last >= CIRCLES_FROM:
                return
            yield first, last
            free_from = last + datetime.timedelta(1)

    def _own_choice_of_deputy(self, login):
        """Says whom somebody names for one absence, in place of the standing deputies."""
        if self.random.random() >= 0.1:
            return ""
        permitted = self._permitted(login, self.away)
        return self.random.choice(permitted) if permitted else ""

    def _close_circle(self, one, other):
        """Lets two who name each other be away at once: then nobody stands in for either."""
        first = CIRCLES_FROM + datetime.timedelta(self.random.randint(0, 14))
        last = first + datetime.timedelta(10)
        self.tables["absences"] += [
            absence(one, first, last, other),
            absence(other, first + datetime.timedelta(2), last + datetime.timedelta(2), one)]


def unit_row(unit):
    """Makes a row of the table of units from an entry of the demo directory."""
    return {
        "code": unit["code"], "nameZh": unit["name"]["zh"], "nameEn": unit["name"]["en"],
        "kind": unit["kind"], "parent": unit.get("parent", ""), "division": unit["division"],
        "functions": "、".join(unit.get("functions", [])),
        "categories": "、".join(unit.get("categories", [])),
        "aliases": "、".join(unit.get("aliases", []))}


def absence(login, first, last, deputy):
    return {"login": login, "from": first.isoformat(), "until": last.isoformat(),
            "deputy": deputy, "reason": "示例·公出"}


def pairing(login, level, credit_code="", chain="", chief="false"):
    return {"login": login, "creditCode": credit_code, "chain": chain, "level": level,
            "chief": chief}


def credit_code(number):
    """Makes a valid unified social credit code that belongs to nobody.

    Source: GB 32100-2015.
    """
    body = f"91410100MAYR{number:05d}"
    values = [CREDIT_CODE_ALPHABET.index(character) for character in body]
    total = sum(value * pow(3, place, 31) for place, value in enumerate(values))
    return body + CREDIT_CODE_ALPHABET[(31 - total % 31) % 31]


if __name__ == "__main__":
    folder, seed, officers, enterprises = sys.argv[1:]
    World(seed, int(officers), int(enterprises)).write(pathlib.Path(folder))
