"""Finds the directory's units for names as a text prints them."""

import dataclasses
import re
import unicodedata

#: A collective name, 各…, means every unit of these kinds.
COLLECTIVES = {"开发区": "developmentZone", "县": "district"}


@dataclasses.dataclass(frozen=True)
class Resolved:
    printed: str
    units: tuple
    #: Why it has no unit; empty where it has.
    problem: str = ""

    @property
    def is_collective(self):
        return self.printed.startswith("各")

    def words(self):
        """Says in a few words which units these are."""
        if not self.units:
            return f"UNRESOLVED: {self.problem}"
        if not self.is_collective:
            return f"{self.units[0]['code']} {name_of(self.units[0])}"
        kinds = [unit["kind"] for unit in self.units]
        return ", ".join(f"{kinds.count(kind)} × {kind}" for kind in dict.fromkeys(kinds))


def name_of(unit):
    name = unit["name"]
    return name["zh"] if isinstance(name, dict) else name


class Units:
    def __init__(self, units, city):
        self.units = units
        self.by_code = {unit["code"]: unit for unit in units}
        self.city = city

    def resolve(self, printed):
        """Answers the units that a printed name means."""
        if printed.startswith("各"):
            return self.resolve_collective(printed)
        wanted = pattern(printed)
        found = [unit for unit in self.units
                 if any(wanted.fullmatch(plain(name)) for name in names_of(unit))]
        # Districts have bureaus of the same short name; the text speaks of the city's.
        found = [unit for unit in found if unit["division"] == self.city] or found
        if len(found) == 1:
            return Resolved(printed, tuple(found))
        names = "、".join(name_of(unit) for unit in found)
        return Resolved(printed, (), f"could be {names}" if found else "not in the directory")

    def resolve_collective(self, printed):
        kinds = [kind for word, kind in COLLECTIVES.items() if word in printed]
        groups = [[unit for unit in self.units if unit["kind"] == kind] for kind in kinds]
        if not groups or not all(groups):
            return Resolved(printed, (), "no units of these kinds in the directory")
        return Resolved(printed, tuple(unit for group in groups for unit in group))


def names_of(unit):
    return [name_of(unit)] + list(unit.get("aliases") or [])


def plain(name):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name)).removeprefix("郑州")


def pattern(printed):
    """A hole `**` in a printed name stands for any characters."""
    parts = re.split(r"\*+", plain(printed))
    return re.compile(".+".join(re.escape(part) for part in parts))
