"""Says who acts for a unit on a day, and how each unit, office and officer conducts itself."""

import random

PROMPT, SLOW, SILENT = "prompt", "slow", "silent"
CITY = "zhengzhou"


class Staff:
    def __init__(self, directory, seed):
        self.directory, self.seed = directory, seed
        self.conducts = {}

    def conduct(self, who, weights=(70, 23, 7)):
        """Answers whether a unit, office, officer or enterprise is prompt, slow or silent."""
        if who not in self.conducts:
            draw = random.Random(f"conduct {self.seed} {who}")
            self.conducts[who] = draw.choices([PROMPT, SLOW, SILENT], weights)[0]
        return self.conducts[who]

    def somebody(self, date, *posts, apart_from=(), unless=()):
        """Answers the login of one who acts in the first post that has somebody present.

        A post is (role, unit). Where nobody who holds one is there, a deputy acts; not one with
        a post of its own in the units `apart_from`, who could mean either unit. The logins in
        `unless` are passed over.
        """
        holders = [login for post in posts for login in self.directory.holders.get(post, [])]
        for login in holders:
            if login not in unless and not self.directory.absence_on(login, date):
                return login
        for deputy in (self.directory.present(login, date) for login in holders):
            if deputy and deputy not in unless and not any(
                    self.directory.holds(deputy, unit) for unit in apart_from):
                return deputy
        return None

    def handler(self, date, unit, apart_from=()):
        return self.somebody(date, ("handler", unit), ("unitHead", unit), apart_from=apart_from)

    def only_handler(self, date, unit):
        return self.somebody(date, ("handler", unit))

    def head(self, date, unit, unless=()):
        return self.somebody(date, ("unitHead", unit), unless=unless)

    def office(self, date, division, unless=()):
        """Answers who acts as the campaign office of a division, or the city's in its place."""
        return self.somebody(
            date, ("districtOffice", f"division.{division}"), ("cityOffice", CITY), unless=unless)

    def city_office(self, date):
        return self.somebody(date, ("cityOffice", CITY))

    def leader(self, date, unit):
        """Answers a leader over the nearest unit upwards that has one."""
        above = self.directory.above(unit)
        return self.somebody(date, *(("leader", one) for one in above))

    def caller(self, date):
        return self.somebody(date, ("caller", CITY))

    def task_force(self, date, category):
        for code in self.directory.units:
            if category in self.directory.words(code, "categories"):
                return self.somebody(date, ("taskForce", code))
        return None
