"""Says whom the service line names at a level on a day, by ladder.yaml and the directory."""


class Ladder:
    def __init__(self, levels, directory):
        self.levels = {level["level"]: level["holders"] for level in levels}
        self.directory = directory
        self.highest = max(self.levels)
        self.over = {
            "division": lambda issue: issue.division,
            "city": lambda issue: directory.city_division}

    def next_held(self, issue, above, date):
        """Answers the next level above one at which somebody is found; None above the last."""
        for level in range(above + 1, self.highest + 1):
            if self.somebody(issue, level, date):
                return level
        return None

    def somebody(self, issue, level, date):
        """Tells whether any finder of a level finds somebody who is there or has a deputy."""
        return any(
            self.directory.present(login, date)
            for finder in self.levels[level] for login in self.found(finder, issue, level))

    def level_of_office(self, office):
        """Answers the highest level at which those of a campaign office are named."""
        is_citys = self.directory.units[office]["division"] == self.directory.city_division
        role = "cityOffice" if is_citys else "districtOffice"
        return max(level for level, finders in self.levels.items()
                   if any(finder.get("role") == role for finder in finders))

    def found(self, finder, issue, level):
        """Lists the logins that a finder names, whether they are there or not."""
        by, role = finder["by"], finder.get("role")
        if by == "filer":
            return [issue.filer]
        if by == "pairing":
            return self.directory.paired(issue.enterprise, level, role)
        if by == "chain":
            return self.directory.paired_with_chains(issue.enterprise, level)
        if by == "project":
            return []
        return [login for unit in self.units(finder, issue)
                for login in self.directory.holders.get((role, unit), [])]

    def units(self, finder, issue):
        by, units = finder["by"], self.directory.units
        if by == "locality":
            town = self.directory.enterprises[issue.enterprise]["locality"]
            return [town] if town else [
                code for code, unit in units.items()
                if unit["kind"] in finder["kinds"] and unit["division"] == issue.division]
        if by == "function":
            return [code for code in units
                    if issue.category in self.directory.words(code, "categories")]
        return self.directory.units_in(self.over[by](issue))
